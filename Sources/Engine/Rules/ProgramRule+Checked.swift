internal import RulesDSL

extension ProgramRule {
    init(_ rule: CheckedRule, _ table: FieldTable, sources: SourceMap) {
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
            condition = ""
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
            condition = ""
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
            condition = sources.text(expression.range)
            if case .compare(let operation, let left, let right) = expression.kind, left.type != .text {
                comparison = Comparison(
                    operation: operation, left: sources.text(left.range), right: sources.text(right.range),
                    type: left.type)
            } else {
                comparison = nil
            }
        }
    }
}

extension CheckedAggregate {
    /// What is measured as it was written, or the field of `distinct`; empty for a count.
    fileprivate func words(_ table: FieldTable, _ sources: SourceMap) -> String {
        switch function {
        case .count: ""
        case .distinct(let field): table[field].name
        case .sum(let expression), .average(let expression), .largest(let expression), .smallest(let expression):
            sources.text(expression.range)
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

extension SourceMap {
    /// The text of a range on one line: every run of white space becomes one space.
    func text(_ range: SourceRange) -> String {
        guard range.file.index < files.count else { return "" }
        let bytes = files[range.file.index].bytes
        let lower = min(range.lower, bytes.count)
        let text = String(decoding: bytes[lower..<min(max(range.upper, lower), bytes.count)], as: UTF8.self)
        return text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
    }
}
