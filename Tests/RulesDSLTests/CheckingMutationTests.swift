import RulesDSL
import TestSupport
import Testing

/// Rules files that were damaged by chance: whatever is in them, the checker makes a policy, or says why not.
struct CheckingMutationTests {
    private static let spare = [
        "amount", "balance", "\"x\"", "$5", "5", "in", "[", "]", "(", ")", "{", "}", "let a =", "if", "then", "else",
        "not",
        "per", "customer", "day", "monday", "load", "-", "/", "0", "at most", "unless", "that", "count", "ignore", "a",
        "field b : text", "optional", "default", "from", "list vip", "table t by tier", "or", "rolling", "2 days",
        "late",
        "average", "of declined", "merchant", "tier", "usual-load", "vip", "max(", ",", "conflict", "on", "shadow",
        "active",
        "until", "2026-01-01", "within", "include", "function", "€5", ":", "else:",
    ]

    private static func damaged(_ words: [String], _ chance: inout SeededNumbers) -> String {
        var words = words
        for _ in 0...chance.below(3) {
            let place = chance.below(words.count)
            switch chance.below(4) {
            case 0: words.remove(at: place)
            case 1: words.insert(spare[chance.below(spare.count)], at: place)
            case 2: words[place] = spare[chance.below(spare.count)]
            default: words.swapAt(place, chance.below(words.count))
            }
        }
        return words.joined(separator: " ")
    }

    @Test(arguments: [0x9E37_79B9_7F4A_7C15, 0x1234_5678_9ABC_DEF0] as [UInt64])
    func `a damaged file makes a policy or has an error, and every error has its place`(seed: UInt64) throws {
        for source in [try RulesFiles.defaultRules(), try SnapshotFolder("Checking/ok").source("whole-language")] {
            check(source, SeededNumbers(seed: seed))
        }
    }

    private func check(_ source: SourceFile, _ start: SeededNumbers) {
        let lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
        // Words with their line ends: the parser looks at what begins a line.
        let words = lines.flatMap { line in
            let parts = line.split(separator: " ").map(String.init)
            return parts.dropLast() + [(parts.last ?? "") + "\n"]
        }
        var chance = start
        for _ in 0..<500 {
            let text = Self.damaged(words, &chance)
            let result = CheckedText.check(text)
            let hasErrors = result.diagnostics.contains { $0.severity == .error }
            #expect((result.policy == nil) == hasErrors, "\(text)")
            let sizes = result.sources.files.map(\.bytes.count)
            #expect(
                result.diagnostics.allSatisfy { $0.primary.range.upper <= sizes[$0.primary.range.file.index] },
                "\(text)")
        }
    }
}
