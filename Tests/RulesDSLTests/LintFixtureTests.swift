import Engine
import RulesDSL
import Testing

/// What the lints say of whole files, as a person sees it. The fixtures are in `Fixtures/Linting`;
/// `BANKRULES_RECORD=1` writes their expectations anew (see `SnapshotFolder`).
struct LintFixtureTests {
    private static let fixtures = SnapshotFolder("Linting")

    private static func check(_ source: SourceFile) -> CheckResult {
        Checker.check(
            SourceMap([source]), vocabulary: AccountVocabulary.vocabulary, resources: TestResources.resources)
    }

    @Test(arguments: fixtures.names)
    func `a file that can't be meant gets the expected warnings, each with its witness`(name: String) throws {
        let result = Self.check(try Self.fixtures.source(name))
        #expect(result.diagnostics == [])
        let lints = try #require(Policy(result)).lints().diagnostics
        #expect(!lints.isEmpty && lints.allSatisfy { $0.severity == .warning })
        try Self.fixtures.expect(ShownFile.text(result.sources, lints), for: name)
    }

    @Test func `every lint has a fixture`() throws {
        var codes: Set<String> = []
        for name in Self.fixtures.names("rules") {
            let policy = try #require(Policy(Self.check(try Self.fixtures.source(name))))
            codes.formUnion(try policy.lints().diagnostics.map(\.code))
        }
        #expect(LintCode.allCases.filter { !codes.contains($0.rawValue) } == [])
    }

    @Test func `the lints say nothing of the rules that come with the product`() throws {
        let zones = ["Europe/Paris", "Europe/London", "America/New_York", "America/Chicago"]
        for source in try RulesFiles.shippedRules() {
            // An hour of summer time, in every zone: what the days of a zone are like is tested elsewhere.
            let resources = PolicyResources(
                zone: { zones.contains($0) ? .known(TestResources.paris) : .known(.utc) }, file: { _, _ in .missing })
            let result = Checker.check(
                SourceMap([source]), vocabulary: AccountVocabulary.vocabulary, resources: resources)
            let lints = try #require(Policy(result), "\(source.name): \(result.diagnostics.map(\.message))").lints()
                .diagnostics
            #expect(lints.map(\.message).filter { !$0.hasPrefix("no test") } == [], "\(source.name)")
        }
    }

    /// Each transaction is tried more than once before it is decided.
    @Test(arguments: fixtures.names)
    func `that ids do not repeat changes nothing`(name: String) throws {
        let source = try Self.fixtures.source(name)
        let unique = "\nunique no-repeats { key id per customer  else ignore as Repeat }\n"
        let header = "week     starts monday\n"
        let text = String(decoding: source.bytes, as: UTF8.self).replacing(header, with: header + unique)
        #expect(text.contains(unique))
        func lints(_ source: SourceFile) throws -> [[String]] {
            try #require(Policy(Self.check(source))).lints().diagnostics.map {
                [$0.code, $0.message] + ($0.witness?.lines(isWhole: true) ?? [])
            }
        }
        let withUnique = try lints(SourceFile(name: source.name, text: text))
        #expect(try lints(source) == withUnique.filter { !$0[1].hasSuffix("`no-repeats` fail") })
    }

    /// What no transaction shows.
    private static let withoutWitness = [LintCode.untested, .neverApplies, .neverExempts, .selectsAll].map(\.rawValue)

    @Test func `a witness is a test that passes`() throws {
        for name in Self.fixtures.names("rules") {
            let source = try Self.fixtures.source(name)
            for lint in try #require(Policy(Self.check(source))).lints().diagnostics {
                guard let witness = lint.witness else {
                    #expect(Self.withoutWitness.contains(lint.code), "\(name): \(lint.message)")
                    continue
                }
                let test = "\ntest \"witness\" {\n" + witness.lines(isWhole: true).joined(separator: "\n") + "\n}\n"
                let text = String(decoding: source.bytes, as: UTF8.self) + test
                let result = Self.check(SourceFile(name: source.name, text: text))
                let policy = try #require(Policy(result), "\(name): \(result.diagnostics.map(\.message))\n\(test)")
                var coverage = TestCoverage(policy)
                let last = try #require(policy.program.policy.tests.last)
                let outcome = try TestRunner(policy).run(last, covering: &coverage)
                #expect(outcome.isAsExpected, "\(name): \(test)")
            }
        }
    }
}
