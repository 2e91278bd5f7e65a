import Foundation
import Testing

/// The screens in README.md are what the program prints.
@Suite struct ReadmeTests {
    private static let document =
        (try? String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)) ?? ""

    /// The text of each fenced block, without its fences.
    private static let blocks: [String] = {
        let parts = document.split(separator: "\n```", omittingEmptySubsequences: false)
        // Every other part is inside a fence; its first line is the fence's language.
        return stride(from: 1, to: parts.count, by: 2).map { index in
            parts[index].drop { $0 != "\n" }.dropFirst() + "\n"
        }
    }()

    /// The block that holds a text.
    private func block(_ text: String) throws -> String {
        try #require(Self.blocks.first { $0.contains(text) }, "no block of README.md holds `\(text)`")
    }

    @Test func `the summary`() throws {
        let folder = try Folder.withSample()
        let answer = try Binary.run([], in: folder.url)
        #expect(Transcript.timeless(answer.errors) == Transcript.timeless(try block(" transactions by \"")))
    }

    @Test func `an explanation`() throws {
        let folder = try Folder.withSample()
        let answer = try Binary.run(["explain", "90417"], in: folder.url)
        #expect("$ bankrules explain 90417\n" + answer.output == (try block("$ bankrules explain 90417")))
    }

    @Test func `a dry-run with the edit`() throws {
        let folder = try Folder.withSample()
        let commands = try block("dry-run --rules stricter.rules").split(separator: "\n").map(String.init)
        let edit = try #require(commands.first { $0.hasPrefix("sed ") })
        try edit.wholeMatch(of: /sed 's\/(.+)\/(.+)\/' (\S+) > (\S+)/).map { match in
            let old = String(match.1).replacing("\\", with: "")
            try folder.write(String(match.3), as: String(match.4), replacing: old, with: String(match.2))
        }
        var output = ""
        for command in commands where command.hasPrefix("bankrules ") {
            let answer = try Binary.run(command.split(separator: " ").dropFirst().map(String.init), in: folder.url)
            #expect(answer.text.hasPrefix("exit 0\n"), "\(command)")
            output = answer.output
        }
        // The list at its end is cut short.
        let shown = try #require(try block(" (old) and ").split(separator: "    …\n").first)
        #expect(output.hasPrefix(shown), "\(output)")
    }

    @Test func `a mistake in the rules`() throws {
        let folder = try Folder.withSample()
        let wanted = try block("error[")
        let rules = try #require(folder.read("rules/default.rules"))
        let place = try #require(rules.firstRange(of: "amount per customer per day"))
        try folder.write(
            rules.replacingCharacters(in: place, with: "amuont per customer per day"), to: "rules/default.rules")
        let answer = try Binary.run(["check", "rules/default.rules"], in: folder.url)
        #expect(answer.output.hasPrefix(wanted), "\(answer.output)")
    }

    /// The rule that is shown as an example stands in the default file.
    @Test func `the rules are the default file's`() throws {
        let folder = try Folder.withSample()
        #expect(try #require(folder.read("rules/default.rules")).contains(try block("limit daily-load-amount {")))
    }
}
