/// Why what a limit measures never exceeds a number: other limits, and how often their windows fit into its own.
struct LimitProof {
    /// What the number follows from.
    enum Reason {
        /// So much in each of their windows.
        case sum(Int64)
        /// So many transactions in each of their windows, each of at most so much.
        case countOf(Int64, each: Int64)
        /// So many transactions in each of their windows.
        case count(Int64)
        /// So many different values in each of their windows.
        case distinct(Int64)
        /// So much in each of their windows, and each transaction of at least so much.
        case sumOf(Int64, each: Int64, ValueType)
        /// No single transaction is larger: by another rule, or whatever it is.
        case single(Int64)
        /// No single transaction that the limit is about is larger, by its own `where`, but others are.
        case own(Int64)
        /// As much as the limit itself, whatever that is, in a window that holds its own.
        case equal
    }

    let reason: Reason
    /// The window of the limit that says so, and how many of them the other window may reach into; nil where a single
    /// transaction is as much as there can be.
    let window: CheckedWindow?
    let windows: Int64
    /// What can never be exceeded, in the unit of the limit.
    ///
    /// Zero for `equal`, which says nothing of how much that is.
    let most: Int128
    /// The rules that it follows from, and where each says so.
    let others: [(rule: Int, range: SourceRange)]
}

extension LimitProof {
    /// Whether it proves that a limit is never reached that allows so much at least.
    func holds(for least: Int64) -> Bool {
        switch reason {
        case .equal: true
        case .sum, .countOf, .count, .distinct, .sumOf, .single, .own: most <= Int128(least)
        }
    }
}

/// Finds numbers that what a limit measures can never exceed.
struct LimitProver {
    let context: LintContext
    var limits: EnforcedLimits

    private static let unit = Int128(ExactArithmetic.numberUnit)

    /// A limit in question.
    private struct Question {
        let index: Int
        let rule: CheckedRule
        let aggregate: CheckedAggregate
        let bound: CheckedExpression
        let selections: [Selection]
        /// What holds of all that it counts.
        let facts: ValueFacts
    }

    /// The proofs that a limit of accepted transactions is never reached, the best one first.
    func proofs(of index: Int, _ rule: CheckedRule) -> [(proof: LimitProof, least: Int64)] {
        guard case .limit(let aggregate, atMost: let bound) = rule.check, aggregate.counted == .accepted,
            let facts = context.countedFacts(of: index)
        else { return [] }
        let question = Question(
            index: index, rule: rule, aggregate: aggregate, bound: bound,
            selections: Selection.holding(rule, kinds: context.vocabulary.kinds.count), facts: facts)
        let least = context.facts(of: index)?.range(of: bound).lowerBound ?? .min
        return (equals(question) + proofs(question)).filter { $0.holds(for: least) }
            .sorted { ($0.most, $0.windows, $0.others.count) < ($1.most, $1.windows, $1.others.count) }
            .map { ($0, least) }
    }

    private func proofs(_ question: Question) -> [LimitProof] {
        switch question.aggregate.function {
        case .count: return counts(question) { .count($0) } + countsBySums(question)
        case .distinct(let field):
            let own = bounds(of: LimitMeasure.distinct(field), question).map {
                proof(.distinct($0.whole), $0, $0.whole)
            }
            return own + counts(question) { .count($0) }
        case .sum(let expression): return sums(expression, question)
        case .average(let expression), .largest(let expression), .smallest(let expression):
            return singles(expression, question)
        }
    }

    // MARK: Each way of proving

    /// Limits that allow the same for each transaction, in windows that hold all of the limit's own.
    private func equals(_ question: Question) -> [LimitProof] {
        let aggregate = question.aggregate
        guard let measure = LimitMeasure(aggregate.function) else { return [] }
        return limits.equal(
            to: question.bound, of: measure.text, for: aggregate.scope, in: question.selections, except: question.index
        ).compactMap { rule, window in
            guard context.cover.count(of: window, in: aggregate.window) == 1 else { return nil }
            return LimitProof(
                reason: .equal, window: window, windows: 1, most: 0, others: [(rule, context.boundRange(of: rule))])
        }
    }

    /// A limit that says something of the one in question.
    private struct Bounding {
        let rule: Int
        let window: CheckedWindow
        let windows: Int64
        let bound: Int64
        let type: ValueType

