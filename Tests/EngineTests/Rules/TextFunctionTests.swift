import Engine
import RulesDSL
import TestSupport
import Testing

/// The functions over texts.
@Suite struct TextFunctionTests {
    private static let seed = UInt64.random(in: .min ... .max)

    /// The function holds of the text, which is an id, and of a constant alike.
    private func expect(
        _ function: BuiltinFunction, _ text: String, _ part: String, _ expected: Bool,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = Evaluation.Outcome.value(expected ? 1 : 0)
        let ofConstant = CheckedExpression.call(function, .text(text), .text(part))
        #expect(try Evaluation(ofConstant).outcome == outcome, sourceLocation: location)
        guard !text.isEmpty else { return }
        let ofField = CheckedExpression.call(function, .field(.id, .text), .text(part))
        #expect(try Evaluation(ofField, id: text).outcome == outcome, sourceLocation: location)
    }

    @Test(arguments: [
        ("abc", "abc", true), ("abc", "a*", true), ("abc", "*", true), ("", "*", true), ("", "", true),
        ("a", "", false),
        ("", "?", false), ("abc", "???", true), ("abc", "??", false), ("abc", "????", false), ("abc", "a?c", true),
        ("abc", "*c", true), ("abc", "*b", false), ("abc", "a*b*c", true), ("aXbYc", "a*b*c", true),
        ("abc", "ABC", false),
        ("aab", "*ab", true), ("aaab", "*a*ab", true), ("ab", "*a*ab", false), ("abcabd", "*abd", true),
        ("abc", "a**c", true), ("abc", "***", true), ("a*c", "a\\*c", true), ("abc", "a\\*c", false),
        ("a?c", "a\\?c", true),
        ("a\\c", "a\\\\c", true), ("a\\c", "a\\c", true), ("a\\", "a\\", true), ("a", "a\\", false), ("*", "\\*", true),
        ("é", "?", true), ("é", "??", false), ("e\u{301}", "??", true), ("日本", "?本", true), ("日本", "*本", true),
        ("😀x", "?x", true), ("😀", "????", false), ("xé", "*é", true), ("é", "*\u{301}", false),
        ("ACME Paris", "ACME *", true),
        ("ACME", "ACME *", false), ("a.c", "a.c", true), ("abc", "a.c", false), ("[a]", "[a]", true),
        ("a", "[a]", false),
    ])
    func `a glob matches whole texts`(text: String, glob: String, expected: Bool) throws {
        try expect(.matches, text, glob, expected)
    }

    @Test func `random globs match what a definition says`() throws {
        var random = SeededNumbers(seed: Self.seed)
        for _ in 0..<2_000 {
            let text = (0..<random.below(7)).map { _ in ["a", "b", "é"][random.below(3)] }.joined()
            let glob = (0..<random.below(6)).map { _ in ["a", "b", "é", "*", "?", "*"][random.below(6)] }.joined()
            let expected = Self.matches(Array(text.unicodeScalars)[...], Array(glob.unicodeScalars)[...])
            // What constants come to when a file is checked is the same.
            #expect(GlobPattern(glob)?.matches(Array(text.utf8)) == expected, "\(text) \(glob), seed \(Self.seed)")
            let outcome = try Evaluation(.call(.matches, .text(text), .text(glob))).outcome
            #expect(outcome == .value(expected ? 1 : 0), "\(text) \(glob), seed \(Self.seed)")
        }
    }

    /// Tries every run for a `*`.
    private static func matches(_ text: ArraySlice<Unicode.Scalar>, _ glob: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = glob.first else { return text.isEmpty }
        if first == "*" {
            return (text.startIndex...text.endIndex).contains { matches(text[$0...], glob.dropFirst()) }
        }
        guard let scalar = text.first, first == "?" || first == scalar else { return false }
        return matches(text.dropFirst(), glob.dropFirst())
    }

    @Test(.timeLimit(.minutes(10))) func `a glob of many stars takes no exponential time`() throws {
        let text = String(repeating: "a", count: 255) + "c"
        let glob = String(repeating: "*a", count: 120) + "*b"
        for _ in 0..<100 { try expect(.matches, text, glob, false) }
    }

    @Test(arguments: [
        (BuiltinFunction.startsWith, "abc", "", true), (.startsWith, "abc", "ab", true),
        (.startsWith, "abc", "abc", true),
        (.startsWith, "abc", "abcd", false), (.startsWith, "abc", "b", false), (.startsWith, "", "", true),
        (.startsWith, "", "a", false), (.startsWith, "é", "e", false), (.startsWith, "abc", "A", false),
        (.endsWith, "abc", "", true), (.endsWith, "abc", "bc", true), (.endsWith, "abc", "abc", true),
        (.endsWith, "abc", "xabc", false), (.endsWith, "abc", "b", false), (.endsWith, "e\u{301}", "\u{301}", true),
        (.contains, "abc", "", true), (.contains, "abc", "b", true), (.contains, "abc", "abc", true),
        (.contains, "abc", "abcd", false), (.contains, "abc", "ac", false), (.contains, "aab", "ab", true),
        (.contains, "aaa", "ab", false), (.contains, "ababac", "abac", true), (.contains, "", "", true),
        (.contains, "", "a", false), (.contains, "ab", "b", true), (.contains, "ab", "ba", false),
    ])
    func `texts are searched byte by byte`(
        function: BuiltinFunction, text: String, part: String, expected: Bool
    ) throws {
        try expect(function, text, part, expected)
    }

    @Test(arguments: [("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 2), ("日本", 2), ("😀", 1), ("a\u{0}b", 3)])
    func `a length counts Unicode scalars`(text: String, expected: Int64) throws {
        #expect(try Evaluation(.call(.length, .text(text))).outcome == .value(expected * 1_000_000))
    }

    @Test(arguments: [
        ("a", "a", true), ("a", "b", false), ("é", "e\u{301}", false), ("", "", true), ("a", "ab", false),
    ])
    func `texts are equal byte by byte`(left: String, right: String, expected: Bool) throws {
        let equal = CheckedExpression.make(.compare(.equal, .text(left), .text(right)), .boolean)
        let notEqual = CheckedExpression.make(.compare(.notEqual, .text(left), .text(right)), .boolean)
        #expect(try Evaluation(equal).outcome == .value(expected ? 1 : 0))
        #expect(try Evaluation(notEqual).outcome == .value(expected ? 0 : 1))
    }
}
