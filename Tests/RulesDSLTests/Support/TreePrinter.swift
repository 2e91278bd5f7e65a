import RulesDSL

/// A syntax tree as text, one declaration or clause a line, expressions with all their parentheses.
enum TreePrinter {
    static func print(_ file: RulesFileSyntax) -> String {
        let declarations = file.declarations.map(print).joined(separator: "\n")
        let comments = file.comments.map { "comment\($0.standsAlone ? "" : " behind something"): \($0.text)" }
        return ([declarations] + comments).joined(separator: "\n") + "\n"
    }

    private static func print(_ declaration: DeclarationSyntax) -> String {
        switch declaration.kind {
        case .policy(let name): "policy \(quote(name.text))"
        case .currency(let name): "currency \(name.text)"
        case .timezone(let name): "timezone \(name.text)"
        case .week(let starts): "week starts \(starts.text)"
        case .constant(let name, let value): "let \(name.text) = \(print(value))"
        case .rule(let rule): print(rule)
        case .test(let test): print(test)
        }
    }

    private static func print(_ rule: RuleSyntax) -> String {
        (["\(rule.kind.rawValue) \(rule.name.text)"] + rule.clauses.map { "  " + print($0) }).joined(separator: "\n")
    }

    private static func print(_ clause: ClauseSyntax) -> String {
        let rest: String =
            switch clause.kind {
            case .on(let kinds, let condition):
                names(kinds) + (condition.map { " where \(print($0))" } ?? "")
            case .key(let names, let scope): self.names(names) + " " + print(scope)
            case .measure(let aggregate): print(aggregate)
            case .atMost(let value), .that(let value), .unless(let value): print(value)
            case .otherwise(let outcome, let code): "\(outcome?.text ?? "?") as \(code?.text ?? "?")"
            case .because(let sentence): quote(sentence.text)
            }
        return "\(clause.kind.keyword) \(rest)"
    }

    private static func print(_ aggregate: AggregateSyntax) -> String {
        let parts = [
            aggregate.expression.map(print), aggregate.counted.map { "of \($0.text)" }, print(aggregate.scope),
            "per \(aggregate.window?.text ?? "?")",
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    private static func print(_ scope: ScopeSyntax?) -> String {
        switch scope {
        case .per(let names): "per \(self.names(names))"
        case .everyone: "across everyone"
        case nil: "per ?"
        }
    }

    private static func names(_ names: [NameSyntax]) -> String {
        names.map(\.text).joined(separator: ", ")
    }

    private static func quote(_ text: String) -> String {
        "\"\(text.escapedForText)\""
    }

    // MARK: Expressions

    static func print(_ expression: ExpressionSyntax) -> String {
        switch expression.kind {
        case .name(let name): name
        case .literal(let literal): print(literal)
        case .boolean(let value): "\(value)"
        case .list(let elements): "[" + elements.map(print).joined(separator: ", ") + "]"
        case .unary(let sign, let operand): "(\(sign.rawValue) \(print(operand)))"
        case .binary(let sign, let left, let right, _): "(\(print(left)) \(sign.rawValue) \(print(right)))"
        case .conditional(let condition, let chosen, let otherwise):
            "(if \(print(condition)) then \(print(chosen)) else \(print(otherwise)))"
        case .parenthesized(let inner): print(inner)
        case .missing: "missing"
        }
    }

    private static func print(_ literal: LiteralSyntax) -> String {
        switch literal {
        case .number(let digits, let scale): "number(\(digits)e-\(scale))"
        case .money(let currency, let digits, let scale): "money(\(currency) \(digits)e-\(scale))"
        case .text(let text): quote(text)
        case .duration(let seconds): "duration(\(seconds)s)"
        case .date(let days): "date(\(days))"
        case .time(let seconds): "time(\(seconds))"
        }
    }

    // MARK: Tests

    private static func print(_ test: TestSyntax) -> String {
        var lines = ["test \(quote(test.name.text))"]
        if let balance = test.balance {
            lines.append("  given balance \(print(balance))")
        }
        return (lines + test.entries.map { "  " + print($0) }).joined(separator: "\n")
    }

    private static func print(_ entry: TestEntrySyntax) -> String {
        let time =
            switch entry.time {
            case .local(let seconds): "local(\(seconds))"
            case .instant(let seconds): "instant(\(seconds))"
            }
        let values = entry.values.map { "\($0.field.text)=\(print($0.value))" }
        let result =
            switch entry.result {
            case .accepted: "accepted"
            case .reviewedAs(let code): "reviewed as \(code.text)"
            case .declinedBy(let rule): "declined by \(rule.text)"
            case .declinedAs(let code): "declined as \(code.text)"
            case .ignoredBy(let rule): "ignored by \(rule.text)"
            }
        return ([time, entry.kind.text, print(entry.amount)] + values + [result]).joined(separator: " ")
    }
}
