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
    /// What may stand behind a result: the rules and the codes of this file that make it, in their order.
    mutating func waysToEnd(with result: ResultWord) -> [(word: String, reason: String)] {
        var ways: [(word: String, reason: String)] = []
        for rule in glimpses where !rule.isShadow {
            for outcome in rule.outcomes where outcome.word == result.outcome {
                for word in result.reasonWords {
                    let reason = word == "by" ? rule.name : outcome.code
                    if !ways.contains(where: { $0 == (word, reason) }) { ways.append((word, reason)) }
                }
            }
        }
        return ways
    }
}
