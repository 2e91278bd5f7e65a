/// A command line as it was typed: which command, which options with which texts, and the other words. What it means
/// is `Invocation`'s business.
package struct TypedCommandLine: Equatable, Sendable {
    package let command: CommandName
    /// Whether the command was named, and not just the standard one.
    package let isNamed: Bool
    /// Each option's value by the option's name; an option without a value has an empty one.
    package private(set) var options: [String: String] = [:]
    /// The values of each option that may be repeated, in their order.
    package private(set) var lists: [String: [String]] = [:]
    package private(set) var operands: [String] = []

    /// The options that can read standard input.
    private static let inputs = ["rules", "against", "input"]

    /// Reads the words after the program's name.
    ///
    /// The command comes first. `--name value` and `--name=value` are the same; `--` ends the options; a value that is
    /// a word of its own begins with no hyphen, unless it is `-`. An option with a value stands once, unless it makes a
    /// list; one without may be repeated.
    package init(_ arguments: [String]) throws(UsageError) {
        var words = arguments[...]
        if let first = words.first, !first.hasPrefix("-") {
            guard let name = CommandName(rawValue: first) else { throw .unknownCommand(first) }
            words.removeFirst()
            command = name
            isNamed = true
        } else {
            command = .standard
            isNamed = false
        }
        let specification = CommandTable.specification(of: command)
        while let word = words.popFirst() {
            if word == "--" {
                operands += words
                break
            }
            if word.hasPrefix("--") {
                try readLong(word, &words, specification)
            } else if word.hasPrefix("-"), word != "-" {
                try readShort(word, &words, specification)
            } else {
                operands.append(word)
            }
        }
    }

    private mutating func readLong(
        _ word: String, _ rest: inout ArraySlice<String>, _ specification: CommandSpecification
    ) throws(UsageError) {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        guard let option = specification.option(long: name) else { throw .unknownOption(command, "--\(name)") }
        try read(option, attached: parts.count > 1 ? String(parts[1]) : nil, &rest)
    }

    private mutating func readShort(
        _ word: String, _ rest: inout ArraySlice<String>, _ specification: CommandSpecification
    ) throws(UsageError) {
        guard word.count == 2, let letter = word.last, let option = specification.option(short: letter) else {
            throw .unknownOption(command, String(word.prefix { $0 != "=" }))
        }
        try read(option, attached: nil, &rest)
    }

    private mutating func read(
        _ option: OptionSpecification, attached: String?, _ rest: inout ArraySlice<String>
    ) throws(UsageError) {
        let spelling = "--\(option.name)"
        guard option.takesValue else {
            if let attached { throw .unexpectedValue(command, option: spelling, value: attached) }
            options[option.name] = ""
            return
        }
        guard option.isRepeatable || options[option.name] == nil else {
            throw .repeatedOption(command, option: spelling)
        }
        guard let value = attached ?? rest.first else {
            throw .missingValue(command, option: spelling, found: nil)
        }
        if attached == nil {
            if value.hasPrefix("-"), value != "-" {
                throw .missingValue(command, option: spelling, found: value)
            }
            rest.removeFirst()
        }
        guard !value.isEmpty else { throw .emptyValue(command, option: spelling) }
        if option.isRepeatable {
            lists[option.name, default: []].append(value)
        } else {
            options[option.name] = value
        }
    }

    // MARK: Values

    /// Whether an option stands there.
    package func has(_ name: String) -> Bool {
        options[name] != nil
    }

    /// The value of an option, or what holds without it.
    package func text(_ name: String, default standard: String) -> String {
        options[name] ?? standard
    }

    /// The file that an option reads, or the one that holds without it. Standard input is read by one option only.
    package func input(_ name: String, default standard: String) throws(UsageError) -> InputPlace {
        let place = InputPlace(text(name, default: standard))
        if place == .standard, Self.inputs.contains(where: { $0 != name && options[$0] == "-" }) {
            throw .repeatedStandardInput(command)
        }
        return place
    }

    /// The values of an option that may be repeated.
    package func list(_ name: String) -> [String] {
        lists[name] ?? []
    }

    /// The value of an option that is one of a few words.
    package func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, default standard: Choice
    ) throws(UsageError) -> Choice where Choice.RawValue == String {
        guard let value = options[name] else { return standard }
        guard let choice = Choice(rawValue: value) else {
            let choices = Choice.allCases.map(\.rawValue)
            throw .valueNotAmong(command, option: "--\(name)", value: value, choices)
        }
        return choice
    }

    /// The value of an option that is a whole number.
    package func integer(_ name: String) throws(UsageError) -> Int? {
        guard let value = options[name],
            case .integer(let range)? = CommandTable.specification(of: command).option(long: name)?.value
        else { return nil }
        guard value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(value), range.contains(number) else {
            throw .valueNotInteger(command, option: "--\(name)", value: value, range)
        }
        return number
    }

    /// The value of an option that is a duration, in seconds.
    package func duration(_ name: String) throws(UsageError) -> Int64? {
        guard let value = options[name] else { return nil }
        guard let seconds = DurationText.seconds(value) else {
            throw .valueNotDuration(command, option: "--\(name)", value: value)
        }
        return seconds
    }
}
