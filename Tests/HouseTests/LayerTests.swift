import Testing

@Suite struct LayerTests {
    @Test func `a folder of RulesDSL uses only the folders before it`() {
        let findings = Layers.rulesDSL.findings(in: Repository.sources)
        #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
    }

    @Test func `a folder of Engine uses only the folders before it`() {
        let findings = Layers.engine.findings(in: Repository.sources)
        #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
    }

    @Test func `a folder of bankrules uses only the folders before it`() {
        let findings = Layers.program.findings(in: Repository.sources)
        #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
    }

    @Test(arguments: [Layers.rulesDSL, .engine, .program])
    func `ARCHITECTURE_md has the folders that there are, in their order`(layers: Layers) {
        let there = Set(Repository.sources.compactMap { layers.folder(of: $0) })
        let documented = Documents.folders(of: layers.name, in: Repository.text("ARCHITECTURE.md") ?? "")
        #expect(documented == Array(layers.ranks.joined()))
        #expect(there == Set(documented))
    }

    @Test func `a target imports only the targets below it`() {
        let forbidden: [String: Set<String>] = [
            "Sources/RulesDSL/": ["Engine", "bankrules"],
            "Sources/Engine/": ["bankrules"],
        ]
        var findings: [String] = []
        for source in Repository.sources {
            for (target, modules) in forbidden where source.path.hasPrefix(target) {
                for name in source.imports where modules.contains(name.text) {
                    findings.append("\(source.path):\(name.line): imports \(name.text)")
                }
            }
        }
        #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
    }

    @Test func `there are sources to look at`() {
        #expect(Repository.sources.count > 10)
        #expect(Repository.sources.contains { $0.typeDeclarations.count > 1 })
    }

    @Test func `the use of a later folder's type is found`() {
        let early = SwiftSource(
            path: "Sources/Engine/Domain/Money.swift",
            text: """
                /// The Ledger is only mentioned here.
                package struct Money {
                    let text = "Ledger" // Ledger
                    func book(into ledger: Ledger) { print("\\(Ledger.count)") }
                }
                """)
        let late = SwiftSource(
            path: "Sources/Engine/Accounts/Ledger.swift",
            text:
                "package import RulesDSL\n\n@frozen package final class Ledger { struct Entry {}; var total: Money }\n")
        #expect(
            Layers.engine.findings(in: [early, late]) == [
                "Sources/Engine/Domain/Money.swift:4: Domain uses Ledger of Accounts",
                "Sources/Engine/Domain/Money.swift:4: Domain uses Ledger of Accounts",
            ])
    }

    @Test func `folders of one rank do not use each other, and unknown folders are reported`() {
        let intake = SwiftSource(path: "Sources/Engine/Intake/Reader.swift", text: "struct Reader { var day: Day }\n")
        let windows = SwiftSource(path: "Sources/Engine/Windows/Day.swift", text: "struct Day {}\n")
        let stray = SwiftSource(path: "Sources/Engine/Stuff/More.swift", text: "enum More {}\n")
        #expect(
            Layers.engine.findings(in: [intake, windows, stray]) == [
                "Sources/Engine/Intake/Reader.swift:1: Intake uses Day of Windows",
                "Sources/Engine/Stuff/More.swift: the folder Stuff has no place in the order of layers",
            ])
    }

    @Test func `a name that two folders or a nested type declare is not judged`() {
        let early = SwiftSource(path: "Sources/Engine/Domain/A.swift", text: "struct A { let x: Kind; let y: Cell }\n")
        let late = SwiftSource(
            path: "Sources/Engine/Rules/B.swift", text: "struct B {\n    enum Kind {}\n}\nstruct Cell {}\n")
        let other = SwiftSource(path: "Sources/Engine/Windows/C.swift", text: "struct Cell {}\n")
        #expect(Layers.engine.findings(in: [early, late, other]).isEmpty)
    }
}
