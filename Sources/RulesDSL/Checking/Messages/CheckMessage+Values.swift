/// `R0320` to `R0331`: optional fields, calls, and values that are fixed.
extension CheckMessage {
    static func optionalField(_ name: NameSyntax, replacement: String) -> Diagnostic {
        rewritable(
            .optionalField, "`\(name.text)` is optional, and a transaction may lack it", at: name.range,
            replacement: replacement, help: ["say behind `or` what stands for it then"])
    }

    static func neverMissing(_ range: SourceRange, field: String) -> Diagnostic {
        rewritable(
            .neverMissing, "`\(field)` is never missing, so that nothing can stand for it", at: range,
            replacement: field)
    }

    static func fallbackType(
        _ range: SourceRange, text: String, type: ValueType, subject: String, expected: ValueType, replacement: String?
    ) -> Diagnostic {
        rewritable(
            .fallbackType,
            "`\(subject)` is \(OperatorTypes.words(expected)), and what stands for it, `\(text)`, is "
                + OperatorTypes.words(type), at: range, replacement: replacement)
    }

    static func argumentCount(
        _ name: NameSyntax, _ range: SourceRange, count: Int, expected: ClosedRange<Int>, form: String?
    ) -> Diagnostic {
        let takes =
            if expected.count == 1 {
                number(expected.lowerBound)
            } else {
                expected.count == 2 ? "\(expected.lowerBound) or \(expected.upperBound) values" : "2 or more values"
            }
        return error(
            .argumentCount, "`\(name.text)` takes \(takes), and here \(count == 1 ? "is" : "are") \(number(count))",
            at: range, help: form.map { ["it is written `\($0)`"] } ?? [])
    }

    private static func number(_ count: Int) -> String {
        count == 1 ? "1 value" : count == 0 ? "none" : "\(count) values"
    }

    static func argumentType(
        _ range: SourceRange, text: String, type: ValueType, of name: NameSyntax, expected: [ValueType],
        replacement: String?
    ) -> Diagnostic {
        let words = expected.map(OperatorTypes.words)
        let all = words.count == 1 ? words[0] : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        return rewritable(
            .argumentType, "`\(text)` is \(OperatorTypes.words(type)), and `\(name.text)` takes \(all)", at: range,
            replacement: replacement)
    }

    static func argumentsDiffer(
        _ range: SourceRange, of name: NameSyntax, first: (text: String, type: ValueType),
        other: (text: String, type: ValueType), replacement: String?
    ) -> Diagnostic {
        rewritable(
            .argumentType,
            "`\(first.text)` is \(OperatorTypes.words(first.type)) and `\(other.text)` is "
                + "\(OperatorTypes.words(other.type)): `\(name.text)` takes values of one type", at: range,
            replacement: replacement)
    }

    static func pattern(_ range: SourceRange, text: String) -> Diagnostic {
        error(
            .pattern, "`\(text)` is no pattern: a backslash stands before `*`, `?` or another backslash", at: range,
            help: ["in a text a backslash is written twice: `\"\\\\*\"` is the star itself"])
    }

    static func stepMissing(_ range: SourceRange, text: String, type: ValueType, currency: Currency?) -> Diagnostic {
        let example = type == .money ? currency?.written(whole: 1) ?? "$1.00" : "1 hour"
        return error(
            .roundingStep, "`\(text)` is \(OperatorTypes.words(type)), which is rounded to a step", at: range,
            help: ["write the step behind it: `round(\(text), \(example))`"])
    }

    static func stepNotPositive(_ range: SourceRange, text: String) -> Diagnostic {
        error(.roundingStep, "the step of `round` must be above zero, and `\(text)` is not", at: range)
    }

    static func notFixed(_ range: SourceRange, text: String, place: String) -> Diagnostic {
        error(
            .notFixed, "`\(text)` differs from transaction to transaction, and \(place) is one fixed value", at: range)
    }

    static func fixedType(
        _ range: SourceRange, text: String, type: ValueType, place: String, expected: ValueType, replacement: String?
    ) -> Diagnostic {
        rewritable(
            .fixedType, "`\(text)` is \(OperatorTypes.words(type)), and \(place) is \(OperatorTypes.words(expected))",
            at: range, replacement: replacement, help: replacement == nil ? spelling(of: expected) : [])
    }

    /// How values of a type are written, where that is not plain.
    private static func spelling(of type: ValueType) -> [String] {
        switch type {
        case .duration: ["a span of time has a unit: `30 days`, `24 hours`"]
        case .date: ["a date is written like `2026-01-31`, without quotes"]
        case .time: ["a time is written like `2026-01-31T10:00:00Z`, without quotes"]
        case .boolean: ["it is `true` or `false`"]
        case .text: ["a text stands between quotes"]
        case .weekday: ["the weekdays are `monday` to `sunday`"]
        case .money, .number, .kind: []
        }
    }

    static func activeType(
        _ range: SourceRange, text: String, type: ValueType, word: String, replacement: String?
    ) -> Diagnostic {
        rewritable(
            .fixedType, "`\(text)` is \(OperatorTypes.words(type)), and behind `\(word)` stands a date or a time",
            at: range, replacement: replacement,
            help: replacement == nil ? ["write it like `2026-01-01` or `2026-01-01T10:00:00Z`, without quotes"] : [])
    }

    static func lengthOfTime(
        _ range: SourceRange, text: String, place: String, isPositive: Bool, days: Int64
    ) -> Diagnostic {
        error(
            .lengthOfTime, "\(place) can't be `\(text)`", at: range,
            help: ["it is \(isPositive ? "above zero and " : "")at most \(grouped(days)) days"])
    }

    private static func grouped(_ number: Int64) -> String {
        guard number >= 1000 else { return "\(number)" }
        let rest = "\(number % 1000)"
        return "\(number / 1000)," + String(repeating: "0", count: 3 - rest.count) + rest
    }

    static func tableText(_ range: SourceRange, text: String) -> Diagnostic {
        error(
            .tableText, "`\(text)` is text, and a table gives no texts", at: range,
            help: ["it gives money, numbers, times, durations, dates, weekdays, kinds or `true` and `false`"])
    }

    static func fieldTextLength(_ range: SourceRange, field: String, bytes: Int) -> Diagnostic {
        error(
            .fieldTextLength,
            "the text `\(field)` of a transaction has at most \(CheckLimits.identifierBytes) bytes, and this one has "
                + "\(bytes)", at: range)
    }

    static func listType(
        _ range: SourceRange, left: (text: String, type: ValueType), list: NameSyntax, _ type: ValueType,
        replacement: String?
    ) -> Diagnostic {
        rewritable(
            .elementType,
            "`\(left.text)` is \(OperatorTypes.words(left.type)), and each member of `\(list.text)` is "
                + OperatorTypes.words(type), at: range, replacement: replacement)
    }

    static func stateInDistinct(_ name: NameSyntax) -> Diagnostic {
        error(
            .notAField, "`\(name.text)` is no field of the transaction itself", at: name.range,
            help: ["`distinct` counts the values that transactions bring"])
    }
}
