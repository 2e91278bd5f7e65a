internal import Engine

/// The manual page, for `man`, made from the table of commands.
package struct ManualPage {
    private var lines: [String] = []

    private init() {}

    /// The whole page, in the macros of man(7).
    package static var text: String {
        var page = ManualPage()
        page.lines.append(".TH BANKRULES 1 \"\" \"bankrules \(Version.current)\" \"User Commands\"")
        page.heading("NAME")
        page.lines.append("bankrules \\- \(Self.escape(CommandTable.programSummary))")
        page.heading("SYNOPSIS")
        for command in CommandTable.commands {
            page.lines += [Self.escape(command.usage), ".br"]
        }
        page.heading("DESCRIPTION")
        page.lines.append("Without a command, \(Self.bold(CommandName.standard.rawValue)) is obeyed.")
        page.heading("COMMANDS")
        CommandTable.commands.forEach { page.command($0) }
        page.heading("EXIT STATUS")
        page.definitions(CommandTable.exits.map { (String($0.code.rawValue), $0.summary) })
        page.heading("ENVIRONMENT")
        page.definitions(environment)
        page.heading("EXAMPLES")
        page.definitions(CommandTable.examples.map { ($0.line, $0.summary) })
        return page.lines.joined(separator: "\n") + "\n"
    }

    private static var environment: [(term: String, meaning: String)] {
        let levels = Logger.Level.allCases.map(\.name).joined(separator: ", ")
        let modules = LogLevels.modules.map { "\($0.uppercased())_LOG_LEVEL" }.joined(separator: ", ")
        return [
            ("NO_COLOR", "if set and not empty, nothing is coloured unless --color always says so"),
            ("LOG_LEVEL", "how much is said on standard error of what is done: \(levels); without it, nothing"),
            (modules, "the same for one module"),
            ("TZDIR", "the directory of the time zones' data, in place of /usr/share/zoneinfo"),
        ]
    }

    private mutating func heading(_ title: String) {
        lines.append(".SH \(title)")
    }

    private mutating func command(_ command: CommandSpecification) {
        lines += [".SS \"\(Self.escape(command.usage))\"", Self.escape(Self.sentence(command.summary))]
        for paragraph in command.description {
            lines += [".PP", Self.escape(paragraph)]
        }
        if let operand = command.operand {
            definitions([(operand.placeholder, operand.summary)])
        }
        definitions(command.options.map { ($0.usage, $0.meaning) })
    }

    private mutating func definitions(_ rows: [(term: String, meaning: String)]) {
        for (term, meaning) in rows {
            lines += [".TP", Self.bold(term), Self.escape(meaning)]
        }
    }

    private static func bold(_ text: String) -> String {
        "\\fB\(escape(text))\\fR"
    }

    private static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    /// Text that the formatter prints as it is: plain ASCII, with hyphens that can be copied.
    private static func escape(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "…": result += "..."
            case ".", "'": result += result.isEmpty ? "\\&\(character)" : String(character)
            case "`": result += "\\(ga"
            case "~": result += "\\(ti"
            default: result.append(character)
            }
        }
        return result
    }
}
