/// Words and functions that other languages have, where a name stands that nobody declared: what is written instead.
extension PolicyChecker {
    /// Reports a comparison with what is no value here; false where the right side is another thing.
    mutating func reportForeign(
        _ left: ExpressionSyntax, _ operation: ExpressionSyntax.BinaryOperator, _ right: ExpressionSyntax,
        _ syntax: ExpressionSyntax
    ) -> Bool {
        guard case .name(let word) = right.kind, declarations.meaning(of: word) == nil,
            case .name(let field) = left.kind, case .field(let index) = declarations.meaning(of: field)
        else { return false }
        let known = declarations.fields[index.index]
        let isNegated = operation == .isNot || operation == .notIn
        if known.type == .weekday, let days = Self.days(meantBy: word.lowercased()) {
            let plain = "\(field) \(isNegated ? "not in" : "in") [\(days.map(\.name).joined(separator: ", "))]"
            report(CheckMessage.daysInOneWord(word, plain: plain, at: syntax.range))
            return true
        }
        guard operation == .is || operation == .isNot, let isThere = Self.presence[word.lowercased()] else {
            return false
        }
        let isMissing = (operation == .is) != isThere
        if known.isOptional, let (plain, value) = asking(whether: field, known.type, isMissing: isMissing) {
            report(CheckMessage.missingField(field, plain: plain, value: value, at: syntax.range))
        } else if !known.isOptional {
            report(CheckMessage.fieldNeverMissing(field, word, at: syntax.range))
        } else {
            return false
        }
        return true
    }

    /// `monday-friday` and `weekend` among the members of a list: reported; false for any other.
    mutating func reportDays(_ element: ExpressionSyntax) -> Bool {
        guard case .name(let word) = element.kind, declarations.meaning(of: word) == nil,
            let days = Self.days(meantBy: word.lowercased())
        else { return false }
        let plain = days.map(\.name).joined(separator: ", ")
        report(CheckMessage.daysInOneWord(word, plain: plain, at: element.range))
        return true
    }

    private static let days: [String: [Weekday]] = {
        let weekend: [Weekday] = [.saturday, .sunday]
        let working = Weekday.allCases.filter { !weekend.contains($0) }
        return [
            "weekend": weekend, "weekends": weekend, "weekdays": working, "workday": working, "workdays": working,
            "working-day": working, "business-day": working,
        ]
    }()

    /// Also those of `monday-friday`, which is one word.
    private static func days(meantBy word: String) -> [Weekday]? {
        let ends = word.split(separator: "-").map { Weekday.named(String($0)) }
        guard ends.count == 2, let first = ends[0]?.rawValue, let last = ends[1]?.rawValue else { return days[word] }
        let all = Weekday.allCases
        return Array(first <= last ? all[first...last] : all[first...] + all[...last])
    }

    /// Words for a field that is there, or is not.
    private static let presence = [
        "blank": false, "empty": false, "missing": false, "nil": false, "none": false, "null": false,
        "undefined": false, "defined": true, "known": true, "present": true, "provided": true, "set": true,
    ]

    /// How it is asked whether a field is missing, and the value that stands for it then where a transaction may bring
    /// the same one.
    private func asking(whether field: String, _ type: ValueType?, isMissing: Bool) -> (plain: String, value: String?)?
    {
        guard let type, let value = standIn(for: type) else { return nil }
        guard type != .boolean else {
            // There are only two values: it is missing where it can stand for both.
            let both = ["(\(field) or true)", "(\(field) or false)"]
            return (isMissing ? "(\(both[0]) and not \(both[1]))" : "(not \(both[0]) or \(both[1]))", nil)
        }
        return ("(\(field) or \(value)) \(isMissing ? "is" : "is not") \(value)", value)
    }

    /// `sunday` for `sun`.
    func weekday(abbreviatedBy word: String) -> String? {
        guard word.utf8.count >= 3 else { return nil }
        return Weekday.allCases.map(\.name).first { $0.hasPrefix(word.lowercased()) }
    }

    private static let moments: Set = [
        "current-date", "current-time", "now", "sysdate", "today", "tomorrow", "yesterday",
    ]

