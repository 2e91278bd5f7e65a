/// What a rule's words say of its outcomes, before anything of it is parsed: for a test that has to name one.
struct RuleGlimpse {
    let name: String
    let isShadow: Bool
    /// Its outcomes in words, each with its code.
    let outcomes: [(word: String, code: String)]

    /// The rules of a file, as far as they are where rules stand.
    static func all(in tokens: [Token]) -> [RuleGlimpse] {
        tokens.indices.compactMap { glimpse(at: $0, in: tokens) }
    }

    private static func glimpse(at index: Int, in tokens: [Token]) -> RuleGlimpse? {
        guard index + 2 < tokens.count, let keyword = tokens[index].word, RuleSyntax.Kind(rawValue: keyword) != nil,
            let name = tokens[index + 1].word, tokens[index + 2].is(.leftBrace)
        else { return nil }
        let block = tokens[(index + 3)...].prefix { !$0.is(.rightBrace) && !$0.is(.leftBrace) }
        var outcomes: [(word: String, code: String)] = []
        for place in block.indices {
            guard let word = tokens[place].word, OutcomeWord.all.contains(word) else { continue }
            let code = place + 2 < block.endIndex && tokens[place + 1].word == "as" ? tokens[place + 2].word : nil
            outcomes.append((word, code ?? name))
        }
        return RuleGlimpse(
            name: name, isShadow: block.contains { $0.word == "shadow" },
            outcomes: outcomes.isEmpty ? [("decline", name)] : outcomes)
    }
}

extension Parser {
    /// More rules or codes than these nobody reads.
    static let mostReasons = 6

    /// The word that is missing before a rule or a code that makes the result: `by` or `as`.
    mutating func reasonWord(before reason: String, _ result: ResultWord) -> String? {
        result.reasonWords.first { word in
            glimpses.contains { $0.reasons(word, for: result).contains(reason) }
        }
    }

    /// What may stand behind a result: the rules or the codes of this file that make it, in their order, and at most
    /// one more than are read.
    mutating func reasons(for result: ResultWord) -> [String] {
        guard let word = result.reasonWords.first else { return [] }
        var reasons: [String] = []
        for rule in glimpses where reasons.count <= Self.mostReasons {
            for reason in rule.reasons(word, for: result) where !reasons.contains(reason) {
                reasons.append(reason)
            }
        }
        return reasons
    }
}

extension RuleGlimpse {
    /// What stands behind `by` or `as` where the rule makes a result.
    fileprivate func reasons(_ word: String, for result: ResultWord) -> [String] {
        guard !isShadow else { return [] }
        return outcomes.filter { $0.word == result.outcome }.map { word == "by" ? name : $0.code }
    }
}
