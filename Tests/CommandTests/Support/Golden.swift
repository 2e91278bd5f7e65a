import Foundation
import Testing

/// Texts that are compared as a whole with files in `Golden/`.
///
/// With `BANKRULES_RECORD=1` in the environment they are written anew, and a test that wrote fails once to say so; read
/// the difference before committing it.
enum Golden {
    static let directory = Repository.root.appending(path: "Tests/CommandTests/Golden")

    private static let isRecording = ProcessInfo.processInfo.environment["BANKRULES_RECORD"] == "1"

    /// Compares a text with the file of a name.
    static func expect(_ actual: String, _ name: String, location: SourceLocation = #_sourceLocation) throws {
        let file = directory.appending(path: name)
        let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        guard actual != expected else { return }
        if isRecording {
            try Data(actual.utf8).write(to: file)
            Issue.record("recorded \(name): read it, and run the tests again", sourceLocation: location)
        } else {
            let wanted = expected ?? "(no such file: run with BANKRULES_RECORD=1)\n"
            Issue.record("\(name) is now:\n\(actual)\ninstead of:\n\(wanted)", sourceLocation: location)
        }
    }
}

/// Where the repository lies, found from this file's own place.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
