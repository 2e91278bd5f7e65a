import Foundation

/// The files of the working copy that these tests belong to.
enum Repository {
    /// The root folder, found from this file's own place.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// All Swift files of the product.
    static let sources = swiftFiles(below: "Sources")
    /// All Swift files of the tests.
    static let tests = swiftFiles(below: "Tests")
    /// All Swift files of the benchmark's programs.
    static let benchmarks = swiftFiles(below: "Benchmarks/Sources")

    /// All documents for readers.
    static let documents: [String] = {
        let docs =
            (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("docs").path)) ?? []
        return ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "Benchmarks/README.md", "rules/README.md"]
            + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    }()

    /// The text of a file, nil if it is not there.
    static func text(_ path: String) -> String? {
        try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    private static func swiftFiles(below folder: String) -> [SwiftSource] {
        let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
        let found = (paths?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted()
        return found.map { path in
            SwiftSource(path: "\(folder)/\(path)", text: text("\(folder)/\(path)") ?? "")
        }
    }
}
