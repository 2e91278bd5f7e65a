/// `R0301` to `R0319`: types and values.
extension CheckMessage {
    static func otherCurrency(
        _ range: SourceRange, text: String, _ written: String, _ currency: Currency, _ declared: SourceRange?
    ) -> Diagnostic {
        let codes = Currency.codes(withSymbol: written)
        let other: String
        if Currency.withCode(written) != nil {
            other = "`\(text)` is in \(written), and this policy is in \(currency.code)"
        } else if codes.count == 1 {
            other = "`\(text)` is in \(codes[0]), and this policy is in \(currency.code)"
        } else {
            other = "`\(text)` is not in \(currency.code), this policy's currency"
        }
        let example = currency.written(whole: 5)
        let withCode = "\(currency.code) \(example.drop { !$0.isNumber })"
        let forms = example == withCode ? [] : [example]
        return error(
            .otherCurrency, other, at: range,
            secondary: declared.map { [Diagnostic.Label($0, "the policy's one currency")] } ?? [],
            help: ["amounts are written \(listed(forms + [withCode], "or"))"])
    }

    static func moneyDecimals(_ range: SourceRange, text: String, _ currency: Currency) -> Diagnostic {
        let decimals =
            switch currency.exponent {
            case 0: "no decimals"
            case 1: "1 decimal"
            default: "\(currency.exponent) decimals"
            }
        let whole = text.prefix { $0 != "." }
        let shorter = text.prefix(whole.count + (currency.exponent == 0 ? 0 : 1 + currency.exponent))
        let isSame = text.dropFirst(shorter.count).allSatisfy { $0 == "0" || $0 == "." }
        let thousands = thousands(text)
        return error(
            .moneyDecimals, "`\(text)` has more decimals than money can have: \(currency.code) has \(decimals)",
            at: range, label: "\(isSame && thousands.isEmpty ? "write" : "for example") `\(shorter)`", help: thousands,
            fixIts: isSame && thousands.isEmpty ? [Diagnostic.FixIt(range: range, replacement: String(shorter))] : [])
    }

    /// `$5.000` where a comma was meant to join the digits.
    private static func thousands(_ text: String) -> [String] {
        let parts = text.split(separator: ".")
        guard parts.count == 2, parts[1].utf8.count == 3, parts[0].filter(\.isNumber).count <= 3 else { return [] }
        return ["if thousands are meant, write `\(parts[0]),\(parts[1])`"]
    }

    static func boundBelowZero(_ range: SourceRange, text: String) -> Diagnostic {
        error(
            .boundBelowZero, "`\(text)` is below zero, and what this limit measures never is", at: range,
            label: "write one of zero or above")
    }

    static func numberDecimals(_ range: SourceRange, text: String) -> Diagnostic {
        error(
            .numberDecimals, "`\(text)` has more than six decimals", at: range,
            help: ["numbers are exact to a millionth"])
    }

    static func literalTooLarge(_ range: SourceRange, text: String, type: ValueType) -> Diagnostic {
        error(.literalTooLarge, "`\(text)` is too large for \(OperatorTypes.words(type))", at: range)
    }

    /// Two sides that don't go together, and what one of them should be; `declared` is one that is a declared field.
    static func typesDiffer(
        _ range: SourceRange, _ operation: ExpressionSyntax.BinaryOperator, left: (text: String, type: ValueType),
        right: (text: String, type: ValueType), wayOut: WayOut?, declared: String? = nil
    ) -> Diagnostic {
        let isComparison = OperatorTypes.comparison(operation) != nil
        return rewritable(
            isComparison ? .comparedTypes : .arithmeticTypes,
            "\(difference(left, right)): they can't be \(OperatorTypes.participle(operation))",
            at: wayOut?.range ?? range, replacement: wayOut?.replacement,
            help: wayOut == nil ? advice(operation, left.type, right.type, declared) : [])
    }

    private static func difference(
        _ left: (text: String, type: ValueType), _ right: (text: String, type: ValueType)
    ) -> String {
        guard left.type != right.type else {
            return left.text == right.text
                ? "`\(left.text)` is \(OperatorTypes.words(left.type))"
                : "`\(left.text)` and `\(right.text)` are both \(OperatorTypes.words(left.type))"
        }
        return
            "`\(left.text)` is \(OperatorTypes.words(left.type)) and `\(right.text)` is "
            + "\(OperatorTypes.words(right.type))"
    }

    /// What to do about types that don't go together, where no other spelling would help.
    private static func advice(
        _ operation: ExpressionSyntax.BinaryOperator, _ left: ValueType, _ right: ValueType, _ declared: String?
    ) -> [String] {
        switch (operation, left, right) {
        case (.multiply, .money, .money): ["multiply money by a number; to compare two amounts, divide them"]
        case (.multiply, .number, .duration), (.add, .duration, .time): ["write them the other way round"]
        case (.divide, .number, .money): ["divide money by a number, or money by money"]
        case (.add, .time, .number), (.subtract, .time, .number), (.add, .duration, .number),
            (.subtract, .duration, .number):
            ["a span of time has a unit: `30 days`, `24 hours`"]
        case (_, .boolean, _), (_, _, .boolean): ["what is true or false is compared with `true` or `false`"]
        case (_, .date, .text), (_, .text, .date): ["a date is written like `2026-01-31`, without quotes"]
        case (_, .time, .text), (_, .text, .time): ["a time is written like `2026-01-31T10:00:00Z`, without quotes"]
        case (_, .time, .date), (_, .date, .time):
            ["a time has hours: write it like `2026-01-01T00:00:00Z`, or compare a date with a date"]
        case (.add, .text, _), (.subtract, .text, _), (.multiply, .text, _), (.divide, .text, _),
            (.add, _, .text), (.subtract, _, .text), (.multiply, _, .text), (.divide, _, .text):
            computedText(declared)
        default: []
        }
    }

