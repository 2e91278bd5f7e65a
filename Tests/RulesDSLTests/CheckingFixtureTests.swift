import Engine
import RulesDSL
import Testing

/// What the checker says of whole files, as a person sees it. The fixtures are in `Fixtures/Checking`;
/// `BANKRULES_RECORD=1` writes their expectations anew (see `SnapshotFolder`).
struct CheckingFixtureTests {
    private static let right = SnapshotFolder("Checking/ok")
    private static let doubtful = SnapshotFolder("Checking/warning")
    private static let wrong = SnapshotFolder("Checking/error")

    private static func check(_ source: SourceFile) -> CheckResult {
        Checker.check(
            SourceMap([source]), vocabulary: AccountVocabulary.vocabulary, resources: TestResources.resources)
    }

    @Test(arguments: right.names("rules"))
    func `a right file makes a policy without a word`(name: String) throws {
        let result = Self.check(try Self.right.source(name))
        #expect(result.diagnostics == [])
        #expect(result.policy != nil)
    }

    @Test(arguments: doubtful.names)
    func `a doubtful file makes a policy, and gets the expected warnings`(name: String) throws {
        let result = Self.check(try Self.doubtful.source(name))
        #expect(result.policy != nil)
        #expect(!result.diagnostics.isEmpty && result.diagnostics.allSatisfy { $0.severity == .warning })
        try Self.doubtful.expect(ShownFile.text(result.sources, result.diagnostics), for: name)
    }

    @Test(arguments: wrong.names)
    func `a wrong file makes no policy, and gets the expected diagnostics`(name: String) throws {
        let result = Self.check(try Self.wrong.source(name))
        #expect(result.policy == nil)
        #expect(result.diagnostics.contains { $0.severity == .error })
        try Self.wrong.expect(ShownFile.text(result.sources, result.diagnostics), for: name)
    }

    @Test func `every code has a fixture`() throws {
        var codes: Set<String> = []
        for folder in [Self.doubtful, Self.wrong] {
            for name in folder.names("rules") {
                codes.formUnion(Self.check(try folder.source(name)).diagnostics.map(\.code))
            }
        }
        // Another vocabulary, and ten thousand rules: both are in `CheckingTests`.
        let elsewhere: [CheckCode] = [.unknownWindow, .tooMany]
        let missing = CheckCode.allCases.filter { !elsewhere.contains($0) && !codes.contains($0.rawValue) }
        #expect(missing.isEmpty)
    }
}
