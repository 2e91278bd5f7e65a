/// The help pages, made from the table of commands.
package struct HelpPage {
    private let style: TextStyle
    private var lines: [String] = []

    private init(_ style: TextStyle) {
        self.style = style
    }

    /// The page of the program.
    package static func program(_ style: TextStyle) -> String {
        var page = HelpPage(style)
        page.lines += TextLayout.wrap("bankrules \(Version.current): \(CommandTable.programSummary)")
        page.section("Usage", ["  bankrules [COMMAND] [OPTION…]"])
        let commands = CommandTable.commands.map { command in
            (command.name.rawValue, command.summary + (command.name == .standard ? " (the default)" : ""))
        }
        page.section("Commands", TextLayout.definitions(commands))
        page.section("Start here", page.examples(CommandTable.examples))
        page.section("Exit status", page.exits(CommandTable.exits))
        page.lines += ["", "The options of a command: bankrules help COMMAND"]
        return page.text
    }

    /// The page of a command.
    package static func command(_ specification: CommandSpecification, _ style: TextStyle) -> String {
        var page = HelpPage(style)
        page.lines += TextLayout.wrap("bankrules \(specification.name.rawValue): \(specification.summary)")
        page.section("Usage", ["  \(specification.usage)"])
        for paragraph in specification.description {
            page.lines += [""] + TextLayout.wrap(paragraph)
        }
        if let operand = specification.operand {
            page.section("Operand", TextLayout.definitions([(operand.placeholder, operand.summary)]))
        }
        for section in OptionSpecification.Section.allCases {
            let options = specification.options.filter { $0.section == section }
            guard !options.isEmpty else { continue }
            page.section(section.rawValue, TextLayout.definitions(options.map { ($0.usage, $0.definition) }))
        }
        page.section("Examples", page.examples(specification.examples))
        page.section("Exit status", page.exits(specification.exits))
        return page.text
    }

    private var text: String {
        lines.joined(separator: "\n") + "\n"
    }

    private mutating func section(_ title: String, _ content: [String]) {
        lines += ["", style("\(title):", .heading)] + content
    }

    private func examples(_ examples: [Example]) -> [String] {
        examples.flatMap { ["  \($0.line)", "      \($0.summary)"] }
    }

    private func exits(_ exits: [ExitMeaning]) -> [String] {
        TextLayout.definitions(exits.map { (String($0.code.rawValue), $0.summary) })
    }
}

extension OptionSpecification {
    /// The summary with what holds without the option.
    var meaning: String {
        if isRequired { return summary + " (required)" }
        return summary + (defaultValue.map { " (default: \($0))" } ?? "")
    }

    /// The same for columns, where what holds without the option stands on one line.
    fileprivate var definition: String {
        guard let defaultValue else { return meaning }
        let words = "(default: \(defaultValue))".split(separator: " ")
        return summary + " " + words.joined(separator: TextLayout.joint)
    }
}

/// Which version this is.
package enum Version {
    /// By semantic versioning.
    package static let current = "0.1.0"
}
