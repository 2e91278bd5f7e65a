internal import RulesDSL

/// One way in which a rule, or the balance, can fail: what is written of it has the same shape each time.
struct Failure {
    /// Nil for the balance.
    let rule: ProgramRule?
    let code: String
    let cause: Cause
    /// A limit's excess that is beyond 64 bits is not shown as another number; and a limit whose `where` could not be
    /// computed has no window.
    let hasAllNumbers: Bool
    /// Whether there is something that the window held: no average, largest or smallest of nothing.
    let hasUsed: Bool
    /// What a limit allows, where that is the same for all transactions.
    let constantBound: Int64?
    /// Whether rules call functions of plugins, which may fail.
    let canPluginsFail: Bool
    /// For a condition: the first reason that it fails.
    let reason: Condition.Reason?

    /// Those of a rule and a cause.
    private static let shapeCount = 4
    private static let shapes: [(hasAllNumbers: Bool, hasUsed: Bool)] = [
        (false, true), (true, true), (false, false), (true, false),
    ]

    /// All of a program, in the order of `index`; nil in the places of those that never happen.
    static func all(of program: Program) -> [Failure?] {
        let bounds = constantBounds(program)
        var all: [Failure?] = []
        for index in 0...program.rules.count {
            let rule = index < program.rules.count ? program.rules[index] : nil
            for cause in Cause.allCases {
                let possible = shapes.prefix(possibleShapes(rule?.kind, cause))
                for shape in possible {
                    all.append(
                        Failure(
                            rule: rule, code: program.code(index, cause), cause: cause,
                            hasAllNumbers: shape.hasAllNumbers, hasUsed: shape.hasUsed,
                            constantBound: cause == .limit ? bounds[index] : nil,
                            canPluginsFail: !program.functions.isEmpty,
                            reason: cause == .condition ? rule?.comparedReason : nil))
                }
                for _ in possible.count..<shapeCount { all.append(nil) }
            }
        }
        for rule in program.rules {
            for reason in rule.condition?.reasons ?? [] { all.append(Failure(of: rule, reason)) }
        }
        return all
    }

    /// How many of the shapes a rule's failure by a cause can have; the balance has no kind. Templates are made for
    /// these only: thousands of rules would take long to start otherwise.
    private static func possibleShapes(_ kind: Step.Kind?, _ cause: Cause) -> Int {
        switch kind {
        case .limit:
            switch cause {
            case .limit: shapeCount
            // With a window and without.
            case .tooLate, .arithmetic: 2
            case .condition, .duplicate, .conflict: 0
            }
        case .require:
            switch cause {
            case .condition, .tooLate, .arithmetic: 1
            case .limit, .duplicate, .conflict: 0
            }
        case .unique:
            switch cause {
            case .duplicate, .conflict, .arithmetic: 1
            case .condition, .limit, .tooLate: 0
            }
        case nil: cause == .arithmetic ? 1 : 0
        }
    }

    /// The bound of each limit for which it is constant, by the rule's index.
    private static func constantBounds(_ program: Program) -> [Int: Int64] {
        var bounds: [Int: Int64] = [:]
        for index in 0..<program.steps.capacity {
            let step = program.steps[index]
            if step.kind == .limit && step.boundCode == nil { bounds[Int(step.rule)] = step.bound }
        }
        return bounds
    }

    /// Which of them a fact is.
    @inline(__always)
    static func index(of fact: Fact, _ program: Program) -> Int {
        if fact.reason > 0 {
            return (program.rules.count + 1) * Cause.allCases.count * shapeCount + Int(fact.reason) - 1
        }
        let rule = fact.rule == Fact.balanceRule ? program.rules.count : Int(fact.rule)
        let hasAllNumbers = fact.cause == .limit ? fact.excess != nil : fact.window != 0
        let shape = (hasAllNumbers ? 1 : 0) + (fact.isFirst && fact.cause == .limit ? 2 : 0)
        return (rule * Cause.allCases.count + Int(fact.cause.rawValue) - 1) * shapeCount + shape
    }

    /// The type of the numbers.
    var valueType: ValueType? {
        reason.map { $0.recordedType ?? .number } ?? rule?.valueType
    }

    /// What an auditor reads. That of a conflict ends with the fields that differ, unless it is the rule's own.
    var sentence: SentenceTemplate {
        guard let rule else { return DefaultSentence.balance }
        switch cause {
        case .condition, .limit, .duplicate, .conflict: return rule.sentence ?? DefaultSentence.ordinary(rule)
        case .tooLate: return hasAllNumbers ? DefaultSentence.tooLate : DefaultSentence.tooLateForLet
        case .arithmetic: return canPluginsFail ? DefaultSentence.arithmeticOrPlugin : DefaultSentence.arithmetic
        }
    }
}

extension Failure {
    /// The failure of a condition for one of its reasons; nil where it is a comparison, whose failure stands with those
    /// of other rules.
    private init?(of rule: ProgramRule, _ reason: Condition.Reason) {
        guard rule.comparison == nil else { return nil }
        self.rule = rule
        code = rule.code
        cause = .condition
        hasAllNumbers = false
        hasUsed = true
        constantBound = nil
        canPluginsFail = false
        self.reason = reason
    }
}
