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

    /// All of a program, in the order of `index`.
    static func all(of program: Program) -> [Failure] {
        (0...program.rules.count).flatMap { index in
            Cause.allCases.flatMap { cause in
                [false, true].map { hasAllNumbers in
                    Failure(
                        rule: index < program.rules.count ? program.rules[index] : nil,
                        code: program.code(index, cause), cause: cause, hasAllNumbers: hasAllNumbers)
                }
            }
        }
    }

    /// Which of them a fact is.
    @inline(__always)
    static func index(of fact: Fact, _ program: Program) -> Int {
        let rule = fact.rule == Fact.balanceRule ? program.rules.count : Int(fact.rule)
        let hasAllNumbers = fact.cause == .limit ? fact.excess != nil : fact.window != 0
        return (rule * Cause.allCases.count + Int(fact.cause.rawValue) - 1) * 2 + (hasAllNumbers ? 1 : 0)
    }

    /// What an auditor reads.
    var sentence: SentenceTemplate {
        guard let rule else { return DefaultSentence.balance }
        switch cause {
        case .condition, .limit, .duplicate, .conflict: return rule.sentence ?? DefaultSentence.ordinary(rule)
        case .tooLate: return DefaultSentence.tooLate
        case .arithmetic: return DefaultSentence.arithmetic
        }
    }
}
