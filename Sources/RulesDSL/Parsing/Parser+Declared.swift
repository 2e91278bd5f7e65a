/// Declarations of what comes from elsewhere: the input's fields, lists and functions.
extension Parser {
    static let types = ["text", "number", "money", "time", "boolean", "date"]

    /// `merchant : text optional from "merchant.name"`, after `field`.
    mutating func parseField() -> DeclarationSyntax.Kind? {
        var name = parseName(of: "field", example: "merchant") { $0.is(.colon) }
        var type = name
        if let second = takeNameBehindType(name) {
            name = second
        } else {
            takeColon(after: "field", name)
            guard let word = parseType(example: "field merchant : text") else { return nil }
            type = word
        }
        let options = parseFieldOptions()
        endWhole()
        // Of both, which was reported, the one that says more.
        let optional = options.value == nil ? options.optional : nil
        return .field(
            FieldSyntax(name: name, type: type, optional: optional, defaultValue: options.value, path: options.path))
    }

    /// `text merchant`: true of those who write the type first.
    private mutating func takeNameBehindType(_ first: NameSyntax) -> NameSyntax? {
        guard !isLost, Self.types.contains(first.text), let word = current.word, !current.isFirstOnLine,
            !JoiningWord.isKeyword(word), !Self.types.contains(word)
        else { return nil }
        let name = NameSyntax(word, take().range)
        note(.typeBeforeName(plain: "\(word) : \(first.text)", at: first.range.union(name.range)))
        return name
    }

    /// `vip : text from "vip.txt"` or `vip : text ["17", "42"]`, after `list`.
    mutating func parseList() -> DeclarationSyntax.Kind? {
        let example = "list vip : text [\"17\", \"42\"]"
        let name = parseName(of: "list", example: "vip") { $0.is(.colon) }
        if current.is(.leftBracket) || current.is(.equals) && peek().is(.leftBracket) {
            if let type = typeOfMembers { return parseListWithoutType(name, type) }
            fail(.expectedName("`:` and a type", example: example, found: found, at: current.range))
        }
        takeColon(after: "list", name)
        guard let type = parseType(example: example) else { return nil }
        let members = parseMembers()
        endWhole()
        return .list(ListSyntax(name: name, type: type, members: members))
    }

    /// The type of the first member, where it is plain.
    private var typeOfMembers: String? {
        switch peek(current.is(.equals) ? 2 : 1).kind {
        case .text: "text"
        case .number: "number"
        case .money: "money"
        case .time: "time"
        case .word, .date, .clock, .symbol, .invalid, .end: nil
        }
    }

    /// `= ["17", "42"]`, after `list vip`.
    private mutating func parseListWithoutType(_ name: NameSyntax, _ type: String) -> DeclarationSyntax.Kind {
        let isSign = current.is(.equals)
        let range = current.range
        if isSign { take() }
        note(.listWithoutType(type, isSign: isSign, at: range))
        let members = parseMembers()
        endWhole()
        return .list(ListSyntax(name: name, type: NameSyntax(type, range), members: members))
    }

    private mutating func parseMembers() -> ListSyntax.Members {
        if take(word: "from") != nil {
            return parseText(for: "a file's name", example: "from \"vip.txt\"").map { .file($0) } ?? .missing
        }
        if peek().is(.leftBracket) {
            skipSign(after: peek(-1).range)
        }
        guard current.is(.leftBracket) else { return parseOtherMembers() }
        operators = 0
        let list = parseListLiteral()
        guard case .list(let elements) = list.kind else { return .missing }
        return .inPlace(elements, list.range)
    }

    /// What people write instead of brackets: parentheses, braces, or nothing.
    private mutating func parseOtherMembers() -> ListSyntax.Members {
        let begin = current.range
        let closer: Token.Symbol?
        switch current.kind {
        case .symbol(.leftParenthesis): closer = .rightParenthesis
        case .symbol(.leftBrace): closer = .rightBrace
        case .text(let path) where path.contains(".") && !peek().is(.comma):
            note(.missingWord("from", example: "from \(text(begin))", at: begin))
            return .file(NameSyntax(path, take().range))
        case .text, .number, .money, .date, .time: closer = nil
        case .word, .clock, .symbol, .invalid, .end:
            fail(.expectedMembers(found: found, plain: nil, at: expectedRange))
            return .missing
        }
        repeat {
            take()
        } while !isAtEnd && !startsDeclaration && (closer.map { !current.is($0) } ?? !current.isFirstOnLine)
        let isClosed = closer.map { take($0) != nil } ?? true
        let range = range(from: begin)
        let inner = spelling(range).map { closer == nil ? $0 : String($0.dropFirst().dropLast()) }
        let found = text(begin)
        note(.expectedMembers(found: "`\(found)`", plain: isClosed ? inner.map { "[\($0)]" } : nil, at: range))
        return .missing
    }

    /// `score(text, money) : number`, after `function`.
    mutating func parseFunction() -> DeclarationSyntax.Kind? {
        let example = "function score(text, money) : number"
        let name = parseName(of: "function", example: "score") { $0.is(.leftParenthesis) }
        if current.is(.leftParenthesis), current.hasSpaceBefore {
            noteSpaceBeforeArguments()
        }
        guard !isLost, let opener = take(.leftParenthesis) else {
            fail(
                .expectedName(
                    "the types of its values in parentheses", example: example, found: found, at: expectedRange))
            return nil
        }
        var parameters: [NameSyntax] = []
        if !current.is(.rightParenthesis) {
            repeat {
                guard let type = parseParameter(example: example) else { return nil }
                parameters.append(type)
            } while take(.comma) != nil
        }
        guard take(.rightParenthesis) != nil else {
            failUnclosed(opener.range, ")", isList: true)
            return nil
        }
        takeColon(after: "function", name)
        guard let result = parseType(example: example) else { return nil }
        endWhole()
        return .function(FunctionSyntax(name: name, parameters: parameters, result: result))
    }

    /// A type; of `merchant : text` only the type.
    private mutating func parseParameter(example: String) -> NameSyntax? {
        if current.word != nil, peek().is(.colon) {
            let begin = take().range
            take()
            note(.namedParameter(at: range(from: begin)))
        }
        return parseType(example: example)
    }

    // MARK: Parts

    private mutating func parseType(example: String) -> NameSyntax? {
        guard !isLost else { return nil }
        guard let word = current.word, !JoiningWord.isKeyword(word) else {
            fail(.expectedName("a type", example: example, found: found, at: expectedRange))
            return nil
        }
        return NameSyntax(word, take().range)
    }

    /// The `:` between a name and its type.
    private mutating func takeColon(after keyword: String, _ name: NameSyntax) {
        takeColon(after: name.text.isEmpty ? keyword : "\(keyword) \(name.text)")
    }

    /// The `:` between a name and its type, or a table's key and its value.
    mutating func takeColon(after what: String) {
        guard !isLost, take(.colon) == nil else { return }
        let begin = current.range
        let isArrow = current.is(.minus) && peek().is(.greater)
        if isArrow || current.is(.equals) || current.word.map({ ["as", "is", "of"].contains($0) }) ?? false {
            take()
            if isArrow { take() }
            note(.missingColon(after: what, at: range(from: begin), replaces: true))
        } else if isAtEnd || startsDeclaration || current.is(.rightBrace) {
            fail(.missingColon(after: what, at: previousEnd, replaces: false))
        } else {
            note(.missingColon(after: what, at: previousEnd, replaces: false))
        }
    }
}
