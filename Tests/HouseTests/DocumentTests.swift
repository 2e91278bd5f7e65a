import Testing

@Suite struct DocumentTests {
    /// What a reader may be told to type: what comes with Swift, the product, and what every system has.
    static let knownCommands: Set<String> = [
        "swift", "bankrules", "git", "cd", "cp", "cat", "diff", "cmp", "head", "tail", "grep", "sed", "mkdir", "rm",
        "echo", "printf", "wc", "sha256sum", "man", "source", "export",
    ]

    @Test(arguments: ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "Benchmarks/README.md"])
    func `the commands of a document exist`(path: String) throws {
        let document = try #require(Repository.text(path), "\(path) is missing")
        let unknown = Documents.commands(of: document).filter { command in
            let first = command.split(separator: " ").first { !$0.contains("=") }.map(String.init) ?? ""
            if Self.knownCommands.contains(first) || first.hasPrefix(".build/") { return false }
            return !(first.contains("/") && Repository.exists(first))
        }
        #expect(unknown.isEmpty, "\(path): \(unknown.joined(separator: "\n"))")
    }

    @Test func `commands, files and folders are found in a document`() {
        let document = """
            # House
            **Garden** has no folders.

            | folder | holds |
            |---|---|
            | `Beds` | `Flowers` |
            | `Paths`, `Walls` | stones |

            **Cellar** is another one.
            | `Shelves` | wine |
            ## Hot files
            - `Sources/Engine/Domain/Column.swift`: columns, and `Engine/Intake/Fast.swift`
            ## Next
            `Engine/Other.swift`
            ```sh
            # a comment
            swift test
            ```
            ```
            $ bankrules explain 1
            what it prints
            ```
            """
        #expect(Documents.commands(of: document) == ["swift test", "bankrules explain 1"])
        #expect(
            Documents.filesInSection("Hot files", of: document)
                == ["Sources/Engine/Domain/Column.swift", "Sources/Engine/Intake/Fast.swift"])
        #expect(Documents.folders(of: "Garden", in: document) == ["Beds", "Paths", "Walls"])
        #expect(Documents.folders(of: "Cellar", in: document) == ["Shelves"])
    }
}
