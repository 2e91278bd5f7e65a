import Foundation
import RulesDSL

/// The files that tests read, found from this file's own place.
enum RulesFiles {
    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every rules file that comes with the product.
    static func shippedRules() throws -> [SourceFile] {
        let folder = repository.appending(path: "rules")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".rules") }
            .map { SourceFile(name: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0)))) }
    }

    /// The rules that come with the product.
    static func defaultRules() throws -> SourceFile {
        let data = try Data(contentsOf: repository.appending(path: "rules/default.rules"))
        return SourceFile(name: "rules/default.rules", bytes: Array(data))
    }
}
