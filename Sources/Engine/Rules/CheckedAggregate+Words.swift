internal import RulesDSL

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
    /// The names of the fields that share a counter.
    func names(_ table: FieldTable) -> [String] {
        switch self {
        case .everyone: []
        case .fields(let fields): fields.map { table[$0].name }
        }
    }
}
