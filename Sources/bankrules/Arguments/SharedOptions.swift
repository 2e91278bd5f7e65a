/// The paths that commands use where none is given.
package enum DefaultPath {
    package static let rules = "rules/default.rules"
    package static let input = "input.txt"
    package static let output = "output.txt"
    package static let explanations = "explanations.ndjson"
}

/// Options and exit statuses that several commands have in common.
extension CommandTable {
    static let helpOption = OptionSpecification("help", short: "h", summary: "show this page")

    /// Stands alone, in place of a command.
    package static let versionOption = OptionSpecification("version", short: "V", summary: "print the version")

    static let maxAhead = OptionSpecification(
        "max-ahead", value: .duration, placeholder: "DURATION", defaultValue: "no limit",
        summary: "reject a transaction whose time is further ahead of the latest one before it, such as 2d")

    static let input = OptionSpecification(
        "input", value: .file(words: ["-"]), placeholder: "FILE|-", defaultValue: DefaultPath.input,
        summary: "the transactions, one JSON object a line; - is standard input")

    static let plugin = OptionSpecification(
        "plugin", value: .file(words: []), placeholder: "FILE", isRepeatable: true,
        summary: "a shared library with functions that the rules call; may be repeated")

    static let allowPath = OptionSpecification(
        "allow-path", value: .directory, placeholder: "DIR", isRepeatable: true,
        summary: "a directory that included files and lists may come from besides the rules' own; may be repeated")

    static let color = OptionSpecification(
        "color", aliases: ["colour"], value: .choice(ColorChoice.allCases.map(\.rawValue)), placeholder: "WHEN",
        defaultValue: "auto",
        summary: "auto, always or never; auto is on a terminal, and not where NO_COLOR is set")

    static func rules(summary: String) -> OptionSpecification {
        OptionSpecification(
            "rules", value: .file(words: ["-"]), placeholder: "FILE|DIR|-", defaultValue: DefaultPath.rules,
            summary: summary)
    }

    static func json(summary: String) -> OptionSpecification {
        OptionSpecification("json", summary: summary)
    }

    static let usageExit = ExitMeaning(.usage, "the command line makes no sense")
    static let badRulesExit = ExitMeaning(.badRules, "the rules have errors")
    static let badDataExit = ExitMeaning(.badRules, "the rules have errors, or no line of the input is a transaction")
    static let inputExit = ExitMeaning(.inputMissing, "a file to read is missing or can't be opened")
    static let pluginExit = ExitMeaning(.unusablePlugin, "a plugin can't be used")
    static let writeExit = ExitMeaning(.inputOutput, "reading or writing failed")
}

/// When output has colours.
package enum ColorChoice: String, CaseIterable, Sendable {
    case auto
    case always
    case never
}
