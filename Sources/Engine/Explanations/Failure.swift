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

    /// How many there are of a rule and a cause.
    private static let shapes: [(hasAllNumbers: Bool, hasUsed: Bool)] = [
        (false, true), (true, true), (false, false), (true, false),
    ]

    /// All of a program, in the order of `index`.
    static func all(of program: Program) -> [Failure] {
        let bounds = constantBounds(program)
        return (0...program.rules.count).flatMap { index in
            Cause.allCases.flatMap { cause in
                shapes.map { shape in
                    Failure(
                        rule: index < program.rules.count ? program.rules[index] : nil,
                        code: program.code(index, cause), cause: cause, hasAllNumbers: shape.hasAllNumbers,
                        hasUsed: shape.hasUsed, constantBound: cause == .limit ? bounds[index] : nil,
                        canPluginsFail: !program.functions.isEmpty)
                }
            }
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
        let rule = fact.rule == Fact.balanceRule ? program.rules.count : Int(fact.rule)
        let hasAllNumbers = fact.cause == .limit ? fact.excess != nil : fact.window != 0
        let shape = (hasAllNumbers ? 1 : 0) + (fact.isFirst && fact.cause == .limit ? 2 : 0)
        return (rule * Cause.allCases.count + Int(fact.cause.rawValue) - 1) * 4 + shape
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
