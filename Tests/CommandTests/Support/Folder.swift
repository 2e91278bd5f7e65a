import Foundation

/// A folder of its own for one test, removed with it.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "bankrules-folder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The path of a name in it.
    func path(_ name: String) -> String {
        url.appending(path: name).path
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }

    /// Puts the rules that come with the product where they are looked for.
    func addDefaultRules() throws {
        let rules = url.appending(path: "rules")
        try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: false)
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "rules/default.rules"), to: rules.appending(path: "default.rules"))
    }

    func read(_ name: String) -> String? {
        (try? Data(contentsOf: url.appending(path: name))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Everything that lies in it, hidden or not, sorted.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
    }
}
