import Engine
import Foundation
import RulesDSL
import TestSupport

/// What the engine makes of a folder's input, within this process.
enum History {
    static func policy(of folder: Folder, _ rules: String = "rules/default.rules") throws -> Policy {
        try Policy(SourceFile(name: rules, text: folder.read(rules) ?? ""))
    }

    /// All events of `input.txt`.
    static func store(of folder: Folder) throws -> EventStore {
        let input = MemorySource(Array((folder.read("input.txt") ?? "").utf8))
        var configuration = Runner.Configuration(programs: [try policy(of: folder).program], source: input)
        configuration.recordedFacts = .all
        let runner = try Runner(configuration)
        let store = EventStore()
        runner.bus.subscribe(store, to: .transactionsDecided)
        _ = try runner.run()
        return store
    }
}
