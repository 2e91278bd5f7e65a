/// What may stand behind a field's type.
enum FieldOption: String, CaseIterable {
    case optional
    case `default`
    case from

    /// The option that people mean by a word of other languages.
    static let synonyms: [String: FieldOption] = [
        "nullable": .optional, "null": .optional, "maybe": .optional, "defaults": .default, "else": .default,
        "or": .default, "otherwise": .default, "at": .from, "in": .from, "path": .from, "json": .from, "key": .from,
    ]

    /// Words that say what holds of a field without any.
    static let needless: Set = ["required", "mandatory", "needed"]

    /// The option that was probably meant by a misspelt word.
    static func meant(by word: String) -> FieldOption? {
        synonyms[word] ?? DidYouMean.closest(to: word, among: allCases.map(\.rawValue)).flatMap(Self.init(rawValue:))
    }
}

extension Parser {
    struct FieldOptions {
        var optional: SourceRange?
        var value: ExpressionSyntax?
        var path: NameSyntax?
    }

    /// `optional` or `default VALUE`, and `from "path"` behind it.
    mutating func parseFieldOptions() -> FieldOptions {
        var options = FieldOptions()
        while !isLost, let (option, range) = takeFieldOption() {
            checkOrder(of: option, at: range, behind: options)
            switch option {
            case .optional: options.optional = options.optional ?? range
            case .default: options.value = parseExpression()
            case .from: options.path = parseText(for: "a path", example: "from \"merchant.name\"")
            }
        }
        return options
    }

    private mutating func checkOrder(of option: FieldOption, at range: SourceRange, behind options: FieldOptions) {
        let isRepeated =
            switch option {
            case .optional: options.optional != nil
            case .default: options.value != nil
            case .from: options.path != nil
            }
        if isRepeated {
            note(.optionTwice(option.rawValue, at: range))
        } else if option == .default, let optional = options.optional {
            note(.optionalWithDefault(optional, at: range))
        } else if option == .optional, let value = options.value {
            note(.optionalWithDefault(value.range, at: range))
        } else if options.path != nil {
            note(.optionAfterPath(option.rawValue, at: range))
        }
    }

    /// The next option, with the place of its word; nil where none follows.
    private mutating func takeFieldOption() -> (FieldOption, SourceRange)? {
        if let word = current.word, let option = FieldOption(rawValue: word) {
            return (option, take().range)
        }
        guard !current.isFirstOnLine else { return nil }
        switch current.kind {
        case .word(let word): return takeMeantOption(word)
        case .text(let written):
            let option: FieldOption = written.contains(".") ? .from : .default
            note(.missingWord(option.rawValue, example: "\(option.rawValue) \(text(current.range))", at: current.range))
            return (option, current.range)
        case .number, .money, .time:
            note(.missingWord("default", example: "default \(text(current.range))", at: current.range))
            return (.default, current.range)
        case .symbol(.equals):
            note(.misspeltWord("=", meant: "default", at: current.range))
            return (.default, take().range)
        case .date, .clock, .symbol, .invalid, .end: return nil
        }
    }

    private mutating func takeMeantOption(_ word: String) -> (FieldOption, SourceRange)? {
        if FieldOption.needless.contains(word) {
            note(.needlessRequired(word, at: take().range))
            return takeFieldOption()
        }
        // Another declaration may stand on the same line.
        guard DeclarationKeyword(rawValue: word) == nil else { return nil }
        guard let meant = FieldOption.meant(by: word) else {
            let what = "`optional`, `default` or `from`"
            fail(.expectedName(what, example: "field merchant : text optional", found: found, at: current.range))
            return nil
        }
        let range = take().range
        note(.misspeltWord(word, meant: meant.rawValue, at: range))
        return (meant, range)
    }
}
