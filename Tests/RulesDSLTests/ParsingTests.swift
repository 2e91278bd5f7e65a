import RulesDSL
import Testing

@Suite struct ParsingTests {
    @Test func `the default rules are read without a complaint`() throws {
        let result = Parser.parse(try RulesFiles.defaultRules(), as: FileID(0))
        #expect(result.diagnostics == [])
        #expect(result.syntax.declarations.count == 10)
        #expect(result.syntax.comments.map(\.text).count == 1)
    }
}
