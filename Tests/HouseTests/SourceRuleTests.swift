import Testing

@Suite struct SourceRuleTests {
    /// Foundation costs start-up time; a file is listed here with the reason why it cannot do without.
    static let mayImportFoundation: Set<String> = []

    /// Fails with the list of what was found.
    private func expectNone(_ findings: [String], location: Testing.SourceLocation = #_sourceLocation) {
        #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))", sourceLocation: location)
    }

    @Test func `Foundation is imported by nobody but the files of the list`() {
        let foundations: Set = ["Foundation", "FoundationEssentials", "FoundationInternationalization"]
        expectNone(
            Repository.sources.filter { !Self.mayImportFoundation.contains($0.path) }.flatMap { source in
                source.described(source.imports.filter { foundations.contains($0.text) }) { "imports \($0.text)" }
            })
        #expect(!Self.mayImportFoundation.contains { $0.hasPrefix("Sources/RulesDSL/") })
    }

    @Test func `RulesDSL and Engine know no terminal, standard stream or environment`() {
        let words: Set = ["isatty", "stdout", "stderr", "getenv", "environ", "setlocale"]
        expectNone(
            libraries.flatMap { source in
                source.described(source.uses(of: words) + source.calls(of: ["print", "debugPrint", "readLine"])) {
                    "`\($0.text)` belongs into bankrules"
                }
            })
    }

    @Test func `only bankrules ends the process`() {
        expectNone(
            libraries.flatMap { source in
                source.described(source.calls(of: ["exit", "_exit", "abort", "quick_exit"])) {
                    "`\($0.text)` belongs into bankrules"
                }
            })
    }

    @Test func `nothing in Sources traps on purpose`() {
        expectNone(
            Repository.sources.flatMap { source in
                source.described(source.forced) { "`\($0.text)!`: say what happens when it fails" }
                    + source.described(source.uses(of: ["fatalError", "preconditionFailure"])) {
                        "`\($0.text)`: input must not get here"
                    }
            })
    }

    @Test func `nothing is left for later`() {
        expectNone(
            (Repository.sources + Repository.benchmarks).flatMap { source in
                source.lines.enumerated().filter { $0.element.contains("TODO") || $0.element.contains("FIXME") }
                    .map { "\(source.path):\($0.offset + 1): \($0.element)" }
            })
    }

    @Test func `an unchecked Sendable says why it holds`() {
        expectNone(
            Repository.sources.flatMap { source in
                source.described(source.unexplainedUncheckedSendables) { _ in
                    "`@unchecked Sendable` without a comment above it"
                }
            })
    }

    @Test func `unsafe code stands only in the hot files of ARCHITECTURE_md`() {
        let hotFiles = Documents.hotFiles
        expectNone(
            Repository.sources.filter { !hotFiles.contains($0.path) }.flatMap { source in
                source.described(Array(source.uses(of: ["unsafe"]).prefix(1))) { _ in
                    "`unsafe`, but ARCHITECTURE.md does not list the file under Hot files"
                }
            } + hotFiles.filter { !Repository.exists($0) }.map { "ARCHITECTURE.md lists \($0), which does not exist" })
    }

    @Test func `no file is longer than 400 lines`() {
        expectNone(
            (Repository.sources + Repository.tests + Repository.benchmarks).filter { $0.lines.count > 401 }
                .map { "\($0.path): \($0.lines.count - 1) lines" })
    }

    @Test func `a Swift file lies at most three folders below Sources`() {
        expectNone(
            Repository.sources.filter { $0.path.split(separator: "/").count > 5 }
                .map { "\($0.path): deeper than Sources/Target/Folder/Folder" })
    }

    @Test func `no test waits by the clock`() {
        expectNone(
            Repository.tests.flatMap { source in
                source.described(
                    source.words.filter { ["sleep", "usleep", "nanosleep"].contains($0.text) && $0.after == "(" }
                ) { "`\($0.text)`: wait for the thing itself" }
            })
    }

    @Test func `the package depends on no other package`() throws {
        for path in ["Package.swift", "Benchmarks/Package.swift"] {
            let manifest = SwiftSource(path: path, text: try #require(Repository.text(path)))
            expectNone(
                manifest.described(manifest.words.filter { $0.text == "package" && $0.before == "." }) { _ in
                    "names a package"
                })
        }
    }

    @Test func `the rules find what they look for`() {
        let bad = SwiftSource(
            path: "Sources/Engine/Domain/Bad.swift",
            text: """
                import Foundation
                // try! is fine in a comment, and so is "as! \\(this)".
                final class Bad: @unchecked Sendable {
                    let text = "try! print(\\(try! load()))"
                    func stop() { unsafe exit(1); self.exit(2) }
                }
                """)
        #expect(bad.imports.map(\.text) == ["Foundation"])
        #expect(bad.forced.map(\.line) == [4])
        #expect(bad.calls(of: ["print", "exit"]).map(\.line) == [5])
        #expect(bad.uses(of: ["unsafe"]).map(\.line) == [5])
        #expect(bad.unexplainedUncheckedSendables.isEmpty)
        let worse = SwiftSource(path: "Worse.swift", text: "\nstruct Worse: @unchecked Sendable {}\n")
        #expect(worse.unexplainedUncheckedSendables.map(\.line) == [2])
    }

    private var libraries: [SwiftSource] {
        Repository.sources.filter { !$0.path.hasPrefix("Sources/bankrules/") }
    }
}
