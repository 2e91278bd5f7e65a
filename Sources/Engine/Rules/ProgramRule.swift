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
    package let aggregate: CheckedAggregate?
    /// For a limit: what is measured as it was written, or the field of `distinct`; empty for a count.
    package let measured: String
    /// For a limit: the names of the fields that share a counter; empty for everyone.
    package let scopeNames: [String]
    /// For a unique: the fields of the key and of the scope.
    package let keyFields: [FieldIndex]
    /// Their names.
    package let keyNames: [String]
    /// How many of them are the key's.
    package let keyCount: Int
    /// For a unique: the code of a key with another payload; its own code without a `conflict` clause.
    package let conflictCode: String
    /// For a unique with `conflict`: the fields that are compared.
    package let comparedFields: [FieldIndex]
    /// When it checks; outside of that transactions are exempt.
    package let active: ActiveDates
    /// For a require: its condition.
    package let condition: Condition?
    /// Under which condition transactions are exempt.
    package let exemption: Condition?
    /// For a require whose condition is a comparison, but of no texts: which one.
    package let comparison: Comparison?

    package struct Comparison: Sendable {
        package let operation: CheckedExpression.Comparison
        package let type: ValueType
    }

    /// For a require whose condition is a comparison: that.
    var comparedPart: Condition.Part? { comparison == nil ? nil : condition?.parts.first }

    /// The unit of the used, added and allowed values that a failure of this rule shows.
    package var valueType: ValueType? {
        switch kind {
        case .limit: aggregate?.type
        case .require: comparison?.type
        case .unique: nil
        }
    }
}
