import Foundation
import RulesDSL
import Testing

/// A folder of rules files, each with a `.txt` beside it that says what is expected of it.
///
/// With `BANKRULES_RECORD=1` in the environment every expectation is written anew, and the test fails once to say so;
/// read the difference before committing it:
///
///     BANKRULES_RECORD=1 swift test --filter RulesDSLTests
struct SnapshotFolder {
    private let directory: URL

    private static let isRecording = ProcessInfo.processInfo.environment["BANKRULES_RECORD"] == "1"

    /// A folder below `Tests/RulesDSLTests/Fixtures`.
    init(_ path: String) {
        directory = RulesFiles.repository.appending(path: "Tests/RulesDSLTests/Fixtures/\(path)")
    }

    /// The names of the files with an extension, without it, sorted.
    func names(_ fileExtension: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == fileExtension }
            .map { $0.deletingPathExtension().lastPathComponent }.sorted()
    }

    /// The names of all fixtures and of all expectations: one without the other is a failure of its test.
    var names: [String] {
        Set(names("rules") + names("txt")).sorted()
    }

    func source(_ name: String) throws -> SourceFile {
        let data = try Data(contentsOf: directory.appending(path: "\(name).rules"))
        return SourceFile(name: "\(name).rules", bytes: Array(data))
    }

    /// Compares with what is expected, or records it.
    func expect(_ actual: String, for name: String) throws {
        let file = directory.appending(path: "\(name).txt")
        let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        if Self.isRecording {
            if actual != expected {
                try Data(actual.utf8).write(to: file)
                Issue.record("recorded \(name).txt: read it, and run the tests again")
            }
            return
        }
        guard let expected else {
            Issue.record("\(name).rules has no expectation: run with BANKRULES_RECORD=1")
            return
        }
        if actual != expected {
            Issue.record("\(name).txt differs, it should now be:\n\(actual)\nwas expected to be:\n\(expected)")
        }
    }
}
