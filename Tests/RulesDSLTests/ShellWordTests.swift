import RulesDSL
import Testing

/// Commands that are shown can be typed as they stand.
@Suite struct ShellWordTests {
    @Test(arguments: [
        ("shop.rules", "shop.rules"), ("rules/eu_1-2.rules", "rules/eu_1-2.rules"),
        ("my shop.rules", "'my shop.rules'"),
        ("it's.rules", "'it'\\''s.rules'"), ("a$b.rules", "'a$b.rules'"), ("\"a\".rules", "'\"a\".rules'"),
        ("~x", "'~x'"),
        ("a;b", "'a;b'"), ("*", "'*'"), ("größe.rules", "größe.rules"), ("", "''"), ("-x.rules", "./-x.rules"),
        ("-x y", "'./-x y'"), ("-", "-"),
    ])
    func `a path is one word of a shell`(path: String, word: String) {
        #expect(ShellWord.operand(path) == word)
    }
}
