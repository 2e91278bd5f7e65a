import RulesDSL

/// Completion for zsh.
enum ZshCompletion {
    static var text: String {
        """
        #compdef bankrules
        # zsh completion for bankrules \(Version.current)
        _bankrules() {
            local -a commands
            commands=(
        \(names.joined(separator: "\n"))
            )
            if (( CURRENT == 2 )) && [[ "$words[2]" != -* ]]; then
                _describe command commands
                return
            fi
            local command=\(CommandName.standard.rawValue)
            if [[ "$words[2]" != -* ]]; then
                command="$words[2]"
                shift words
                (( CURRENT-- ))
            fi
            case "$command" in
        \(cases.joined(separator: "\n"))
            esac
        }
        if [ "$funcstack[1]" = "_bankrules" ]; then
            _bankrules "$@"
        else
            compdef _bankrules bankrules
        fi

        """
    }

    private static var names: [String] {
        CommandTable.commands.map { command in
            "        " + ShellWord.inQuotes("\(command.name.rawValue):\(command.summary)")
        }
    }

    private static var cases: [String] {
        CommandTable.commands.map { command in
            var lines = ["        \(command.name.rawValue))", "            _arguments -S \\"]
            var rows = command.options.flatMap { option in option.spellings.map { row(option, $0) } }
            if let operand = command.operand {
                let action = action(operand.words, operand.paths)
                let count =
                    switch operand.count {
                    case .optional: "1:"
                    case .one: "1"
                    case .oneOrMore: "*"
                    }
                rows.append("\(count):\(escape(operand.placeholder)):\(action)")
            }
            lines += rows.dropLast().map { "                \(ShellWord.inQuotes($0)) \\" }
            lines += rows.suffix(1).map { "                \(ShellWord.inQuotes($0))" }
            return (lines + ["            ;;"]).joined(separator: "\n")
        }
    }

    private static func row(_ option: OptionSpecification, _ spelling: String) -> String {
        let others = option.spellings.joined(separator: " ")
        let isLong = spelling.hasPrefix("--")
        // Whatever excludes itself stands once.
        let count = option.isRepeatable ? "*" : "(\(others))"
        let start = "\(count)\(spelling)\(option.takesValue ? isLong ? "=" : "+" : "")[\(escape(option.summary))]"
        guard option.takesValue else { return start }
        return start + ":\(escape(option.placeholder)):\(action(option.valueWords, option.valuePaths))"
    }

    private static func action(_ words: [String], _ paths: CompletedPaths) -> String {
        switch paths {
        case .none: words.isEmpty ? " " : "(\(words.joined(separator: " ")))"
        case .files: "_files"
        case .directories: "_files -/"
        }
    }

    /// What `_arguments` would read as its own signs.
    private static func escape(_ text: String) -> String {
        var result = ""
        for character in text {
            if "[]:\\".contains(character) { result += "\\" }
            result.append(character)
        }
        return result
    }
}
