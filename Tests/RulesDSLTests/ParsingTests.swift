import RulesDSL
import Testing

/// What the parser makes of whole files. The fixtures are in `Fixtures/Parsing`; `BANKRULES_RECORD=1` writes their
/// expectations anew (see `SnapshotFolder`).
@Suite struct ParsingTests {
    private static let right = SnapshotFolder("Parsing/ok")
    private static let wrong = SnapshotFolder("Parsing/error")

    @Test func `the default rules are read without a complaint`() throws {
        let result = Parser.parse(try RulesFiles.defaultRules(), as: FileID(0))
        #expect(result.diagnostics == [])
        #expect(result.syntax.declarations.count == 15)
    }

    @Test(arguments: right.names)
    func `a right file becomes the expected tree`(name: String) throws {
        let source = try Self.right.source(name)
        let result = Parser.parse(source, as: FileID(0))
        let complaints = DiagnosticRenderer(sources: SourceMap([source])).render(result.diagnostics)
        #expect(complaints == "")
        try Self.right.expect(TreePrinter.print(result.syntax), for: name)
    }

    @Test(arguments: wrong.names)
    func `a wrong file gets the expected diagnostics`(name: String) throws {
        let source = try Self.wrong.source(name)
        let result = Parser.parse(source, as: FileID(0))
        #expect(!result.diagnostics.isEmpty)
        try Self.wrong.expect(ShownFile.text(source, result.diagnostics), for: name)
    }

    @Test func `every code has a fixture`() throws {
        var codes: Set<String> = []
        for name in Self.wrong.names("rules") {
            codes.formUnion(Parser.parse(try Self.wrong.source(name), as: FileID(0)).diagnostics.map(\.code))
        }
        // A fixture of 4 MiB would weigh on everybody's clone; `a file that is too large is not read` has that one.
        let missing = SyntaxCode.allCases.filter { $0 != .fileTooLarge && !codes.contains($0.rawValue) }
        #expect(missing.isEmpty)
    }

    @Test func `a file that is too large is not read`() {
        let source = SourceFile(name: "large.rules", bytes: [UInt8](repeating: 0x20, count: (4 << 20) + 1))
        let result = Parser.parse(source, as: FileID(0))
        #expect(result.diagnostics.map(\.code) == [SyntaxCode.fileTooLarge.rawValue])
    }

    @Test func `a byte order mark is no part of the text`() {
        let source = SourceFile(name: "a.rules", bytes: [0xEF, 0xBB, 0xBF] + Array("let a = 5 @".utf8))
        let result = Parser.parse(source, as: FileID(0))
        let map = SourceMap([source])
        #expect(result.diagnostics.first.map { map.position(of: $0.primary.range).column } == 11)
    }
}
