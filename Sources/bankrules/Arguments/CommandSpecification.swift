/// The commands, by the names people type.
package enum CommandName: String, CaseIterable, Sendable {
    case run
    case check
    case format = "fmt"
    case test
    case explain
    case dryRun = "dry-run"
    case help
    case version
    case completions

    /// The command where none is named.
    package static let standard = CommandName.run
}

/// A word of a command line that belongs to no option.
package struct OperandSpecification: Sendable {
    /// How often it stands.
    package enum Count: Sendable {
        case optional
        case one
        case oneOrMore
    }

    /// What it may be, for messages and completions.
    package enum Value: Sendable {
        case file
        case text
        case choice([String])
    }

    package let placeholder: String
    package let count: Count
    package let value: Value
    /// What it is: lower-case, no full stop.
    package let summary: String

    /// As it stands in a usage line.
    package var usage: String {
        switch count {
        case .optional: "[\(placeholder)]"
        case .one: placeholder
        case .oneOrMore: "\(placeholder)…"
        }
    }
}

/// A line of a help page with what it shows.
package struct Example: Sendable {
    package let line: String
    package let summary: String

    package init(_ line: String, _ summary: String) {
        self.line = line
        self.summary = summary
    }
}

/// An exit status with what it means for one command.
package struct ExitMeaning: Sendable {
    package let code: ExitCode
    package let summary: String

    package init(_ code: ExitCode, _ summary: String) {
        self.code = code
        self.summary = summary
    }
}

/// One command: a row of the table that drives parsing, help, completions and the man page.
package struct CommandSpecification: Sendable {
    package let name: CommandName
    /// What it does: lower-case, no full stop.
    package let summary: String
    /// What else there is to know, as paragraphs.
    package let description: [String]
    package let operand: OperandSpecification?
    package let options: [OptionSpecification]
    package let examples: [Example]
    package let exits: [ExitMeaning]

    package init(
        _ name: CommandName, summary: String, description: [String], operand: OperandSpecification? = nil,
        options: [OptionSpecification], examples: [Example], exits: [ExitMeaning]
    ) {
        self.name = name
        self.summary = summary
        self.description = description
        self.operand = operand
        self.options = options + [CommandTable.helpOption]
        self.examples = examples
        self.exits = exits
    }

    /// The option with a long name or alias, without the hyphens.
    package func option(long: String) -> OptionSpecification? {
        options.first { $0.name == long || $0.aliases.contains(long) }
    }

    /// The option of which a word is one of few values.
    package func option(choosing word: String) -> OptionSpecification? {
        options.first { if case .choice(let words) = $0.value { words.contains(word) } else { false } }
    }

    /// The option with a short form.
    package func option(short: Character) -> OptionSpecification? {
        options.first { $0.short == short }
    }

    /// The usage line: `bankrules explain [OPTION…] ID`.
    package var usage: String {
        let isStandard = name == .standard
        var words = ["bankrules", isStandard ? "[\(name.rawValue)]" : name.rawValue]
        words += options.filter(\.isRequired).map(\.usage)
        words.append("[OPTION…]")
        if let operand {
            words.append(operand.usage)
        }
        return words.joined(separator: " ")
    }
}
