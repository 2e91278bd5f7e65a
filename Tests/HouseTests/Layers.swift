/// The folders of a target in their order: a folder uses those of earlier ranks and itself.
struct Layers: Sendable {
    /// The folder below which they lie.
    let target: String
    let ranks: [[String]]

    /// What the target is called.
    var name: String { target.split(separator: "/").last.map(String.init) ?? target }

    static let rulesDSL = Layers(
        target: "Sources/RulesDSL",
        ranks: [
            ["Source"], ["Diagnostics"], ["Syntax"], ["Lexing"], ["Parsing"], ["Types"], ["Checking"], ["Linting"],
            ["Fingerprint"], ["Formatting"], ["Mutating"],
        ])

    static let engine = Layers(
        target: "Sources/Engine",
        ranks: [
            ["Domain"], ["Intake", "Windows"], ["Rules"], ["Accounts"], ["Events"], ["Projections", "Explanations"],
            ["DryRun", "Testing"], ["Linting"], ["Runtime"],
        ])

    static let program = Layers(
        target: "Sources/bankrules",
        ranks: [["System"], ["Text"], ["Arguments"], ["Output"], ["Plugins"], ["Rules"], ["Commands"]])

    /// Each use of a type that a folder must not know, as `path:line: …`.
    func findings(in sources: [SwiftSource]) -> [String] {
        let own = sources.filter { $0.path.hasPrefix(target + "/") }
        let homes = homes(of: own)
        var findings: [String] = []
        for source in own {
            guard let folder = folder(of: source) else { continue }
            guard let rank = rank(of: folder) else {
                findings.append("\(source.path): the folder \(folder) has no place in the order of layers")
                continue
            }
            for word in source.words {
                guard let home = homes[word.text], home != folder, let other = self.rank(of: home) else { continue }
                if other >= rank {
                    findings.append("\(source.path):\(word.line): \(folder) uses \(word.text) of \(home)")
                }
            }
        }
        return findings
    }

    /// Where each type is declared. A name that means several things is left out, for words alone can't tell them
    /// apart.
    private func homes(of sources: [SwiftSource]) -> [String: String] {
        var homes: [String: String] = [:]
        var ambiguous: Set<String> = []
        for source in sources {
            guard let folder = folder(of: source) else { continue }
            for declaration in source.typeDeclarations {
                if !declaration.isTopLevel || homes[declaration.name, default: folder] != folder {
                    ambiguous.insert(declaration.name)
                }
                homes[declaration.name] = folder
            }
        }
        return homes.filter { !ambiguous.contains($0.key) }
    }

    private func rank(of folder: String) -> Int? {
        ranks.firstIndex { $0.contains(folder) }
    }

    /// The folder right below the target; nil for a file that lies in none and stands above all.
    func folder(of source: SwiftSource) -> String? {
        guard source.path.hasPrefix(target + "/") else { return nil }
        let parts = source.path.dropFirst(target.count + 1).split(separator: "/")
        return parts.count > 1 ? String(parts[0]) : nil
    }
}

extension SwiftSource {
    /// A type's name where it is declared.
    struct TypeDeclaration {
        let name: String
        let isTopLevel: Bool
    }

    /// All types that the file declares.
    var typeDeclarations: [TypeDeclaration] {
        let introducers: Set = ["struct", "enum", "class", "protocol", "typealias", "actor"]
        var declarations: [TypeDeclaration] = []
        for (index, word) in words.enumerated() {
            guard introducers.contains(word.text), word.before != ".", index + 1 < words.count else { continue }
            let name = words[index + 1]
            guard name.line == word.line, name.before == word.text.last, name.text.first?.isUppercase == true else {
                continue
            }
            let isTopLevel = !lines[word.line - 1].hasPrefix(" ")
            declarations.append(TypeDeclaration(name: name.text, isTopLevel: isTopLevel))
        }
        return declarations
    }
}
