/// Completion for bash.
enum BashCompletion {
    static var text: String {
        """
        # bash completion for bankrules \(Version.current)
        _bankrules() {
            local current="${COMP_WORDS[COMP_CWORD]}" previous="" command=\(CommandName.standard.rawValue)
            [ "$COMP_CWORD" -gt 0 ] && previous="${COMP_WORDS[COMP_CWORD-1]}"
            # `--option=value` is three words here.
            if [ "$current" = "=" ]; then current=""; fi
            if [ "$previous" = "=" ] && [ "$COMP_CWORD" -gt 1 ]; then previous="${COMP_WORDS[COMP_CWORD-2]}"; fi
            case "${COMP_WORDS[1]}" in
                \(names.joined(separator: "|"))) [ "$COMP_CWORD" -gt 1 ] && command="${COMP_WORDS[1]}" ;;
            esac
            COMPREPLY=()
            case "$command $previous" in
        \(values.joined(separator: "\n"))
            esac
            if [ "$COMP_CWORD" -eq 1 ] && [ "${current#-}" = "$current" ]; then
                COMPREPLY=($(compgen -W "\(names.joined(separator: " "))" -- "$current"))
                return
            fi
            case "$command" in
        \(commands.joined(separator: "\n"))
            esac
        }
        complete -F _bankrules bankrules

        """
    }

    private static var names: [String] {
        CommandTable.commands.map(\.name.rawValue)
    }

    /// What follows an option of a command.
    private static var values: [String] {
        CommandTable.commands.flatMap { command in
            command.options.filter(\.takesValue).map { option in
                let patterns = option.spellings.map { "\"\(command.name.rawValue) \($0)\"" }.joined(separator: "|")
                return "        \(patterns)) \(reply(option.valueWords, option.valuePaths)); return ;;"
            }
        }
    }

    /// What stands in a command where no value is due.
    private static var commands: [String] {
        CommandTable.commands.map { command in
            let options = command.options.flatMap(\.longSpellings)
            let isTop = command.name == .standard
            let words =
                (isTop ? options + CommandTable.versionOption.longSpellings : options)
                + (command.operand?.words ?? [])
            let answer = reply(words, command.operand?.paths ?? .none)
            return "        \(command.name.rawValue)) \(answer) ;;"
        }
    }

    private static func reply(_ words: [String], _ paths: CompletedPaths) -> String {
        let list = words.isEmpty ? "" : " -W \"\(words.joined(separator: " "))\""
        // File names are quoted and directories get their slash.
        let asFiles = "compopt -o filenames 2>/dev/null; "
        return switch paths {
        case .none: words.isEmpty ? ":" : "COMPREPLY=($(compgen\(list) -- \"$current\"))"
        case .files: asFiles + "COMPREPLY=($(compgen -f\(list) -- \"$current\"))"
        case .directories: asFiles + "COMPREPLY=($(compgen -d\(list) -- \"$current\"))"
        }
    }
}
