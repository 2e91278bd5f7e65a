extension FingerprintEncoder {
    mutating func add(_ policy: CheckedPolicy, providers: [String]) {
        add(policy.name)
        add(policy.currency.code)
        add(Int64(policy.currency.exponent))
        add(policy.timezone)
        add(policy.zone)
        add(Int64(policy.weekStart.rawValue))
        add(policy.late)
        add(policy.fields) { $0.add($1) }
        add(policy.lists) { $0.add($1) }
        add(policy.tables) { $0.add($1) }
        add(policy.functions) { $0.add($1) }
        add(providers) { $0.add($1) }
        add(policy.aggregates) { $0.add($1) }
        add(policy.rules) { $0.add($1) }
    }

    private mutating func add(_ zone: ZoneRules) {
        add(zone.first)
        add(zone.transitions) { encoder, transition in
            encoder.add(transition.time)
            encoder.add(transition.offset)
        }
    }

    // MARK: Declarations

    private mutating func add(_ field: CheckedField) {
        add(field.name)
        add(field.type.rawValue)
        add(field.path) { $0.add($1) }
        switch field.presence {
        case .required: add("required")
        case .optional: add("optional")
        case .defaults(let value):
            add("defaults")
            add(value)
        }
    }

    private mutating func add(_ list: CheckedList) {
        add(list.name)
        add(list.type.rawValue)
        add(list.members) { $0.add($1) }
    }

    private mutating func add(_ table: CheckedTable) {
        add(table.name)
        add(table.key)
        add(table.type.rawValue)
        add(table.entries) { encoder, entry in
            encoder.add(entry.key)
            encoder.add(entry.value)
        }
        add(table.otherwise)
    }

    private mutating func add(_ function: CheckedFunction) {
        add(function.name)
        add(function.parameters) { $0.add($1.rawValue) }
        add(function.result.rawValue)
    }

    private mutating func add(_ aggregate: CheckedLetAggregate) {
        add(aggregate.name)
        add(aggregate.aggregate)
        add(kinds: aggregate.kinds)
        add(aggregate.filter) { $0.add($1) }
        add(aggregate.fallback) { $0.add($1) }
    }

    // MARK: Rules

    private mutating func add(_ rule: CheckedRule) {
        add(rule.name)
        add(rule.check)
        add(kinds: rule.kinds)
        add(rule.filter) { $0.add($1) }
        add(rule.exemption) { $0.add($1) }
        add(rule.active.from) { $0.add($1) }
        add(rule.active.until) { $0.add($1) }
        add(rule.isShadow)
        add(rule.outcome.rawValue)
        add(rule.code)
        add(rule.sentence) { encoder, sentence in encoder.add(sentence.parts) { $0.add($1) } }
    }

    private mutating func add(_ check: CheckedRule.Check) {
        switch check {
        case .unique(let unique):
            add("unique")
            add(unique.key) { $0.add($1) }
            add(unique.scope)
            add(unique.within) { $0.add($1) }
            add(unique.conflict) { encoder, conflict in
                encoder.add(conflict.fields) { $0.add($1) }
                encoder.add(conflict.code)
            }
        case .limit(let aggregate, let bound):
            add("limit")
            add(aggregate)
            add(bound)
        case .require(let condition):
            add("require")
            add(condition)
        }
    }

    private mutating func add(_ part: SentenceTemplate.Part) {
        switch part {
        case .text(let text):
            add("text")
            add(text)
        case .placeholder(let placeholder):
            add("placeholder")
            add(placeholder.rawValue)
        case .field(let field):
            add("field")
            add(field)
        }
    }

    // MARK: Aggregates

    private mutating func add(_ aggregate: CheckedAggregate) {
        switch aggregate.function {
        case .count: add("count")
        case .sum(let value): add("sum", of: value)
        case .average(let value): add("average", of: value)
        case .largest(let value): add("largest", of: value)
        case .smallest(let value): add("smallest", of: value)
        case .distinct(let field):
            add("distinct")
            add(field)
        }
        switch aggregate.counted {
        case .accepted: add("accepted")
        case .attempts: add("attempts")
        case .declined: add("declined")
        }
        add(aggregate.scope)
        switch aggregate.window {
        case .calendar(let window):
            add("calendar")
            add(window.rawValue)
        case .rolling(let seconds):
            add("rolling")
            add(seconds)
        }
        add(aggregate.type.rawValue)
    }

    private mutating func add(_ function: String, of value: CheckedExpression) {
        add(function)
        add(value)
    }

    private mutating func add(_ scope: CheckedScope) {
        switch scope {
        case .fields(let fields):
            add("fields")
            add(fields) { $0.add($1) }
        case .everyone: add("everyone")
        }
    }
}