    /// Whether a word stands for a time that would differ from run to run.
    static func isClock(_ word: String) -> Bool {
        moments.contains(word.lowercased())
    }

    /// How what a function of another language does is written here.
    func rewriting(foreign name: String, _ arguments: [ExpressionSyntax]) -> String? {
        let parts = arguments.compactMap { mended($0.range) }
        guard parts.count == arguments.count else { return nil }
        let values = zip(parts, arguments).map { Self.binds($1) ? $0 : "(\($0))" }
        switch (name.lowercased(), parts.count) {
        // Whatever stands around it: in parentheses.
        case ("and", 2...), ("or", 2...):
            let conditions = zip(values, zip(parts, arguments)).map { Self.isComparison($1.1) ? $1.0 : $0 }
            return "(\(conditions.joined(separator: " \(name.lowercased()) ")))"
        case ("not", 1): return "not (\(parts[0]))"
        case ("if", 3), ("iif", 3): return "(if \(parts[0]) then \(parts[1]) else \(parts[2]))"
        case ("between", 3): return "(\(values[0]) >= \(values[1]) and \(values[0]) <= \(values[2]))"
        case ("isnull", 1), ("is-null", 1), ("isblank", 1), ("isempty", 1), ("missing", 1):
            return asking(whether: arguments[0], isMissing: true)
        case ("exists", 1), ("isset", 1), ("is-set", 1), ("has", 1), ("present", 1), ("defined", 1):
            return asking(whether: arguments[0], isMissing: false)
        case ("len", 1), ("strlen", 1), ("size", 1): return "length(\(parts[0]))"
        case ("like", 2):
            guard case .literal(.text(let pattern)) = arguments[1].kind else { return nil }
            return pattern.patternMeantInLike.map { "matches(\(parts[0]), \"\($0.escapedForText)\")" }
        case ("coalesce", 2), ("ifnull", 2), ("nvl", 2), ("isnull", 2):
            return isRequiredField(arguments[0]) ? parts[0] : "(\(values[0]) or \(values[1]))"
        default: return nil
        }
    }

    private func asking(whether syntax: ExpressionSyntax, isMissing: Bool) -> String? {
        guard case .name(let name) = syntax.kind, case .field(let field) = declarations.meaning(of: name),
            declarations.fields[field.index].isOptional
        else { return nil }
        return asking(whether: name, declarations.fields[field.index].type, isMissing: isMissing)?.plain
    }

    /// Whether it is a field that every transaction has.
    private func isRequiredField(_ syntax: ExpressionSyntax) -> Bool {
        guard case .name(let name) = syntax.kind, case .field(let field) = declarations.meaning(of: name) else {
            return false
        }
        return !declarations.fields[field.index].isOptional
    }

    /// Whether an operator before or behind it takes the whole of an expression.
    private static func binds(_ syntax: ExpressionSyntax) -> Bool {
        switch syntax.kind {
        case .name, .literal, .boolean, .parenthesized, .call: true
        case .list, .unary, .binary, .conditional, .missing: false
        }
    }

    /// Whether it is a comparison of two values that need no parentheses themselves.
    private static func isComparison(_ syntax: ExpressionSyntax) -> Bool {
        guard case .binary(let operation, let left, let right, _) = syntax.kind else { return false }
        switch operation {
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .is, .isNot: return binds(left) && binds(right)
        case .in, .notIn:
            guard case .list = right.kind else { return binds(left) && binds(right) }
            return binds(left)
        case .or, .and, .add, .subtract, .multiply, .divide: return false
        }
    }

    /// What a function of another language could be written with.
    static func advice(foreign name: String) -> String? {
        switch name.lowercased() {
        case "left", "right", "mid", "substr", "substring":
            "parts of a text are compared with `starts-with(customer, \"4\")`, `ends-with(…)` or "
                + "`matches(customer, \"4*\")`"
        case "lower", "lowercase", "upper", "uppercase", "trim":
            "texts are compared as they are: `in [\"us\", \"US\"]` takes both"
        case "regex", "regexp", "rlike":
            "patterns are those of `matches(customer, \"4*\")`: `*` is any text, `?` one character"
        default: nil
        }
    }
}
