import Foundation
import Testing
import bankrules

/// What people read of a policy with every construct of the language: each line of `explanations.ndjson`, and the
/// screen of each transaction that fails something. The rules and the input lie in `Golden/Explain`.
@Suite struct EveryConstructTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        for name in ["every.rules", "input.txt"] {
            try FileManager.default.copyItem(
                at: Golden.directory.appending(path: "Explain/\(name)"), to: folder.url.appending(path: name))
        }
    }

    @Test func `every line of the explanations`() throws {
        let answer = try Binary.run(["run", "--rules", "every.rules", "--quiet"], in: folder.url)
        #expect(answer.code == .success)
        try Golden.expect(folder.read("explanations.ndjson") ?? "", "Explain/explanations.ndjson")
        for line in folder.lines("explanations.ndjson") {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        }
    }

    /// Ids of the input; customers share some, and then each has its screen.
    @Test(arguments: [
        "l1", "l2", "l3", "l4", "l5", "l6", "l7", "l8", "l9", "l10", "w1", "w2", "w3", "w4", "w5", "w6", "w7",
    ])
    func `every screen`(id: String) throws {
        let answer = try Binary.run(["explain", id, "--rules", "every.rules"], in: folder.url)
        #expect(answer.code == .success)
        try Golden.expect(answer.text, "Explain/\(id).txt")
    }

    @Test(arguments: ["l4", "w5"])
    func `for programs`(id: String) throws {
        let answer = try Binary.run(["explain", id, "--rules", "every.rules", "--json"], in: folder.url)
        #expect(answer.code == .success)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) }
        try Golden.expect(answer.text, "Explain/\(id).json")
    }
}
