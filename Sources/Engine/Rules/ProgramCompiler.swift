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
        let functions: [FunctionCall]
        var code: ExpressionCompiler
        var predicates: [Code] = []
        var windows: [CalendarWindow] = []
        var recordWords = 1
        var sharedWords = 0
        var uniques: [Program.UniqueKey] = []
        var resolvedAhead = false
    }

    static let noStep = Step(kind: .require, shape: .general, rule: 0, outcome: .decline)
    static let noPlan = Plan(start: 0, count: 0, isPlain: true, actsOnDeclines: false)

    private var parts: Parts
    /// The step of each rule, and the class bits it needs: those in `mask` must have the values in `bits`.
    private var patterns: [(step: Step, mask: Int, bits: Int)] = []
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
        for (index, rule) in policy.rules.enumerated() {
            compiler.add(rule, at: index)
        }
        compiler.settleRepeats()
        compiler.makePlans()
        return Program(compiler.parts)
    }

    private mutating func add(_ rule: CheckedRule, at index: Int) {
        var step = Step(kind: .require, shape: .general, rule: Int32(index), outcome: Step.Outcome(rule.outcome))
        step.isShadow = rule.isShadow
        step.activeFrom = rule.active.from ?? .min
        step.activeUntil = rule.active.until ?? .max
        step.exemption = rule.exemption.map { parts.code.compile($0) }
        var (mask, bits) = kindPattern(rule.kinds)
        if let filter = rule.filter {
            if let bit = classBit(filter) {
                mask |= bit
                bits |= bit
            } else {
                step.filter = parts.code.compile(filter)
            }
        }
        switch rule.check {
        case .unique(let unique):
            addUnique(unique.key, unique.scope, to: &step)
        case .limit(let aggregate, let bound):
            addLimit(aggregate, bound, to: &step)
        case .require(let condition):
            addCondition(condition, to: &step)
        }
        parts.rules.append(ProgramRule(rule, parts.fields, sources: parts.policy.sources))
        patterns.append((step, mask, bits))
    }

    private func kindPattern(_ kinds: [Int]) -> (mask: Int, bits: Int) {
        switch kinds {
        case [Int(TransactionKind.load.rawValue)]: (1, 0)
        case [Int(TransactionKind.withdrawal.rawValue)]: (1, 1)
        default: (0, 0)
        }
    }

    /// The class bit of a condition, or nil where it must be judged in its step: it depends on the balance, can fail,
    /// or the bits are used up.
    private mutating func classBit(_ filter: CheckedExpression) -> Int? {
        guard filter.isPureAndTotal else { return nil }
        let text = filter.structure
        if let known = predicateTexts[text] { return known }
        guard parts.predicates.count < Program.classPredicates,
            parts.policy.rules.count <= Program.rulesForClasses
        else { return nil }
        let bit = 2 << parts.predicates.count
        parts.predicates.append(parts.code.compile(filter))
        predicateTexts[text] = bit
        return bit
    }

    private mutating func addUnique(_ key: [FieldIndex], _ scope: CheckedScope, to step: inout Step) {
        var fields = key
        if case .fields(let scopes) = scope { fields += scopes }
        step.kind = .unique
        step.unique = Int32(parts.uniques.count)
        parts.uniques.append(Program.UniqueKey(fields: fields))
    }

    private mutating func addLimit(
        _ aggregate: CheckedAggregate, _ bound: CheckedExpression, to step: inout Step
    ) {
        step.kind = .limit
        step.counted = Step.Counted(aggregate.counted)
        step.actsOnDeclines = step.counted != .accepted
        let window = aggregate.calendarWindow ?? .ever
        if let known = parts.windows.firstIndex(of: window) {
            step.window = Int32(known)
        } else {
            step.window = Int32(parts.windows.count)
            parts.windows.append(window)
        }
        if aggregate.scope == .everyone {
            step.place = .shared
            step.cell = Int32(parts.sharedWords)
            parts.sharedWords += 2
        } else {
            step.cell = Int32(parts.recordWords)
            parts.recordWords += 2
        }
        switch aggregate.function {
        case .count:
            step.addend = 1_000_000
        case .distinct:
            step.addend = 0
        case .sum(let expression), .average(let expression), .largest(let expression), .smallest(let expression):
            addMeasure(expression, to: &step)
        }
        if case .constant(.scalar(let value)) = bound.kind {
            step.bound = value
        } else {
            step.boundCode = parts.code.compile(bound)
        }
        let isPlain =
            step.measure == nil && step.boundCode == nil && step.checksAll && step.place == .record
            && step.counted == .accepted
        step.shape = isPlain ? .plainLimit : .general
    }

    private mutating func addMeasure(_ expression: CheckedExpression, to step: inout Step) {
        if case .field(let field) = expression.kind, field.index == AccountField.amount.rawValue {
            step.addsAmount = true
        } else if case .constant(.scalar(let value)) = expression.kind {
            step.addend = value
        } else {
            step.measure = parts.code.compile(expression)
        }
    }

    private mutating func addCondition(_ condition: CheckedExpression, to step: inout Step) {
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
    }

    private mutating func makePlans() {
        for classNumber in 0..<(2 << parts.predicates.count) {
            let start = parts.steps.count
            for pattern in patterns where classNumber & pattern.mask == pattern.bits {
                parts.steps.append(pattern.step)
            }
            let steps = parts.steps[start...]
            parts.plans.append(
                Plan(
                    start: Int32(start), count: Int32(steps.count), isPlain: steps.allSatisfy { $0.isPlain },
                    actsOnDeclines: steps.contains { $0.actsOnDeclines }))
        }
    }

    /// Whether the only unique is `key id per customer` and applies to every transaction.
    private var hasOneSimpleUnique: Bool {
        guard parts.uniques.count == 1, parts.uniques[0].fields == [FieldIndex(.id), FieldIndex(.customer)] else {
            return false
        }
        return patterns.allSatisfy { $0.step.kind != .unique || ($0.mask == 0 && $0.step.filter == nil) }
    }

    /// Finds out whether repeats can be found ahead of decisions, and gives the step that reads them its shape.
    private mutating func settleRepeats() {
        parts.resolvedAhead = hasOneSimpleUnique
        for index in patterns.indices where patterns[index].step.kind == .unique {
            patterns[index].step.actsOnDeclines = !parts.resolvedAhead
            if parts.resolvedAhead && patterns[index].step.checksAll { patterns[index].step.shape = .repeated }
        }
    }
}

extension Step {
    /// Whether it checks every transaction of its plan.
    fileprivate var checksAll: Bool {
        filter == nil && exemption == nil && activeFrom == .min && activeUntil == .max
    }
}

extension Step.Counted {
    init(_ counted: CheckedAggregate.Counted) {
        switch counted {
        case .accepted: self = .accepted
        case .attempts: self = .attempts
        case .declined: self = .declined
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
