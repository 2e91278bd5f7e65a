import RulesDSL

extension PolicyReader {
    /// The clauses of a rule before they are put together.
    private struct Clauses {
        var unique: Unique?
        var aggregate: Aggregate?
        var bound: Term?
        var condition: Term?
    }

    func rule(_ syntax: RuleSyntax) throws -> Rule {
        var rule = Rule(syntax.name.text, .require(.yes))
        var clauses = Clauses()
        for clause in syntax.clauses { try add(clause, to: &rule, &clauses) }
        switch syntax.kind {
        case .unique: rule.check = .unique(try found("key", clauses.unique))
        case .limit:
            rule.check = .limit(
                try found("measure", clauses.aggregate), atMost: try found("at most", clauses.bound))
        case .require: rule.check = .require(try found("that", clauses.condition))
        }
        return rule
    }

    private func add(_ clause: ClauseSyntax, to rule: inout Rule, _ clauses: inout Clauses) throws {
        switch clause.kind {
        case .on(let names, let filter):
            rule.kinds = try kinds(names)
            rule.filter = try filter.map { try terms.term($0) }
        case .key(let names, let scope):
            clauses.unique = Unique(
                key: try names.map { try terms.field($0.text) }, scope: try self.scope(scope),
                within: clauses.unique?.within, conflict: clauses.unique?.conflict)
        case .within(let length):
            clauses.unique = clauses.unique ?? Unique(key: [])
            clauses.unique?.within = try duration(length)
        case .conflict(let names, _, let code):
            clauses.unique = clauses.unique ?? Unique(key: [])
            clauses.unique?.conflict = Unique.Conflict(
                fields: names.isEmpty ? nil : try names.map { try terms.field($0.text) },
                code: try found("code", code).text)
        case .measure(let aggregate): clauses.aggregate = try self.aggregate(aggregate)
        case .atMost(let bound): clauses.bound = try terms.term(bound)
        case .that(let condition): clauses.condition = try terms.term(condition)
        case .unless(let condition): rule.exemption = try terms.term(condition)
        case .active(let from, let until):
            rule.active = Active(
                from: try from.map { try terms.value($0) }, until: try until.map { try terms.value($0) })
        case .mode(let mode): rule.isShadow = mode.text == "shadow"
        case .otherwise(let outcome, let code):
            rule.outcome = try found("outcome", outcome.flatMap { Outcome(rawValue: $0.text) })
            rule.code = code?.text
        case .because(let sentence): rule.sentence = sentence.text
        }
    }
}
