/// What the engine made of one line, in the words of the model.
struct EngineDecision: Equatable, Sendable {
    enum Verdict: Sendable {
        case accepted, declined, ignored, rejected
    }

    /// A failing rule besides the deciding one.
    struct OtherFailure: Equatable, Sendable {
        var rule: String
        var code: String
        /// Only for a limit that is exceeded; nil too where the engine does not expose it.
        var usage: Failure.Usage?
    }

    /// The line's number in the input, from 1, blank lines counted.
    var line: Int
    var verdict: Verdict
    /// The deciding rule of a decline or an ignore: `balance` where the balance did not fit.
    var rule: String?
    var code: String?
    /// The codes of an accepted transaction's flags, each once, in rule order.
    var reviews: [String] = []
    /// What the deciding limit compared; nil where the engine does not expose it.
    var usage: Failure.Usage?
    /// The other failing rules of a decline in rule order; nil where the engine does not expose them.
    var others: [OtherFailure]?
    /// The line of output; nil where there is none or the engine does not expose it.
    var output: String?
}

extension EngineDecision {
    /// What the model expects of a line.
    init(line: Int, _ transaction: Transaction, _ decision: Decision) {
        self.line = line
        verdict =
            switch decision.verdict {
            case .accepted: .accepted
            case .declined: .declined
            case .ignored: .ignored
            }
        rule = decision.decidedBy?.rule
        code = decision.decidedBy?.code
        reviews = decision.reviewCodes
        usage = decision.decidedBy?.usage
        others = decision.others.map { OtherFailure(rule: $0.rule, code: $0.code, usage: $0.usage) }
        output = LineSpelling.output(transaction, decision)
    }

    /// Whether the engine's answer says nothing else than this one, as far as it says anything.
    func agrees(with engine: EngineDecision) -> Bool {
        var expected = self
        if engine.usage == nil { expected.usage = nil }
        if engine.output == nil { expected.output = nil }
        // Only a decline lists the others.
        guard let others = engine.others, engine.verdict == .declined else {
            expected.others = engine.others
            return expected == engine
        }
        if expected.others?.count == others.count {
            for index in others.indices where others[index].usage == nil {
                expected.others?[index].usage = nil
            }
        }
        return expected == engine
    }
}
