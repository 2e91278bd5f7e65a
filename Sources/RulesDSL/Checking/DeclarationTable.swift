/// A `let` as it was written, and its value once it is checked.
struct LetDeclaration {
    let name: NameSyntax
    let syntax: ExpressionSyntax
    /// Nil as long as it isn't checked, and where something in it is wrong.
    var value: TypedExpression?
    /// Whether a name refers to it.
    var isUsed = false
    /// The other `let`s that it names.
    var uses: [Int] = []
}

/// Everything that has a name in a policy: what the host's vocabulary brings, and what the files declare. Rules and
/// `let`s share one space of names, so that a name in a message or a test can only mean one thing.
struct DeclarationTable {
    enum Meaning {
        case field(FieldIndex)
        case kind(Int)
        case weekday(Weekday)
        case constant(Int)
        case rule
    }

    var lets: [LetDeclaration] = []
    private(set) var rules: [(syntax: RuleSyntax, range: SourceRange)] = []
    private(set) var tests: [TestSyntax] = []
    /// The names that can stand in an expression.
    private(set) var valueNames: [String] = []
    /// Whether a rule or a `let` has no name that could be read.
    private(set) var hasNameless = false
    private var meanings: [String: Meaning] = [:]
    private var declared: [String: NameSyntax] = [:]

    init(vocabulary: Vocabulary) {
        for (index, field) in vocabulary.fields.enumerated() {
            meanings[field.name] = .field(FieldIndex(index))
        }
        for (index, kind) in vocabulary.kinds.enumerated() {
            meanings[kind] = .kind(index)
        }
        for day in Weekday.allCases {
            meanings[day.name] = .weekday(day)
        }
        valueNames = meanings.keys.sorted()
    }

    func meaning(of name: String) -> Meaning? {
        meanings[name]
    }

    /// Where a rule or a `let` of that name stands already.
    func declaration(of name: String) -> NameSyntax? {
        declared[name]
    }

    mutating func add(constant name: NameSyntax, _ syntax: ExpressionSyntax) {
        if enter(name, as: .constant(lets.count)) {
            valueNames.append(name.text)
        }
        lets.append(LetDeclaration(name: name, syntax: syntax))
    }

    mutating func add(_ rule: RuleSyntax, at range: SourceRange) {
        _ = enter(rule.name, as: .rule)
        rules.append((rule, range))
    }

    /// Of two declarations with one name, the name means the first.
    private mutating func enter(_ name: NameSyntax, as meaning: Meaning) -> Bool {
        guard !name.text.isEmpty else {
            hasNameless = true
            return false
        }
        guard meanings[name.text] == nil else { return false }
        meanings[name.text] = meaning
        declared[name.text] = name
        return true
    }

    mutating func add(_ test: TestSyntax) {
        tests.append(test)
    }
}

extension PolicyChecker {
    /// Enters all declarations before any of them is checked, since a name may be used before the line that declares it.
    mutating func declare(_ all: [DeclarationSyntax]) {
        for declaration in all {
            switch declaration.kind {
            case .constant(let name, let value):
                checkNewName(name, of: "let")
                declarations.add(constant: name, value)
            case .rule(let rule):
                checkNewName(rule.name, of: "rule")
                declarations.add(rule, at: declaration.range)
            case .test(let test): declarations.add(test)
            case .policy, .currency, .timezone, .week: break
            case .late, .include, .field, .list, .table, .function, .aggregate: sawMissing = true
            }
        }
        checkCount(declarations.lets.map(\.name), of: "lets", atMost: CheckLimits.lets)
        checkCount(declarations.rules.map(\.syntax.name), of: "rules", atMost: CheckLimits.rules)
        checkCount(declarations.tests.map(\.name), of: "tests", atMost: CheckLimits.tests)
    }

    private mutating func checkCount(_ names: [NameSyntax], of what: String, atMost limit: Int) {
        guard names.count > limit else { return }
        report(CheckMessage.tooMany(names[limit].range, what, count: names.count, limit: limit))
    }

    private mutating func checkNewName(_ name: NameSyntax, of what: String) {
        guard !name.text.isEmpty else { return }
        if let first = declarations.declaration(of: name.text) {
            report(CheckMessage.nameTwice(name, first: first))
        } else if let owner = owner(of: name.text) {
            report(CheckMessage.nameReserved(name, owner: owner))
        } else if !KebabCase.isValid(name.text), !syntaxErrors.areAny(in: name.range) {
            report(CheckMessage.nameForm(name, of: what, replacement: KebabCase.form(of: name.text)))
        }
    }

    /// What a name already is in every policy, in words; nil where it is free.
    private func owner(of name: String) -> String? {
        switch declarations.meaning(of: name) {
        case .field: "a field"
        case .kind: "a kind of transaction"
        case .weekday: "a weekday"
        case .constant, .rule: nil
        case nil: ReservedWords.contains(name) ? "a word of the language" : nil
        }
    }
}

/// The form of names: lower-case words of letters and digits, joined by single hyphens.
enum KebabCase {
    static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        var previous: UInt8 = 0
        for byte in name.utf8 {
            guard isLetter(byte) || isDigit(byte) || (byte == hyphen && previous != hyphen) else { return false }
            previous = byte
        }
        return previous != hyphen
    }

    /// The name in that form: `DailyLimit` and `daily_limit` become `daily-limit`. Nil where nothing useful is left.
    static func form(of name: String) -> String? {
        var result = ""
        var wasLower = false
        for character in name {
            if character == "-" || character == "_" {
                if !result.isEmpty, result.last != "-" { result.append("-") }
                wasLower = false
                continue
            }
            if character.isUppercase, wasLower { result.append("-") }
            wasLower = character.isLowercase || character.isNumber
            result += character.lowercased()
        }
        while result.last == "-" { result.removeLast() }
        return isValid(result) ? result : nil
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
