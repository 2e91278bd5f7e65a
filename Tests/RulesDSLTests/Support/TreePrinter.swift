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
        case .late(let length): "late up to \(print(length))"
        case .include(let path): "include \(quote(path.text))"
        case .field(let field): print(field)
        case .list(let list): print(list)
        case .table(let table): print(table)
        case .function(let function):
            "function \(function.name.text)(\(names(function.parameters))) : \(function.result.text)"
        case .aggregate(let name, let aggregate):
            "let \(name.text) = \(aggregate.function.text) \(print(aggregate))"
        case .constant(let name, let value): "let \(name.text) = \(print(value))"
        case .rule(let rule): print(rule)
        case .test(let test): print(test)
        }
    }

    private static func print(_ field: FieldSyntax) -> String {
        let parts = [
            "field \(field.name.text) : \(field.type.text)", field.optional.map { _ in "optional" },
            field.defaultValue.map { "default \(print($0))" }, field.path.map { "from \(quote($0.text))" },
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    private static func print(_ list: ListSyntax) -> String {
        let members =
            switch list.members {
            case .inPlace(let members, _): "[" + members.map(print).joined(separator: ", ") + "]"
            case .file(let path): "from \(quote(path.text))"
            case .missing: "missing"
            }
        return "list \(list.name.text) : \(list.type.text) \(members)"
    }

    private static func print(_ table: TableSyntax) -> String {
        let entries = table.entries.map { "  \(print($0.key)): \(print($0.value))" }
        let otherwise = table.otherwise.map { "  else: \(print($0))" }
        return (["table \(table.name.text) by \(table.key.text)"] + entries + [otherwise].compactMap(\.self))
            .joined(separator: "\n")
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
            case .within(let value), .atMost(let value), .that(let value), .unless(let value): print(value)
            case .conflict(let fields, let outcome, let code):
                "on [\(names(fields))] \(outcome?.text ?? "?") as \(code?.text ?? "?")"
            case .active(let from, let until): "from \(from.map(print) ?? "-") until \(until.map(print) ?? "-")"
            case .mode(let mode): mode.text
            case .otherwise(let outcome, let code): "\(outcome?.text ?? "?") as \(code?.text ?? "?")"
            case .because(let sentence): quote(sentence.text)
            }
        return "\(clause.kind.keyword) \(rest)"
    }

    private static func print(_ aggregate: AggregateSyntax) -> String {
        let parts = [
            aggregate.expression.map(print), aggregate.counted.map { "of \($0.text)" },
            aggregate.selection.map { selection in
                "on \(names(selection.kinds))" + (selection.condition.map { " where \(print($0))" } ?? "")
            }, print(aggregate.scope), "per \(print(aggregate.window))", aggregate.fallback.map { "or \(print($0))" },
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

    private static func print(_ window: WindowSyntax?) -> String {
        switch window {
        case .calendar(let name): name.text
        case .rolling(let length, _): "rolling \(print(length))"
        case nil: "?"
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
        case .call(let name, let arguments): "\(name.text)(\(arguments.map(print).joined(separator: ", ")))"
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
        return
            ([time, entry.kind.text, print(entry.amount)] + values + [result]
            + entry.shadows.map { "shadow \($0.text)" }).joined(separator: " ")
    }
}
