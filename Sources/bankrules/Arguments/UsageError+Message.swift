import RulesDSL

/// Every message about a command line.
extension UsageError {
    /// The sentence: lower-case, no full stop, what was typed in backticks.
    package var message: String {
        switch self {
        case .unknownCommand(let word): unknownCommand(word)
        case .unexpectedOperand(let command, let word): unexpectedOperand(command, word)
        case .missingOperand(let command): missingOperand(command)
        case .operandNotAmong(_, let word, let choices):
            "expected \(list(choices)), found \(quote(word))" + didYouMean(word, choices)
        case .repeatedStandardInput: "standard input can be read once only; give one `-`"
        case .unknownOption(let command, let spelling): unknownOption(command, spelling)
        case .missingValue(let command, let option, let found): missingValue(command, option, found)
        case .unexpectedValue(_, let option, let value): "`\(option)` takes no value, found \(quote(value))"
        case .emptyValue(_, let option): "the value of `\(option)` is empty"
        case .valueNotAmong(_, let option, let value, let choices):
            "`\(option)` is \(list(choices)), not \(quote(value))" + didYouMean(value, choices)
        case .valueNotInteger(_, let option, let value, let range):
            "`\(option)` is a whole number from \(range.lowerBound) to \(range.upperBound), not \(quote(value))"
        case .valueNotDuration(_, let option, let value):
            "`\(option)` is \(DurationText.expectation), not \(quote(value))"
        case .repeatedOption(_, let option): "`\(option)` is given twice; give it once"
        case .missingOption(let command, let option): missingOption(command, option)
        case .excludedOptions(_, let one, let other): "`\(one)` and `\(other)` exclude each other; give one of them"
        case .sameFile(_, let one, let other, "-"):
            "`\(one)` and `\(other)` both go to standard output; give one of them a file"
        case .sameFile(_, let one, let other, let path):
            "`\(one)` and `\(other)` are the same file, \(quote(path)); give each its own"
        }
    }

    /// Where to read on.
    package var hint: String {
        guard let command, command != .help else { return "try 'bankrules help'" }
        return "try 'bankrules help \(command.rawValue)'"
    }

    private func unknownCommand(_ word: String) -> String {
        let names = CommandName.allCases.map(\.rawValue)
        let suggestion = didYouMean(word, names)
        let start = "there is no command \(quote(word))"
        if let meant = Self.commands[word.lowercased()] {
            return start + "; did you mean `\(meant.rawValue)`?"
        }
        if suggestion.isEmpty, word.contains("/") || word.contains(".") {
            return start + "; \(naming(word, for: .run))"
        }
        return start + suggestion
    }

    private func unexpectedOperand(_ command: CommandName, _ word: String) -> String {
        if command == .run, CommandName(rawValue: word) != nil {
            return "\(quote(word)) stands after options; the command comes first: `bankrules \(word) …`"
        }
        let specification = CommandTable.specification(of: command)
        let isFile = command == .run || word.contains("/") || word.contains(".")
        let hint = isFile && specification.option(long: "input") != nil ? "; \(naming(word, for: command))" : ""
        guard let operand = specification.operand else {
            return hint.isEmpty
                ? "`\(command.rawValue)` takes no operand, found \(quote(word))"
                : "`\(command.rawValue)` takes no \(quote(word))" + hint
        }
        return "`\(command.rawValue)` takes one \(operand.placeholder), found \(quote(word)) too" + hint
    }

    /// What other programs call a command.
    private static let commands: [String: CommandName] = [
        "lint": .check, "validate": .check, "verify": .check, "format": .format, "decide": .run, "eval": .run,
        "diff": .dryRun, "compare": .dryRun, "simulate": .dryRun, "why": .explain,
        "man": .help, "manual": .help,
    ]

    /// How a file that stands alone is named: the rules with one option, the transactions with another.
    private func naming(_ file: String, for command: CommandName) -> String {
        // A directory can only be one of rules.
        let isRules = file.hasSuffix(".rules") || file.hasSuffix("/")
        let option = isRules ? "--rules" : "--input"
        let operand = CommandTable.specification(of: command).operand.map { " \($0.placeholder)" } ?? ""
        let word = TerminalText.escape(ShellWord.operand(file))
        return "\(isRules ? "rules are" : "transactions are") named with `\(option)`: "
            + "`bankrules \(command.rawValue)\(operand) \(option) \(word)`"
    }

    private func missingOperand(_ command: CommandName) -> String {
        let specification = CommandTable.specification(of: command)
        let operand = specification.operand.map { "\($0.placeholder): \($0.summary)" } ?? "an operand"
        return "`\(command.rawValue)` needs \(operand)"
    }

    private func unknownOption(_ command: CommandName, _ spelling: String) -> String {
        let start = "`\(command.rawValue)` has no option \(quote(spelling))"
        if spelling.dropFirst().allSatisfy(\.isNumber) || spelling.first != "-" {
            return start + "; an operand that begins with a hyphen follows `--`"
        }
        // A long option with one hyphen is the commonest slip.
        let bare = spelling.drop { $0 == "-" }
        let candidates = CommandTable.specification(of: command).options.flatMap(\.longSpellings)
        if candidates.contains("--\(bare)") {
            return start + "; did you mean `--\(bare)`?"
        }
        let suggestion = didYouMean("--\(bare)", candidates)
        guard suggestion.isEmpty else { return start + suggestion }
        if let option = CommandTable.specification(of: command).option(choosing: String(bare)) {
            return start + "; did you mean `--\(option.name) \(bare)`?"
        }
        if bare == "rules", let operand = CommandTable.specification(of: command).operand {
            return start + "; it takes rules without it: `bankrules \(command.rawValue) \(operand.placeholder)`"
        }
        let others = CommandTable.commands.filter { $0.option(long: String(bare)) != nil }.map(\.name.rawValue)
        return others.isEmpty
            ? start
            : start + "; \(list(others.map { "`\($0)`" }, joint: "and")) \(others.count == 1 ? "has" : "have") it"
    }

    private func missingValue(_ command: CommandName, _ option: String, _ found: String?) -> String {
        let name = String(option.drop { $0 == "-" })
        let placeholder = CommandTable.specification(of: command).option(long: name)?.placeholder ?? "VALUE"
        let start = "`\(option)` needs a value: `\(option) \(placeholder)`"
        guard let found else { return start }
        return start + "; a value that begins with a hyphen is written `\(option)=\(TerminalText.escape(found))`"
    }

    private func missingOption(_ command: CommandName, _ option: String) -> String {
        let specification = CommandTable.specification(of: command).option(long: option)
        return "`\(command.rawValue)` needs `\(specification?.usage ?? option)`"
            + (specification.map { ": \($0.summary)" } ?? "")
    }

    private func quote(_ text: String) -> String {
        "`\(TerminalText.escape(text))`"
    }

    /// `a, b or c`.
    private func list(_ words: [String], joint: String = "or") -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(joint) \(last)"
    }

    private func didYouMean(_ word: String, _ candidates: [String]) -> String {
        DidYouMean.closest(to: word, among: candidates).map { "; did you mean `\($0)`?" } ?? ""
    }
}