        /// The bound of what is counted.
        var whole: Int64 { bound / ExactArithmetic.numberUnit }
    }

    private func bounds(of measure: String, _ question: Question) -> [Bounding] {
        let aggregate = question.aggregate
        return limits.tightest(of: measure, for: aggregate.scope, in: question.selections, except: question.index)
            .compactMap { window, entry in
                context.cover.count(of: window, in: aggregate.window).map {
                    Bounding(
                        rule: entry.rule, window: window, windows: $0, bound: entry.bound, type: entry.type)
                }
            }
    }

    private func proof(
        _ reason: LimitProof.Reason, _ bounding: Bounding, _ each: Int64, also: TransactionBounds.Bound? = nil
    ) -> LimitProof {
        let whole: Int128 =
            switch reason {
            case .sum, .countOf, .single, .own, .equal: 1
            case .count, .distinct, .sumOf: Self.unit
            }
        var others = [(bounding.rule, context.boundRange(of: bounding.rule))]
        if let also { others.append((also.rule, also.range)) }
        return LimitProof(
            reason: reason, window: bounding.window, windows: bounding.windows,
            most: Int128(bounding.windows) * Int128(each) * whole, others: others)
    }

    private func counts(_ question: Question, _ reason: (Int64) -> LimitProof.Reason) -> [LimitProof] {
        bounds(of: LimitMeasure.count, question).map { proof(reason($0.whole), $0, $0.whole) }
    }

    /// `$500.00 a day in withdrawals of at least $100.00`: never more than five of them.
    private func countsBySums(_ question: Question) -> [LimitProof] {
        context.transactionBounds.lowers(in: question.selections).flatMap { expression, bound in
            bounds(of: LimitMeasure.sum(expression), question).map {
                proof(.sumOf($0.bound, each: bound.value, $0.type), $0, $0.bound / bound.value, also: bound)
            }
        }
    }

    private func sums(_ expression: CheckedExpression, _ question: Question) -> [LimitProof] {
        var found = bounds(of: LimitMeasure.sum(expression.structure), question).map {
            proof(.sum($0.bound), $0, $0.bound)
        }
        let own = question.facts.range(of: expression).upperBound
        let required = upper(of: expression, question)
        let each = max(0, min(own, required?.value ?? .max))
        guard each < .max else { return found }
        let also = required.flatMap { $0.value <= own ? $0 : nil }
        for bounding in bounds(of: LimitMeasure.count, question) {
            let (product, overflow) = bounding.whole.multipliedReportingOverflow(by: each)
            guard !overflow else { continue }
            found.append(proof(.countOf(bounding.whole, each: each), bounding, product, also: also))
        }
        return found
    }

    /// The most that an expression is for any transaction that the limit counts, by other rules.
    private func upper(of expression: CheckedExpression, _ question: Question) -> TransactionBounds.Bound? {
        context.transactionBounds.upper(of: expression.structure, in: question.selections) {
            limits.mayUse($0, for: question.index)
        }
    }

    /// An average, the largest and the smallest are never above the largest single one.
    private func singles(_ expression: CheckedExpression, _ question: Question) -> [LimitProof] {
        let required = upper(of: expression, question).map { required in
            LimitProof(
                reason: .single(required.value), window: nil, windows: 1, most: Int128(required.value),
                others: [(required.rule, required.range)])
        }
        return [required, own(expression, question)].compactMap { $0 }
    }

    /// What the limit's `where` says itself, or the expression alone, if nothing else can make it fail.
    private func own(_ expression: CheckedExpression, _ question: Question) -> LimitProof? {
        let rule = question.rule
        let most = question.facts.range(of: expression).upperBound
        let parts = [expression, question.bound, rule.filter, rule.exemption].compactMap { $0 }
        guard most < .max, parts.allSatisfy(\.alwaysHasValue) else { return nil }
        let unfiltered = ValueFacts(kinds: rule.kinds, active: .always, context.ranges, .join)
        let isByFilter = unfiltered.map { most < $0.range(of: expression).upperBound } ?? true
        return LimitProof(
            reason: isByFilter ? .own(most) : .single(most), window: nil, windows: 1, most: Int128(most), others: [])
    }
}
