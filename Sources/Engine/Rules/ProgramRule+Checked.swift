internal import RulesDSL

extension ProgramRule {
    init(
        _ rule: CheckedRule, condition: Condition?, exemption: Condition?, _ table: FieldTable, sources: SourceMap
    ) {
        self.condition = condition
        self.exemption = exemption
        active = rule.active
        name = rule.name
        code = rule.code
        position = rule.position
        outcome = Step.Outcome(rule.outcome)
        isShadow = rule.isShadow
        kinds = rule.kinds
        sentence = rule.sentence
        switch rule.check {
        case .unique(let unique):
            kind = .unique
            aggregate = nil
            measured = ""
            scopeNames = []
            comparedFields = unique.conflict?.fields ?? []
            var fields = unique.key
            if case .fields(let scopes) = unique.scope { fields += scopes }
            keyFields = fields
            keyNames = fields.map { table[$0].name }
            keyCount = unique.key.count
            conflictCode = unique.conflict?.code ?? rule.code
            comparison = nil
        case .limit(let measure, _):
            kind = .limit
            aggregate = measure
            measured = measure.words(table, sources)
            scopeNames = measure.scope.names(table)
            comparedFields = []
            keyFields = []
            keyNames = []
            keyCount = 0
            conflictCode = rule.code
            comparison = nil
        case .require(let expression):
            kind = .require
            aggregate = nil
            measured = ""
            scopeNames = []
            comparedFields = []
            keyFields = []
            keyNames = []
            keyCount = 0
            conflictCode = rule.code
            if case .compare(let operation, let left, _) = expression.kind, left.type != .text {
                comparison = Comparison(operation: operation, type: left.type)
            } else {
                comparison = nil
            }
        }
    }
}

extension CheckedAggregate {
    /// What is measured as it was written, or the field of `distinct`; empty for a count.
    func words(_ table: FieldTable, _ sources: SourceMap) -> String {
        switch function {
        case .count: ""
        case .distinct(let field): table[field].name
        case .sum(let expression), .average(let expression), .largest(let expression), .smallest(let expression):
            sources.shown(expression.range)
        }
    }
}

extension CheckedScope {
    fileprivate func names(_ table: FieldTable) -> [String] {
        switch self {
        case .everyone: []
        case .fields(let fields): fields.map { table[$0].name }
        }
    }
}
