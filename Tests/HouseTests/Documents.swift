/// What the documents at the root promise, in a form that can be checked.
enum Documents {
    /// The files that ARCHITECTURE.md allows unsafe code, as paths from the root.
    static let hotFiles = Set(filesInSection("Hot files", of: Repository.text("ARCHITECTURE.md") ?? ""))

    /// The Swift files that stand in backticks in a section, up to the next heading.
    static func filesInSection(_ title: String, of document: String) -> [String] {
        let lines = document.split(separator: "\n")
        let behind = lines.drop { !($0.hasPrefix("#") && $0.drop { $0 == "#" || $0 == " " } == title) }.dropFirst()
        return behind.prefix { !$0.hasPrefix("#") }.flatMap { line in
            line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 && $0.element.hasSuffix(".swift") }
                .map { $0.element.hasPrefix("Sources/") ? String($0.element) : "Sources/\($0.element)" }
        }
    }

    /// The folders in the first column of the table behind a target's name in bold.
    static func folders(of target: String, in document: String) -> [String] {
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
        let behind = lines.drop { !$0.hasPrefix("**\(target)**") }.dropFirst()
        return behind.prefix { !$0.hasPrefix("**") && !$0.hasPrefix("#") }.flatMap { line in
            guard line.hasPrefix("| `"), let cell = line.split(separator: "|").first else { return [String]() }
            return cell.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        }
    }

    /// The commands that a reader is invited to type: in a fenced block, the lines behind a `$ `, or all lines of a
    /// block that is marked as shell.
    static func commands(of document: String) -> [String] {
        var commands: [String] = []
        var language: String?
        for line in document.split(separator: "\n") {
            if line.hasPrefix("```") {
                language = language == nil ? String(line.dropFirst(3)) : nil
            } else if line.hasPrefix("$ "), language != nil {
                commands.append(String(line.dropFirst(2)))
            } else if let language, ["sh", "bash", "shell"].contains(language), !line.hasPrefix("#") {
                commands.append(String(line))
            }
        }
        return commands
    }

    /// The Swift files that stand in backticks, anywhere; `*` in a name is any run of characters.
    static func namedFiles(of document: String) -> [String] {
        document.matches(of: /`([A-Za-z\/+*]+\.swift)`/).map { String($0.output.1) }
    }

    /// Whether a path ends in a name whose `*` are any runs of characters.
    static func path(_ path: String, endsIn name: String) -> Bool {
        let parts = name.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return "/\(path)".hasSuffix("/\(name)") }
        return path.hasSuffix(parts[1]) && "/\(path)".dropLast(parts[1].count).contains("/\(parts[0])")
    }

    /// Where the links of a document lead that stay in the repository.
    static func links(of document: String, at path: String) -> [(path: String, anchor: String?)] {
        prose(of: document).matches(of: /\]\(([^)\s]+)\)/).map(\.output.1).filter { !$0.contains("://") }.map { link in
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            var target = path.split(separator: "/")
            if !parts[0].isEmpty {
                target.removeLast()
                for part in parts[0].split(separator: "/") {
                    if part == ".." { _ = target.popLast() } else { target.append(part) }
                }
            }
            return (target.joined(separator: "/"), parts.count == 2 ? String(parts[1]) : nil)
        }
    }

    /// The anchors of the headings: lower case, without signs, hyphens for spaces.
    static func anchors(of document: String) -> Set<String> {
        let headings = prose(of: document).split(separator: "\n").filter { $0.hasPrefix("#") }
        return Set(
            headings.map { heading in
                let text = heading.drop { $0 == "#" || $0 == " " }.lowercased()
                return text.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.replacing(" ", with: "-")
            })
    }

    /// A document without its fenced blocks.
    private static func prose(of document: String) -> String {
        let parts = document.split(separator: "\n```", omittingEmptySubsequences: false)
        return stride(from: 0, to: parts.count, by: 2).map { parts[$0] }.joined(separator: "\n")
    }
}
