/// Cuts a file into tokens. It never throws and never stops early: what it can't read, it reports and steps over.
package struct Lexer {
    /// Longer files are not read: a policy is written by people.
    static let largestFile = 4 << 20

    let source: SourceFile
    let file: FileID
    let text: DecodedText
    var index = 0
    var tokens: [Token] = []
    var comments: [CommentSyntax] = []
    var diagnostics = DiagnosticCollector()
    /// What is written in one wrong way all over a file, with every place: one diagnostic for each such habit.
    private var habits: [(first: Diagnostic, others: [Diagnostic])] = []
    /// The code of the currency that the file has named so far.
    private(set) var currency: String?
    var isLineFresh = true
    var isSpaceBefore = true
    /// How many `(` and `[` are open: between them commas divide the values of a list.
    private(set) var openBrackets = 0

    /// All tokens of a file.
    package static func lex(_ source: SourceFile, as file: FileID) -> LexedFile {
        let (tokens, comments, diagnostics) = collect(source, as: file)
        return LexedFile(tokens: tokens, comments: comments, diagnostics: diagnostics.kept)
    }

    static func collect(
        _ source: SourceFile, as file: FileID
    ) -> (tokens: [Token], comments: [CommentSyntax], diagnostics: DiagnosticCollector) {
        var lexer = Lexer(source, file)
        lexer.run()
        return (lexer.tokens, lexer.comments, lexer.diagnostics)
    }

    private init(_ source: SourceFile, _ file: FileID) {
        self.source = source
        self.file = file
        let unreadable = Self.unreadable(source, file)
        text = DecodedText(unreadable == nil ? source : SourceFile(name: source.name, bytes: []))
        if let unreadable { diagnostics.add(unreadable) }
    }

    /// Why nothing of a file is read: one error says it all.
    private static func unreadable(_ source: SourceFile, _ file: FileID) -> Diagnostic? {
        let bytes = source.bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return .utf16(at: SourceRange(file: file, lower: 0, upper: 2))
        }
        if bytes.count > largestFile {
            return .fileTooLarge(bytes.count, at: SourceRange(file: file, lower: 0, upper: 0))
        }
        // A comment would reach up to the end of the file.
        if let end = bytes.firstIndex(of: 0x0D), end + 1 < bytes.count, !bytes.contains(0x0A) {
            return .loneCarriageReturns(at: SourceRange(file: file, lower: end, upper: end + 1))
        }
        return nil
    }

    private mutating func run() {
        for run in text.invalidRuns {
            diagnostics.add(.notUTF8(at: SourceRange(file: file, lower: run.lowerBound, upper: run.upperBound)))
        }
        while index < text.scalars.count {
            scanNext()
        }
        for habit in habits {
            diagnostics.add(.habit(habit.first, others: habit.others))
        }
        let end = source.bytes.count
        let range = SourceRange(file: file, lower: end, upper: end)
        tokens.append(Token(.end, range: range, isFirstOnLine: isLineFresh, hasSpaceBefore: isSpaceBefore))
    }

    private mutating func scanNext() {
        guard let scalar = peek() else { return }
        switch scalar {
        case "\n":
            step()
            isLineFresh = true
            isSpaceBefore = true
        case " ", "\t":
            advance()
            isSpaceBefore = true
        case "\r" where raw(1) == "\n":
            step()
        case "#":
            scanComment(at: index)
        case "/" where peek(1) == "/" || peek(1) == "*":
            scanForeignComment()
        case "-" where startsForeignComment:
            scanForeignComment()
        case "0"..."9":
            scanNumber()
        case "$", "€", "£", "¥":
            scanMoney()
        case "." where peek(1).isDigit:
            scanNumber()
        default:
            if scalar.startsWord {
                scanWord()
            } else if TextQuotes.closers(of: scalar) != nil {
                scanText()
            } else if !scanSymbol() {
                scanUnexpected()
            }
        }
    }

    // MARK: Places

    /// The scalar `distance` after the current one, as the plain one it may stand for.
    func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        guard let scalar = raw(distance) else { return nil }
        return Confusable.plain(scalar) ?? scalar
    }

    /// The scalar `distance` after the current one, as it is.
    func raw(_ distance: Int = 0) -> Unicode.Scalar? {
        let position = index + distance
        return text.scalars.indices.contains(position) ? text.scalars[position] : nil
    }

    /// Goes on without a look at what is passed, inside texts and comments.
    mutating func step(_ count: Int = 1) {
        index = min(index + count, text.scalars.count)
    }

    /// Goes on, and notes every character that only looks like the one it was read as.
    mutating func advance(_ count: Int = 1) {
        for _ in 0..<count {
            guard let scalar = raw() else { return }
            if Confusable.plain(scalar) != nil {
                note(.lookalike(scalar, at: range(from: index, to: index + 1)))
            }
            index += 1
        }
    }

    /// Reports what people do wrong everywhere if they do it once.
    mutating func note(_ habit: Diagnostic) {
        if let known = habits.firstIndex(where: { $0.first.message == habit.message }) {
            habits[known].others.append(habit)
        } else {
            habits.append((habit, []))
        }
    }

    /// The bytes of the scalars from one index to another.
    func range(from lower: Int, to upper: Int? = nil) -> SourceRange {
        SourceRange(file: file, lower: text.offsets[lower], upper: text.offsets[upper ?? index])
    }

    /// The scalars from one index to another, look-alikes replaced.
    func plainText(from lower: Int, to upper: Int? = nil) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.scalars[lower..<(upper ?? index)] {
            result.append(Confusable.plain(scalar) ?? scalar)
        }
        return String(result)
    }

    /// Adds a token that ends where the lexer stands.
    mutating func emit(_ kind: Token.Kind, from lower: Int) {
        if case .word(let word) = kind, tokens.last?.word == "currency" { currency = word }
        let token = Token(
            kind, range: range(from: lower), isFirstOnLine: isLineFresh, hasSpaceBefore: isSpaceBefore)
        tokens.append(token)
        switch kind {
        case .symbol(.leftParenthesis), .symbol(.leftBracket): openBrackets += 1
        case .symbol(.rightParenthesis), .symbol(.rightBracket): openBrackets = max(0, openBrackets - 1)
        case .symbol(.leftBrace), .symbol(.rightBrace): openBrackets = 0
        case .word, .number, .money, .text, .date, .time, .clock, .symbol, .invalid, .end: break
        }
        isLineFresh = false
        isSpaceBefore = false
    }

    // MARK: Comments

    /// Whether `-- …` stands here and is no minus of a minus: between spaces, or at the beginning of a line that no
    /// value can begin.
    private var startsForeignComment: Bool {
        guard peek(1) == "-" else { return false }
        return isSpaceBefore && peek(2) == " " || isLineFresh && endsValue
    }

    /// Whether the last token is the end of something: an operator would follow it, and no value.
    private var endsValue: Bool {
        switch tokens.last?.kind {
        case .number, .money, .text, .date, .time, .symbol(.rightParenthesis), .symbol(.rightBracket),
            .symbol(.rightBrace), nil:
            true
        case .word, .clock, .symbol, .invalid, .end: false
        }
    }

    /// A comment is kept for `fmt`; `begin` is where its mark stands.
    mutating func scanComment(at begin: Int) {
        while let scalar = raw(), scalar != "\n", !(scalar == "\r" && raw(1) == "\n") {
            if scalar.isDirectionControl {
                diagnostics.add(.hiddenDirection(scalar, at: range(from: index, to: index + 1)))
            }
            step()
        }
        var written = String.UnicodeScalarView()
        written.append(contentsOf: text.scalars[begin..<index])
        comments.append(
            CommentSyntax(text: String(written), range: range(from: begin), standsAlone: isLineFresh))
        isSpaceBefore = true
    }

    /// `// …` and `-- …` up to the end of the line, `/* … */` wherever it ends.
    private mutating func scanForeignComment() {
        let begin = index
        let isBlock = peek(1) == "*"
        step(2)
        let diagnostic = Diagnostic.foreignComment(isBlock: isBlock, at: range(from: begin))
        if isBlock { diagnostics.add(diagnostic) } else { note(diagnostic) }
        while let scalar = raw(), isBlock || scalar != "\n" {
            if isBlock, scalar == "*", raw(1) == "/" {
                step(2)
                break
            }
            step()
        }
        isSpaceBefore = true
    }
}
