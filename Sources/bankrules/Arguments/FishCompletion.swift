import RulesDSL

/// Completion for fish.
enum FishCompletion {
    static var text: String {
        let names = CommandTable.commands.map(\.name.rawValue).joined(separator: " ")
        let head = [
            "# fish completion for bankrules \(Version.current)",
            "set -l commands \(names)",
            "complete -c bankrules -f",
        ]
        return (head + commands + options + versionLines).joined(separator: "\n") + "\n"
    }

    private static var commands: [String] {
        CommandTable.commands.map { command in
            "complete -c bankrules -n \"not __fish_seen_subcommand_from $commands\" -a \(command.name.rawValue)"
                + " -d \(ShellWord.inQuotes(command.summary))"
        }
    }

    private static var options: [String] {
        CommandTable.commands.flatMap { command in
            var lines = command.options.flatMap { option in option.longSpellings.map { line(command, option, $0) } }
            if let operand = command.operand {
                lines += operandLines(command, operand)
            }
            return lines
        }
    }

    private static func line(_ command: CommandSpecification, _ option: OptionSpecification, _ long: String) -> String {
        var line = "complete -c bankrules -n \(condition(command)) -l \(long.dropFirst(2))"
        if let short = option.short { line += " -s \(short)" }
        if option.takesValue {
            switch option.valuePaths {
            case .none: line += " -x"
            case .files: line += " -r -F"
            case .directories: line += " -x -a '(__fish_complete_directories)'"
            }
            if !option.valueWords.isEmpty { line += " -a '\(option.valueWords.joined(separator: " "))'" }
        }
        return line + " -d \(ShellWord.inQuotes(option.summary))"
    }

    private static func operandLines(_ command: CommandSpecification, _ operand: OperandSpecification) -> [String] {
        let start = "complete -c bankrules -n \(condition(command))"
        let words = operand.words.isEmpty ? [] : ["\(start) -a '\(operand.words.joined(separator: " "))'"]
        return words + (operand.paths == .files ? ["\(start) -F"] : [])
    }

    private static var versionLines: [String] {
        let option = CommandTable.versionOption
        let short = option.short.map { " -s \($0)" } ?? ""
        return [
            "complete -c bankrules -n \"not __fish_seen_subcommand_from $commands\" -l \(option.name)\(short)"
                + " -d \(ShellWord.inQuotes(option.summary))"
        ]
    }

    /// The options of the standard command complete without its name too.
    private static func condition(_ command: CommandSpecification) -> String {
        let seen = "__fish_seen_subcommand_from \(command.name.rawValue)"
        guard command.name == .standard else { return "\"\(seen)\"" }
        return "\"\(seen); or not __fish_seen_subcommand_from $commands\""
    }
}
