internal import RulesDSL

/// What an aggregate measures, in words.
struct MeasureWords {
    /// `loads`, `attempted loads`, `declined transactions`.
    let counted: String
    /// ``the average of `amount` over loads``, `the number of loads`.
    let measure: String
    /// What a sum adds up: `loads` where that is their amounts, else ``` `amount * 2` over loads```.
    let summed: String

    /// `measured` is the expression as it was written, or the field of `distinct`; empty for a count.
    init(_ aggregate: CheckedAggregate, kinds: [Int], measured: String) {
        let what = kinds.count == 1 ? "\(TransactionKind.allCases[kinds[0]].name)s" : "transactions"
        switch aggregate.counted {
        case .accepted: counted = what
        case .attempts: counted = "attempted \(what)"
        case .declined: counted = "declined \(what)"
        }
        summed = measured == "amount" ? counted : "`\(measured)` over \(counted)"
        switch aggregate.function {
        case .count: measure = "the number of \(counted)"
        case .sum: measure = "the sum of `\(measured)` over \(counted)"
        case .average: measure = "the average of `\(measured)` over \(counted)"
        case .largest: measure = "the largest `\(measured)` of \(counted)"
        case .smallest: measure = "the smallest `\(measured)` of \(counted)"
        case .distinct: measure = "the number of different values of `\(measured)` in \(counted)"
        }
    }

    init(_ aggregate: CheckedAggregate, kinds: [Int], _ fields: FieldTable, _ sources: SourceMap) {
        self.init(aggregate, kinds: kinds, measured: aggregate.words(fields, sources))
    }
}
