import Engine
import RulesDSL
import Testing

/// What people write wrong who write rules: every fixture in `Fixtures/Mistakes` has one mistake, and gets one
/// diagnostic that says what to do; `BANKRULES_RECORD=1` writes the expectations anew (see `SnapshotFolder`).
@Suite struct MistakeTests {
    private static let folder = SnapshotFolder("Mistakes")

    private static func check(_ source: SourceFile) -> CheckResult {
        Checker.check(
            SourceMap([source]), vocabulary: AccountVocabulary.vocabulary, resources: TestResources.resources)
    }

    @Test(arguments: folder.names)
    func `one mistake gets one diagnostic`(name: String) throws {
        let result = Self.check(try Self.folder.source(name))
        #expect(result.diagnostics.count == 1)
        try Self.folder.expect(ShownFile.text(result.sources, result.diagnostics), for: name)
    }

    /// Numbers whose fix-it leaves the currency to be said.
    private static let halfMended: Set = ["comma-for-point", "comma-in-plain-number", "european-number"]

    @Test(arguments: folder.names("rules"))
    func `what a fix-it writes is right`(name: String) throws {
        let source = try Self.folder.source(name)
        let fixIts = Self.check(source).diagnostics.flatMap(\.fixIts)
        guard !fixIts.isEmpty, !Self.halfMended.contains(name) else { return }
        var bytes = source.bytes
        for fixIt in fixIts.sorted(by: { $0.range.lower > $1.range.lower }) {
            bytes.replaceSubrange(fixIt.range.lower..<fixIt.range.upper, with: fixIt.replacement.utf8)
        }
        let mended = SourceFile(name: name, bytes: bytes)
        let errors = Self.check(mended).diagnostics.filter { $0.severity == .error }
        #expect(errors == [], "\(String(decoding: bytes, as: UTF8.self))")
    }
}