    /// What to do about a text with which something is computed; `field` is one that the policy declares as a text.
    private static func computedText(_ field: String?) -> [String] {
        let nothing = "nothing is computed with texts"
        return [field.map { "\(nothing); if the input has numbers there, declare `\($0)` as a `number`" } ?? nothing]
    }

    static func noOrder(
        _ range: SourceRange, _ operation: ExpressionSyntax.BinaryOperator, text: String, type: ValueType,
        quoted: String?
    ) -> Diagnostic {
        let advice = quoted.map { "`\($0)` in quotes is a text: write the name without them" }
        return error(
            .noOrder, "`\(text)` is \(OperatorTypes.words(type)), which is not ordered by `\(operation.rawValue)`",
            at: range, help: [advice ?? "compare it with `is`, `is not` or `in [ … ]`"])
    }

    static func conditionExpected(
        _ range: SourceRange, text: String, type: ValueType, place: String, help: [String]
    ) -> Diagnostic {
        error(
            .conditionExpected, "`\(place)` needs a condition, and `\(text)` is \(OperatorTypes.words(type))",
            at: range,
            help: help.isEmpty ? ["a condition compares, such as `amount > …` or `weekday is sunday`"] : help)
    }

    static func branchesDiffer(
        _ range: SourceRange, then: (text: String, type: ValueType), otherwise: (text: String, type: ValueType),
        wayOut: WayOut?
    ) -> Diagnostic {
        rewritable(
            .branchesDiffer, "\(difference(then, otherwise)): both branches of an `if` need one type",
            at: wayOut?.range ?? range, replacement: wayOut?.replacement)
    }

    static func cannotNegate(_ range: SourceRange, text: String, type: ValueType) -> Diagnostic {
        error(.cannotNegate, "`\(text)` is \(OperatorTypes.words(type)), which has no negative", at: range)
    }

    static func listOutsideIn(_ range: SourceRange) -> Diagnostic {
        error(
            .listOutsideIn, "a list can only stand on the right of `in`", at: range,
            help: [
                "write it where it is used: `weekday in [saturday, sunday]`",
                "texts, numbers, money, dates and times can have a name: `list vip : text [\"17\", \"42\"]`",
            ])
    }

    static func listCompared(
        _ range: SourceRange, _ operation: ExpressionSyntax.BinaryOperator, list: String
    ) -> Diagnostic {
        let word = operation == .isNot ? "not in" : "in"
        return error(
            .listOutsideIn, "`\(list)` is a list, and `\(operation.rawValue)` compares with one value", at: range,
            label: "write `\(word)`", fixIts: [Diagnostic.FixIt(range: range, replacement: word)])
    }

    static func elementNotConstant(_ range: SourceRange, text: String) -> Diagnostic {
        error(
            .elementNotConstant, "`\(text)` differs from transaction to transaction, and a list holds fixed values",
            at: range,
            help: ["compare with `is` and join the comparisons with `or`"])
    }

    static func elementType(
        _ range: SourceRange, text: String, type: ValueType, left: (text: String, type: ValueType), replacement: String?
    ) -> Diagnostic {
        rewritable(
            .elementType, "\(difference(left, (text, type))): it can't be in this list", at: range,
            replacement: replacement)
    }

    static func emptyList(_ range: SourceRange) -> Diagnostic {
        error(.emptyList, "the list is empty, and nothing is in it", at: range)
    }

    static func measureType(
        _ range: SourceRange, text: String, type: ValueType, of function: NameSyntax, replacement: String?
    ) -> Diagnostic {
        let takes = function.text == "sum" ? "adds up" : "is taken of"
        return rewritable(
            .sumType,
            "`\(function.text)` \(takes) money or numbers, and `\(text)` is \(OperatorTypes.words(type))", at: range,
            replacement: replacement)
    }

    static func boundType(
        _ range: SourceRange, text: String, type: ValueType, measure: CheckedAggregate, replacement: String?
    ) -> Diagnostic {
        let measured =
            switch measure.function {
            case .count: "counts transactions"
            case .sum: measure.type == .money ? "adds up money" : "adds up numbers"
            case .average, .largest, .smallest: "measures \(OperatorTypes.words(measure.type))"
            case .distinct: "counts values"
            }
        return rewritable(
            .boundType, "`\(text)` is \(OperatorTypes.words(type)), and this limit \(measured)", at: range,
            replacement: replacement)
    }

    static func constantOverflow(_ range: SourceRange, text: String) -> Diagnostic {
        error(.constantOverflow, "the value of `\(text)` is too large", at: range)
    }

    static func divisionByZero(_ range: SourceRange, text: String) -> Diagnostic {
        error(.divisionByZero, "`\(text)` divides by zero", at: range)
    }

    static func expressionTooLarge(_ range: SourceRange) -> Diagnostic {
        error(
            .expressionTooLarge,
            "this expression is too large, once each `let` stands in its place: more than "
                + "\(CheckLimits.expressionSize) "
                + "parts, or nested deeper than \(CheckLimits.expressionDepth)", at: range)
    }
}
