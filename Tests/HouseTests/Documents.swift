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
}
