package import RulesDSL

/// Compiles a checked policy. Nothing it meets is an error: the checker has refused all that.
package struct ProgramCompiler {
    struct Parts {
        let policy: CheckedPolicy
        let input: InputFields
        let fields: FieldTable
        var rules: [ProgramRule] = []
        var steps: [Step] = []
        var plans: [Plan] = []
        var letSteps: [LetStep] = []
        /// For each `let`, what its `or` computes.
        var letFallbacks: [Code?] = []
        let functions: [FunctionCall]
        var code: ExpressionCompiler
        var predicates: [Code] = []
        var windows: [CalendarWindow] = []
        /// The balance is the first word of an account's record.
        var record = RecordLayout(words: 1)
        var shared = RecordLayout(words: 0)
        /// First those of the policy's `let`s, then those of limits.
        var counters: [Counter] = []
        var cells: [Program.Cells] = []
        var keys: [Program.Key] = []
        var uniques: [Program.UniqueKey] = []
        var resolvedAhead = false
    }

    /// What a rule or a count is for the classes that it is about: those whose bits in `mask` have the values in
    /// `bits`.
    struct Pattern {
        var mask: Int
        var bits: Int
        /// The aggregates of `let`s that it may read.
        var reads: Set<Int>
        /// The class bit of a rule's own condition, which some of the classes meet; 0 where no class tells.
        var condition = 0

        func matches(_ classNumber: Int) -> Bool { classNumber & mask == bits }

        /// What no class matches.
        static let nothing = Pattern(mask: 0, bits: 1, reads: [])
    }

    static let noStep = Step(kind: .require, shape: .general, rule: 0, outcome: .decline)
    static let noLetStep = LetStep(index: 0, isRead: false, isCounted: false)

    var parts: Parts
    /// The step of each rule.
    var steps: [(step: Step, pattern: Pattern)] = []
    /// How each `let` counts.
    private(set) var letCounts: [(filter: Code?, pattern: Pattern)] = []
    private var predicateTexts: [String: Int] = [:]

    private init(_ policy: CheckedPolicy, _ input: InputFields, _ functions: [PolicyFunction]) {
        let fields = FieldTable(policy.fields, in: input)
        parts = Parts(
            policy: policy, input: input, fields: fields,
            functions: policy.functions.map { FunctionCall($0, among: functions) },
            code: ExpressionCompiler(policy, fields))
    }

    /// The program of a policy.
    ///
    /// - Parameters:
    ///   - policy: What it decides by.
    ///   - input: The declared fields of the batches it decides, if they are more than the policy's own.
    ///   - functions: Those of plugins, with every one that the policy declares.
    /// - Returns: The program.
    /// - Complexity: Linear in the size of the rules, times the number of classes (at most 128).
    package static func compile(
        _ policy: CheckedPolicy, reading input: InputFields? = nil, functions: [PolicyFunction] = []
    ) -> Program {
        var compiler = ProgramCompiler(policy, input ?? InputFields(policy.fields), functions)
        let needed = compiler.neededAggregates
        for (index, aggregate) in policy.aggregates.enumerated() {
            compiler.add(aggregate, isNeeded: needed.contains(index))
        }
        // What `where` conditions leave of the class bits is for the conditions of `require` rules.
        for case let filter? in policy.rules.map(\.filter) { _ = compiler.classBit(filter) }
        for (index, rule) in policy.rules.enumerated() {
            compiler.add(rule, at: index)
        }
        compiler.settleRepeats()
        compiler.shareCells()
        compiler.layOutRecords()
        compiler.makePlans()
        return Program(compiler.parts)
    }

    private mutating func add(_ named: CheckedLetAggregate, isNeeded: Bool) {
        guard isNeeded else {
            // Nothing reads it: it is no trouble to anybody.
            parts.counters.append(Counter())
            parts.letFallbacks.append(nil)
            letCounts.append((nil, .nothing))
            return
        }
        var (filter, pattern) = selection(named.kinds, named.filter)
        pattern.reads.formUnion(reads(named.aggregate.expression))
        parts.counters.append(counter(named.aggregate))
        parts.letFallbacks.append(named.fallback.map { parts.code.compile($0) })
        letCounts.append((filter, pattern))
    }

    private mutating func add(_ rule: CheckedRule, at index: Int) {
        var step = Step(kind: .require, shape: .general, rule: Int32(index), outcome: Step.Outcome(rule.outcome))
        step.isShadow = rule.isShadow
        step.activeFrom = rule.active.from ?? .min
        step.activeUntil = rule.active.until ?? .max
        step.exemption = rule.exemption.map { parts.code.compile($0) }
        var (filter, pattern) = selection(rule.kinds, rule.filter)
        step.filter = filter
        pattern.reads.formUnion(reads(rule.exemption))
        var condition: Condition?
        switch rule.check {
        case .unique(let unique):
            addUnique(unique, to: &step)
        case .limit(let aggregate, let bound):
            pattern.reads.formUnion(reads(aggregate.expression).union(reads(bound)))
            addLimit(aggregate, bound, to: &step)
        case .require(let expression):
            pattern.reads.formUnion(reads(expression))
            condition = self.condition(expression)
            addCondition(expression, to: &step, &pattern)
        }
        parts.rules.append(
            ProgramRule(
                rule, condition: condition, exemption: rule.exemption.map { self.condition($0) }, parts.fields,
                sources: parts.policy.sources))
        steps.append((step, pattern))
    }

    /// What `on` and `where` choose: the classes, and the part of the condition that the class does not tell.
    private mutating func selection(
        _ kinds: [Int], _ condition: CheckedExpression?
    ) -> (filter: Code?, pattern: Pattern) {
        var pattern = Pattern(mask: 0, bits: 0, reads: reads(condition))
        switch kinds {
        case [Int(TransactionKind.load.rawValue)]: (pattern.mask, pattern.bits) = (1, 0)
        case [Int(TransactionKind.withdrawal.rawValue)]: (pattern.mask, pattern.bits) = (1, 1)
        default: break
        }
        guard let condition else { return (nil, pattern) }
        guard let bit = classBit(condition) else { return (parts.code.compile(condition), pattern) }
        pattern.mask |= bit
        pattern.bits |= bit
        return (nil, pattern)
    }

    /// The class bit of a condition, or nil where it must be judged in its step: it depends on the balance, can fail,
    /// or the bits are used up.
    private mutating func classBit(_ filter: CheckedExpression) -> Int? {
        guard filter.isPureAndTotal else { return nil }
        let text = filter.structure
        if let known = predicateTexts[text] { return known }
        guard parts.predicates.count < Program.classPredicates,
            parts.policy.rules.count + parts.policy.aggregates.count <= Program.rulesForClasses
        else { return nil }
        let bit = 2 << parts.predicates.count
        parts.predicates.append(parts.code.compile(filter))
        predicateTexts[text] = bit
        return bit
    }

    private mutating func addUnique(_ unique: CheckedUnique, to step: inout Step) {
        step.kind = .unique
        step.index = Int32(parts.uniques.count)
        parts.uniques.append(Program.UniqueKey(unique))
    }

    private mutating func addLimit(
        _ aggregate: CheckedAggregate, _ bound: CheckedExpression, to step: inout Step
    ) {
        let counter = counter(aggregate)
        step.kind = .limit
        step.index = Int32(parts.counters.count)
        step.actsOnDeclines = counter.counted != .accepted
        parts.counters.append(counter)
        if case .constant(.scalar(let value)) = bound.kind {
            step.bound = value
        } else {
            step.boundCode = parts.code.compile(bound)
        }
        guard let shape = shape(of: step, counter) else { return }
        switch counter.addend {
        case .amount: step.addsAmount = true
        case .constant(let value): step.addend = value
        case .computed, .customer, .key: return
        }
        step.window = counter.window
        step.shape = shape
    }

    /// The shape that a limit can have if it adds an amount or a constant.
    private func shape(of step: Step, _ counter: Counter) -> Step.Shape? {
        guard counter.counted == .accepted, step.boundCode == nil, step.checksAll else { return nil }
        switch counter.place {
        case .record: return .plainLimit
        case .shared: return nil
        case .cells:
            if case .key = counter.scope { return nil }
            return parts.cells[Int(counter.index)].shape.hasRunningTotals ? .rollingLimit : nil
        }
    }

    private mutating func addCondition(
        _ condition: CheckedExpression, to step: inout Step, _ pattern: inout Pattern
    ) {
        step.kind = .require
        step.condition = parts.code.compile(condition)
        if case .compare(let comparison, let left, let right) = condition.kind, left.type != .text {
            step.left = parts.code.compile(left)
            step.right = parts.code.compile(right)
            let isCovered =
                comparison == .greaterOrEqual && left.isField(.balance) && right.isField(.amount)
                && step.checksAll
            step.shape = isCovered ? .covered : .general
        }
        if step.shape == .general, step.checksAll, let bit = classBit(condition) {
            pattern.condition = bit
            step.shape = .settled
        }
    }

    /// Whether the only unique is `key id per customer`, applies to every transaction and remembers nothing else.
    private var hasOneSimpleUnique: Bool {
        guard parts.uniques.count == 1, parts.uniques[0].fields == [FieldIndex(.id), FieldIndex(.customer)],
            parts.uniques[0].within == nil, parts.uniques[0].compared.isEmpty
        else { return false }
        return steps.allSatisfy { $0.step.kind != .unique || ($0.pattern.mask == 0 && $0.step.filter == nil) }
    }

    /// Finds out whether repeats can be found ahead of decisions, and gives the step that reads them its shape.
    private mutating func settleRepeats() {
        parts.resolvedAhead = hasOneSimpleUnique
        for index in steps.indices where steps[index].step.kind == .unique {
            steps[index].step.actsOnDeclines = !parts.resolvedAhead
            if parts.resolvedAhead && steps[index].step.checksAll { steps[index].step.shape = .repeated }
        }
    }
}

extension Step.Outcome {
    init(_ outcome: RuleOutcome) {
        switch outcome {
        case .decline: self = .decline
        case .ignore: self = .ignore
        case .review: self = .review
        }
    }
}
