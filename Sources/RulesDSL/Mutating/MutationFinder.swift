/// Walks the declarations of a policy and collects the changes that its tests should notice.
///
/// What is known to change no decision is left out: what no rule uses, the outcome of a rule in shadow, an entry of a
/// table that says the same as its `else`.
struct MutationFinder {
    /// What a change is shown in, and what is said of it.
    struct Place {
        /// The clause, the `let` or the comparison around it.
        var context: SourceRange
        /// What a test has to show where a value becomes another one, which is higher or lower.
        var advice: @Sendable (_ old: String, _ new: String, _ isHigher: Bool) -> String

        init(
            _ context: SourceRange,
            advice: @escaping @Sendable (String, String, Bool) -> String = { old, new, _ in
                "add a transaction that is decided differently with \(new) instead of \(old)"
            }
        ) {
            self.context = context
            self.advice = advice
        }
    }

    /// Of what is longer than this, only the words around a change are shown, so many on either side.
    private static let longestContext = 60
    private static let shownWords = 3

    let declarations: [DeclarationSyntax]
    let sources: SourceMap
    let vocabulary: Vocabulary
    let used: UsedDeclarations
    private(set) var mutations: [Mutation] = []
    /// The name of what is walked.
    var subject = ""
    /// The index of the rule that is walked.
    private var rule: Int?
    private var ruleCount = 0

    init(_ declarations: [DeclarationSyntax], sources: SourceMap, vocabulary: Vocabulary) {
        self.declarations = declarations
        self.sources = sources
        self.vocabulary = vocabulary
        used = UsedDeclarations(declarations)
    }

    mutating func find() {
        for declaration in declarations { visit(declaration) }
    }

    private mutating func visit(_ declaration: DeclarationSyntax) {
        subject = ""
        rule = nil
        switch declaration.kind {
        case .rule(let syntax):
            rule = ruleCount
            ruleCount += 1
            visit(syntax, declaration)
        case .constant(let name, let value):
            guard used.has(name) else { return }
            subject = name.text
            visit(value, Place(value.range))
        case .aggregate(let name, let aggregate):
            guard used.has(name) else { return }
            subject = name.text
            visitLet(aggregate, declaration)
        case .table(let table): if used.has(table.name) { visit(table) }
        case .list(let list): if used.has(list.name) { visit(list) }
        case .field(let field): if used.has(field.name) { visit(field) }
        case .late(let length): if used.hasClosingWindow { visitLate(length, declaration) }
        case .week(let day): if used.windows.contains("week") { visitWeek(day, declaration) }
        case .timezone(let name): if used.dependsOnZone { visitZone(name, declaration) }
        case .policy, .currency, .include, .function, .test: break
        }
    }

    // MARK: Changes

    /// Replaces a part of what is shown.
    mutating func replace(
        _ kind: Mutation.Kind, _ range: SourceRange, with text: String, in place: Place, advice: String
    ) {
        let bytes = sources.files[range.file.index].bytes
        let context = place.context
        var before = self.text(context)
        var after = Self.line(
            bytes[min(context.lower, range.lower)..<range.lower] + Array(text.utf8)
                + bytes[range.upper..<max(context.upper, range.upper)])
        if max(before.count, after.count) > Self.longestContext { (before, after) = Self.shortened(before, after) }
        add(kind, range, text, before: before, after: after, advice: advice)
    }

    /// Two texts without most of what they have in common at their ends.
    private static func shortened(_ before: String, _ after: String) -> (before: String, after: String) {
        let (old, new) = (before.split(separator: " "), after.split(separator: " "))
        let shortest = min(old.count, new.count)
        let first = zip(old, new).prefix { $0 == $1 }.count
        let last = min(zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count, shortest - first)
        func shown(_ words: [Substring]) -> String {
            let start = max(0, first - shownWords)
            let end = min(words.count, words.count - last + shownWords)
            return (start > 0 ? "… " : "") + words[start..<end].joined(separator: " ") + (end < words.count ? " …" : "")
        }
        return (shown(old), shown(new))
    }

    /// Removes something whole, such as a clause.
    mutating func remove(_ kind: Mutation.Kind, _ range: SourceRange, shown: String? = nil, advice: String) {
        add(kind, range, "", before: shown ?? text(range), after: "", advice: advice)
    }

    /// Adds something at a place.
    mutating func insert(_ kind: Mutation.Kind, _ text: String, at range: SourceRange, advice: String) {
        add(kind, range, text, before: "", after: Self.line(Array(text.utf8)[...]), advice: advice)
    }

    private mutating func add(
        _ kind: Mutation.Kind, _ range: SourceRange, _ text: String, before: String, after: String, advice: String
    ) {
        mutations.append(
            Mutation(
                kind: kind, rule: rule, subject: subject, range: range, replacement: text, before: before, after: after,
                advice: advice))
    }

    // MARK: Text

    /// The user's own text on one line.
    func text(_ range: SourceRange) -> String {
        guard sources.files.indices.contains(range.file.index) else { return "" }
        let bytes = sources.files[range.file.index].bytes
        let lower = min(max(0, range.lower), bytes.count)
        return Self.line(bytes[lower..<min(max(lower, range.upper), bytes.count)])
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A word that stands right before a place, with the space between them.
    func range(ofWord word: String, before range: SourceRange) -> SourceRange? {
        let bytes = sources.files[range.file.index].bytes
        var lower = range.lower
        while lower > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[lower - 1]) { lower -= 1 }
        let start = lower - word.utf8.count
        guard start >= 0, bytes[start..<lower].elementsEqual(word.utf8) else { return nil }
        return SourceRange(file: range.file, lower: start, upper: range.lower)
    }

    /// The ranges that take one of several things away that commas or operators join.
    static func removals(of ranges: [SourceRange]) -> [SourceRange] {
        ranges.indices.map { index in
            let range = ranges[index]
            if index == 0 {
                return SourceRange(file: range.file, lower: range.lower, upper: ranges[1].lower)
            }
            return SourceRange(file: range.file, lower: ranges[index - 1].upper, upper: range.upper)
        }
    }
}

extension SourceRange {
    /// The place right before it.
    var start: SourceRange { SourceRange(file: file, lower: lower, upper: lower) }
    /// The place right behind it.
    var end: SourceRange { SourceRange(file: file, lower: upper, upper: upper) }
}

extension ExpressionSyntax {
    /// Whether a change of it alone already says the opposite of it: `is not` for `is`, or the same without its `not`.
    var isTurnedRound: Bool {
        switch kind {
        case .parenthesized(let inner): inner.isTurnedRound
        case .unary(.not, _): true
        case .binary(let sign, _, _, operatorRange: _):
            switch sign {
            case .is, .isNot, .in, .notIn: true
            case .or, .and, .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract, .multiply, .divide: false
            }
        case .unary(.negate, _), .literal, .name, .boolean, .list, .conditional, .call, .missing: false
        }
    }
}
