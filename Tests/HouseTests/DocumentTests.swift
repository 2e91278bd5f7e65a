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

    @Test(arguments: Repository.documents)
    func `the links of a document lead somewhere`(path: String) throws {
        let document = try #require(Repository.text(path))
        for link in Documents.links(of: document, at: path) {
            #expect(Repository.exists(link.path), "\(path): \(link)")
            guard let anchor = link.anchor else { continue }
            #expect(Documents.anchors(of: Repository.text(link.path) ?? "").contains(anchor), "\(path): \(link)")
        }
    }

    @Test func `every document is one that a reader of the README finds`() throws {
        var found: Set<String> = []
        var next = ["README.md"]
        while let path = next.popLast() {
            guard found.insert(path).inserted, path.hasSuffix(".md") else { continue }
            next += Documents.links(of: try #require(Repository.text(path)), at: path).map(\.path)
        }
        #expect(Set(Repository.documents).subtracting(found).isEmpty)
    }

    @Test func `the files that ARCHITECTURE_md names are there`() throws {
        let paths = (Repository.sources + Repository.tests).map(\.path)
        let named = Documents.namedFiles(of: try #require(Repository.text("ARCHITECTURE.md")))
        let missing = named.filter { name in !paths.contains { Documents.path($0, endsIn: name) } }
        #expect(named.count > 30 && missing.isEmpty, "\(missing)")
    }

    @Test func `links, anchors and names of files are found in a document`() {
        let document = """
            # A *house*, `built`
            [see](../docs/input.md#reasons), [here](#a-house-built) and [that](b.md), not [there](https://example.com/a.md)
            ```
            # no heading
            [no](link)
            ```
            ## Next
            `Accounts/Judge*.swift` is `Column.swift`
            """
        let links = Documents.links(of: document, at: "rules/a.md")
        #expect(links.map(\.path) == ["docs/input.md", "rules/a.md", "rules/b.md"])
        #expect(links.map(\.anchor) == ["reasons", "a-house-built", nil])
        #expect(Documents.anchors(of: document) == ["a-house-built", "next"])
        #expect(Documents.namedFiles(of: document) == ["Accounts/Judge*.swift", "Column.swift"])
        #expect(Documents.path("Sources/Engine/Accounts/JudgeAll.swift", endsIn: "Accounts/Judge*.swift"))
        #expect(!Documents.path("Sources/Engine/Accounts/Judge.c", endsIn: "Accounts/Judge*.swift"))
        #expect(!Documents.path("Sources/Engine/MyColumn.swift", endsIn: "Column.swift"))
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
