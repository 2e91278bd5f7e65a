import Engine
import Foundation
import RulesDSL
import Testing

/// What the checker says of whole files. Each `.rules` file in `Fixtures/Checking/error` and `…/warning` has a `.txt`
/// beside it with the diagnostics as data: place, message, label, help, and what a fix-it would write.
///
///     BANKRULES_RECORD=1 swift test --filter CheckingFixtureTests
///
/// writes the expectations anew; read the difference before committing it.
struct CheckingFixtureTests {
    private static let directory = RulesFiles.repository.appending(path: "Tests/RulesDSLTests/Fixtures/Checking")
    private static let isRecording = ProcessInfo.processInfo.environment["BANKRULES_RECORD"] == "1"

    /// The names in a folder, without their extension: one file without the other is a failure of its test.
    private static func names(_ folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: directory.appending(path: folder).path)) ?? []
        return Set(files.filter { !$0.hasPrefix(".") }.map { String($0.prefix { $0 != "." }) }).sorted()
    }

    private static func check(_ folder: String, _ name: String) throws -> (result: CheckResult, shown: String) {
        let data = try Data(contentsOf: directory.appending(path: "\(folder)/\(name).rules"))
        let sources = SourceMap([SourceFile(name: "\(name).rules", bytes: Array(data))])
        let result = Checker.check(sources, vocabulary: AccountVocabulary.vocabulary)
        return (result, result.diagnostics.map { shown($0, in: sources) }.joined(separator: "\n"))
    }

    private static func shown(_ diagnostic: Diagnostic, in sources: SourceMap) -> String {
        func text(_ range: SourceRange) -> String {
            let position = sources.position(of: range)
            let bytes = sources.files[range.file.index].bytes[range.lower..<range.upper]
            return "\(position.line):\(position.column) `\(String(decoding: bytes, as: UTF8.self))`"
        }
        var lines = ["\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message)"]
        lines.append("  at \(text(diagnostic.primary.range))")
        if !diagnostic.primary.text.isEmpty { lines.append("  label: \(diagnostic.primary.text)") }
        lines += diagnostic.secondary.map { "  see \(text($0.range)): \($0.text)" }
        lines += diagnostic.help.map { "  help: \($0)" }
        lines += diagnostic.fixIts.map { "  fix-it: \(text($0.range)) becomes `\($0.replacement)`" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func expect(_ actual: String, _ folder: String, _ name: String) throws {
        let file = directory.appending(path: "\(folder)/\(name).txt")
        let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        guard actual != expected else { return }
        if isRecording {
            try Data(actual.utf8).write(to: file)
            Issue.record("recorded \(name).txt: read it, and run the tests again")
        } else {
            Issue.record("\(name).txt is \(expected ?? "missing"), and should now be:\n\(actual)")
        }
    }

    @Test(arguments: names("ok"))
    func `a right file makes a policy without a word`(name: String) throws {
        let (result, shown) = try Self.check("ok", name)
        #expect(shown.isEmpty)
        #expect(result.policy != nil)
    }

    @Test(arguments: names("warning"))
    func `a doubtful file makes a policy, and gets the expected warnings`(name: String) throws {
        let (result, shown) = try Self.check("warning", name)
        #expect(result.policy != nil)
        #expect(!result.diagnostics.isEmpty && result.diagnostics.allSatisfy { $0.severity == .warning })
        try Self.expect(shown, "warning", name)
    }

    @Test(arguments: names("error"))
    func `a wrong file makes no policy, and gets the expected diagnostics`(name: String) throws {
        let (result, shown) = try Self.check("error", name)
        #expect(result.policy == nil)
        #expect(result.diagnostics.contains { $0.severity == .error })
        try Self.expect(shown, "error", name)
    }

    @Test func `every code has a fixture`() throws {
        var codes: Set<String> = []
        for folder in ["warning", "error"] {
            for name in Self.names(folder) {
                codes.formUnion(try Self.check(folder, name).result.diagnostics.map(\.code))
            }
        }
        // Another vocabulary, and ten thousand rules: both are in `CheckingTests`.
        let elsewhere: [CheckCode] = [.unknownWindow, .tooMany]
        let missing = CheckCode.allCases.filter { !elsewhere.contains($0) && !codes.contains($0.rawValue) }
        #expect(missing.isEmpty)
    }
}
