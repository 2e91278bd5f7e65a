/// One option of one command: a row of the table that drives parsing, help, completions and the man page.
package struct OptionSpecification: Sendable {
    /// What must follow an option.
    package enum Value: Sendable {
        /// Nothing: the option is there or it isn't.
        case none
        /// A file's path, or one of `words`, which are no files (such as `-`).
        case file(words: [String])
        /// A directory's path.
        case directory
        /// One of a few words.
        case choice([String])
        /// A whole number within bounds.
        case integer(ClosedRange<Int>)
        /// A duration, as `DurationText` reads it.
        case duration
        /// Any words.
        case text
    }

    /// Where the help page shows an option.
    package enum Section: String, CaseIterable, Sendable {
        case options = "Options"
        case advanced = "Advanced options"
    }

    /// The name without the hyphens, by which commands ask for it.
    package let name: String
    /// The letter of its short form.
    package let short: Character?
    /// Other long spellings, without the hyphens.
    package let aliases: [String]
    package let value: Value
    /// What stands for the value on help pages.
    package let placeholder: String
    /// The value without the option, as help pages say it.
    package let defaultValue: String?
    /// Whether the command can't do without.
    package let isRequired: Bool
    /// Whether it may stand several times, with a value each.
    package let isRepeatable: Bool
    package let section: Section
    /// What it does: lower-case, no full stop.
    package let summary: String

    package init(
        _ name: String, short: Character? = nil, aliases: [String] = [], value: Value = .none, placeholder: String = "",
        defaultValue: String? = nil, isRequired: Bool = false, isRepeatable: Bool = false, section: Section = .options,
        summary: String
    ) {
        self.name = name
        self.short = short
        self.aliases = aliases
        self.value = value
        self.placeholder = placeholder
        self.defaultValue = defaultValue
        self.isRequired = isRequired
        self.isRepeatable = isRepeatable
        self.section = section
        self.summary = summary
    }

    /// Whether a value follows.
    package var takesValue: Bool {
        if case .none = value { false } else { true }
    }

    /// Every long spelling with its hyphens, the proper one first.
    package var longSpellings: [String] {
        ([name] + aliases).map { "--\($0)" }
    }

    /// Every spelling with its hyphens.
    package var spellings: [String] {
        longSpellings + (short.map { ["-\($0)"] } ?? [])
    }

    /// As it stands in a list of options: `-h, --help`, `--rules FILE`.
    package var usage: String {
        let long = takesValue ? "--\(name) \(placeholder)" : "--\(name)"
        guard let short else { return long }
        return "-\(short), \(long)"
    }
}
