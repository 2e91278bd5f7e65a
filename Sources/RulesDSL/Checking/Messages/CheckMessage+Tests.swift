/// `R0401` to `R0422`: tests.
extension CheckMessage {
    static func testTwice(_ name: NameSyntax, first: NameSyntax) -> Diagnostic {
        error(
            .testTwice, "there are two tests \"\(name.text)\"", at: name.range, label: "give this one another name",
            secondary: [Diagnostic.Label(first.range, "the first one")])
    }

    static func testMoney(
        _ range: SourceRange, text: String, place: String, type: ValueType, replacement: String?
    ) -> Diagnostic {
        let message =
            type == .money
            ? "`\(text)` differs from transaction to transaction, and \(place) takes a fixed sum"
            : "`\(text)` is \(OperatorTypes.words(type)), and \(place) takes money"
        return rewritable(.testMoney, message, at: range, replacement: replacement)
    }

    static func amountNotPositive(_ range: SourceRange, text: String) -> Diagnostic {
        error(
            .amountNotPositive, "the amount of an entry must be above zero, and `\(text)` is not", at: range,
            help: text.hasPrefix("-") ? ["the kind says the direction: write `withdrawal \(text.dropFirst())`"] : [])
    }

    static func entryField(_ name: NameSyntax, suggestion: String?, allowed: [String]) -> Diagnostic {
        unknown(
            .entryField, "an entry can't give `\(name.text)`", name, suggestion: suggestion,
            otherwise: "it can give \(listed(allowed)); all else follows from its time, kind and amount")
    }

    static func entryText(
        _ range: SourceRange, text: String, field: String, type: ValueType, replacement: String?
    ) -> Diagnostic {
        let what = type == .text ? "no fixed text" : OperatorTypes.words(type)
        return rewritable(
            .entryText, "the `\(field)` of an entry is a text in quotes, and `\(text)` is \(what)", at: range,
            replacement: replacement)
    }

    /// `known` are the rules that decide so, if that is known.
    static func unknownRule(
        _ name: NameSyntax, suggestion: String?, outcome: RuleOutcome, known: [String]?
    ) -> Diagnostic {
        unknown(
            .unknownRule, "there is no rule `\(name.text)`", name, suggestion: suggestion,
            otherwise: known.map {
                $0.isEmpty ? "no rule \(words(outcome))" : "the rules that \(outcome.rawValue): \(few($0))"
            })
    }

    static func unknownShadow(_ name: NameSyntax, suggestion: String?, known: [String]?) -> Diagnostic {
        unknown(
            .unknownRule, "there is no rule `\(name.text)`", name, suggestion: suggestion,
            otherwise: known.map {
                $0.isEmpty ? "no rule is in shadow mode" : "the rules in shadow mode: \(few($0))"
            })
    }

    /// More names than these nobody reads.
    static let mostNames = 8

    private static func few(_ names: [String]) -> String {
        guard names.count > mostNames else { return listed(names) }
        return names.prefix(mostNames).map { "`\($0)`" }.joined(separator: ", ") + " …"
    }

    static func codeForRule(_ name: NameSyntax, rule: String) -> Diagnostic {
        rewritable(
            .unknownRule, "there is no rule `\(name.text)`: it is a code", at: name.range, replacement: rule,
            help: ["`by` takes a rule's name, `as` takes a code"])
    }

    static func ruleOutcome(
        _ name: NameSyntax, expected: RuleOutcome, actual: RuleOutcome, rule: RuleFacts.Fact
    ) -> Diagnostic {
        let form =
            switch actual {
            case .decline: "declined by \(rule.name.text)"
            case .ignore: "ignored by \(rule.name.text)"
            case .review: "reviewed as \(rule.code)"
            }
        return error(
            .ruleOutcome, "`\(name.text)` never \(words(expected)): it \(words(actual))", at: name.range,
            secondary: [Diagnostic.Label(rule.name.range, "the rule")],
            help: ["where a transaction fails it, the entry ends with `\(form)`"])
    }

    /// `known` are the codes of the rules that decide so, if that is known.
    static func unknownCode(
        _ name: NameSyntax, suggestion: String?, outcome: RuleOutcome, known: [String]?
    ) -> Diagnostic {
        unknown(
            .unknownCode, "no rule has the code `\(name.text)`", name, suggestion: suggestion,
            otherwise: known.map {
                $0.isEmpty
                    ? "no rule \(words(outcome))" : "the codes of the rules that \(outcome.rawValue): \(few($0))"
            })
    }

    static func ruleForCode(_ name: NameSyntax, code: String) -> Diagnostic {
        rewritable(
            .unknownCode, "no rule has the code `\(name.text)`: it is a rule", at: name.range, replacement: code,
            help: ["`as` takes a code, `by` takes a rule's name"])
    }

    static func codeOutcome(
        _ name: NameSyntax, expected: RuleOutcome, actual: RuleOutcome, rule: RuleFacts.Fact
    ) -> Diagnostic {
        error(
            .codeOutcome, "no rule that \(words(expected)) has the code `\(name.text)`", at: name.range,
            secondary: [Diagnostic.Label(rule.name.range, "this rule has it, and \(words(actual))")])
    }

    static func engineCauseReviewed(_ name: NameSyntax) -> Diagnostic {
        rewritable(
            .codeOutcome, "no review has the code `\(name.text)`: a rule that can't be computed declines",
            at: name.range,
            replacement: nil, help: ["write `declined as \(name.text)`"])
    }

    static func entryTime(_ range: SourceRange, text: String) -> Diagnostic {
        error(.entryTime, "`\(text)` is outside the years 0000 to 9999 of UTC", at: range)
    }

    static func entryTextLength(_ range: SourceRange, field: String, bytes: Int) -> Diagnostic {
        error(
            .entryTextLength,
            "the `\(field)` of a transaction has 1 to \(CheckLimits.identifierBytes) bytes, and this one has \(bytes)",
            at: range)
    }

    static func entryFieldMissing(_ entry: SourceRange, field: CheckedField) -> Diagnostic {
        let example =
            switch field.type {
            case .text: "\"…\""
            case .boolean: "true"
            case .money, .number, .time, .duration, .date, .weekday, .kind: "…"
            }
        return error(
            .entryFieldMissing, "this entry has no `\(field.name)`, which every transaction has", at: entry,
            help: [
                "write `\(field.name) \(example)` before its result, or make the field `optional` or give it a "
                    + "`default`"
            ])
    }

    static func shadowDecides(_ name: NameSyntax, rule: RuleFacts.Fact) -> Diagnostic {
        let message =
            name.text == rule.name.text
            ? "`\(name.text)` is in shadow mode, and decides nothing"
            : "nothing is decided as `\(name.text)`: `\(rule.name.text)` is in shadow mode"
        return error(
            .shadowDecides, message, at: name.range,
            secondary: [Diagnostic.Label(rule.name.range, "the rule")],
            help: ["write what becomes of the transaction without it, and `shadow \(rule.name.text)` behind that"])
    }

    static func notShadow(_ name: NameSyntax, rule: RuleFacts.Fact) -> Diagnostic {
        error(
            .notShadow, "`\(name.text)` is not in shadow mode", at: name.range,
            secondary: [Diagnostic.Label(rule.name.range, "the rule")],
            help: ["a test names a rule that decides with `declined by`, `ignored by` or `reviewed as`"])
    }
}
