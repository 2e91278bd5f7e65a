package import RulesDSL

/// What people are told about a rule: never read while deciding.
package struct ProgramRule: Sendable {
    package let name: String
    package let code: String
    package let position: SourcePosition
    package let kind: Step.Kind
    package let outcome: Step.Outcome
    /// Whether it is in `mode shadow`.
    package let isShadow: Bool
    /// The kinds it applies to, by index, ascending.
    package let kinds: [Int]
    package let sentence: SentenceTemplate?
    /// For a limit: what it measures.
    package private(set) var aggregate: CheckedAggregate?
    /// For a limit: what is measured as it was written, or the field of `distinct`; empty for a count.
    package private(set) var measured = ""
    /// For a limit: what it allows as it was written, where that has to be computed; else empty.
    package private(set) var bound = ""
    /// For a limit: the names of the fields that share a counter; empty for everyone.
    package private(set) var scopeNames: [String] = []
    /// For a unique: the fields of the key and of the scope.
    package private(set) var keyFields: [FieldIndex] = []
    /// Their names.
    package private(set) var keyNames: [String] = []
    /// How many of them are the key's.
    package private(set) var keyCount = 0
    /// For a unique: the code of a key with another payload; its own code without a `conflict` clause.
    package private(set) var conflictCode: String
    /// For a unique with `conflict`: the fields that are compared.
    package private(set) var comparedFields: [FieldIndex] = []
    /// When it checks; outside of that transactions are exempt.
    package let active: ActiveDates
    /// For a require: its condition.
    package let condition: Condition?
    /// Under which condition transactions are exempt.
    package let exemption: Condition?
    /// For a require whose condition is a comparison, but of no texts: which one.
    package private(set) var comparison: Comparison?

    /// A comparison of two values that are no texts, its sides as they were written.
    package struct Comparison: Sendable {
        package let operation: CheckedExpression.Comparison
        package let type: ValueType
    }

    /// For a require whose condition is a comparison: that.
    var comparedReason: Condition.Reason? { comparison == nil ? nil : condition?.reasons.first }

    /// The unit of the used, added and allowed values that a failure of this rule shows.
    package var valueType: ValueType? {
        switch kind {
        case .limit: aggregate?.type
        case .require: comparison?.type
        case .unique: nil
        }
    }
}

extension ProgramRule {
    /// What of a checked rule is still shown when it decides.
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
        conflictCode = rule.code
        switch rule.check {
        case .unique(let unique):
            kind = .unique
            setKey(unique, table)
        case .limit(let measure, let bound):
            kind = .limit
            setMeasure(measure, table, sources)
            if case .constant = bound.kind { break }
            self.bound = sources.shown(bound.range)
        case .require(let expression):
            kind = .require
            setComparison(expression)
        }
    }

    private mutating func setKey(_ unique: CheckedUnique, _ table: FieldTable) {
        keyFields = unique.key
        if case .fields(let scopes) = unique.scope { keyFields += scopes }
        keyNames = keyFields.map { table[$0].name }
        keyCount = unique.key.count
        guard let conflict = unique.conflict else { return }
        comparedFields = conflict.fields
        conflictCode = conflict.code
    }

    private mutating func setMeasure(_ measure: CheckedAggregate, _ table: FieldTable, _ sources: SourceMap) {
        aggregate = measure
        measured = measure.words(table, sources)
        scopeNames = measure.scope.names(table)
    }

    private mutating func setComparison(_ expression: CheckedExpression) {
        guard case .compare(let operation, let left, _) = expression.kind, left.type != .text else { return }
        comparison = Comparison(operation: operation, type: left.type)
    }
}
