import RulesDSL
import Testing

struct GlobPatternTests {
    @Test(
        arguments: [
            ("ACME", "ACME", true), ("ACME", "acme", false), ("ACME", "ACME ", false), ("", "", true), ("", "a", false),
            ("*", "", true), ("*", "anything", true), ("A*", "A", true), ("A*", "ACME", true), ("A*", "BACME", false),
            ("*ACME", "THE ACME", true), ("*ACME", "ACMES", false), ("*C*E", "ACME", true), ("*C*E", "AEMC", false),
            ("A?ME", "ACME", true), ("A?ME", "AME", false), ("A?ME", "ACCME", false), ("?", "€", true),
            ("??", "€", false), ("*?", "€", true), ("*??", "€", false), ("*ab*ab*", "abab", true),
            ("*ab*ab*", "aab", false), ("a\\*b", "a*b", true), ("a\\*b", "aab", false), ("a\\?", "a?", true),
            ("a\\?", "ab", false), ("a\\\\b", "a\\b", true), ("**", "ab", true), ("*a*b*c", "xaybzc", true),
            ("*aaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaab", true), ("e?", "e\u{301}", true),
            ("\u{E9}", "e\u{301}", false),
        ])
    func `a glob is matched by the whole text`(pattern: String, text: String, expected: Bool) throws {
        let glob = try #require(GlobPattern(pattern))
        #expect(glob.matches(Array(text.utf8)) == expected)
    }

    @Test(arguments: ["\\", "a\\", "\\a", "*\\n"])
    func `a backslash before nothing that it could mean is no pattern`(pattern: String) {
        #expect(GlobPattern(pattern) == nil)
    }
}
