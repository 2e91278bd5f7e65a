/// What the engine made of one line, in the words of the model.
struct EngineDecision: Equatable, Sendable {
    enum Verdict: Sendable {
        case accepted, declined, ignored, rejected
    }

    /// A failing rule besides the deciding one.
    struct OtherFailure: Equatable, Sendable {
        var rule: String
        var code: String
        var cause: Failure.Cause
        /// Only for a limit that is exceeded; nil too where the engine does not expose it.
        var usage: Failure.Usage?
    }

    /// The line's number in the input, from 1, blank lines counted.
    var line: Int
    var verdict: Verdict
    /// The deciding rule of a decline or an ignore: `balance` where the balance did not fit.
    var rule: String?
    var code: String?
    var cause: Failure.Cause?
    /// The codes of an accepted transaction's flags, each once, in rule order.
    var reviews: [String] = []
    /// What the deciding limit compared; nil where the engine does not expose it.
    var usage: Failure.Usage?
    /// The other failing rules of a decline in rule order; nil where the engine does not expose them.
    var others: [OtherFailure]?
    /// The failing rules that are only shadows, in rule order; nil where the engine does not expose them.
    var shadows: [OtherFailure]?
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
        cause = decision.decidedBy?.cause
        reviews = decision.reviewCodes
        usage = decision.decidedBy?.usage
        others = decision.others.map { OtherFailure($0) }
        shadows = decision.shadows.map { OtherFailure($0) }
        output = LineSpelling.output(transaction, decision)
    }

    /// Whether the engine's answer says nothing else than this one, as far as it says anything.
    func agrees(with engine: EngineDecision) -> Bool {
        guard usage.agrees(with: engine.usage), Self.agree(shadows, engine.shadows) else { return false }
        // Only a decline lists the others.
        guard engine.verdict != .declined || Self.agree(others, engine.others) else { return false }
        var expected = self
        expected.usage = engine.usage
        expected.others = engine.others
        expected.shadows = engine.shadows
        if engine.output == nil { expected.output = nil }
        return expected == engine
    }

    private static func agree(_ ours: [OtherFailure]?, _ theirs: [OtherFailure]?) -> Bool {
        guard let ours, let theirs else { return true }
        return ours.count == theirs.count
            && zip(ours, theirs).allSatisfy { one, other in
                one.rule == other.rule && one.code == other.code && one.cause == other.cause
                    && one.usage.agrees(with: other.usage)
            }
    }
}

extension EngineDecision.OtherFailure {
    init(_ failure: Failure) {
        self.init(rule: failure.rule, code: failure.code, cause: failure.cause, usage: failure.usage)
    }
}

extension Failure.Usage? {
    /// Whether the engine's numbers are these, as far as there are any.
    fileprivate func agrees(with engine: Failure.Usage?) -> Bool {
        guard let engine else { return true }
        guard var expected = self else { return false }
        if expected.used == nil || engine.used == nil { expected.used = engine.used }
        return expected == engine
    }
}
