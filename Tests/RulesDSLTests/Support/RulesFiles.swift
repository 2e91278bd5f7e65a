import Foundation
import RulesDSL

/// The files that tests read, found from this file's own place.
enum RulesFiles {
    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The rules that come with the product.
    static func defaultRules() throws -> SourceFile {
        let data = try Data(contentsOf: repository.appending(path: "rules/default.rules"))
        return SourceFile(name: "rules/default.rules", bytes: Array(data))
    }
}
