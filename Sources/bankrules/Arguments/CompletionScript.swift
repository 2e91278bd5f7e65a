/// Scripts that complete command lines in a shell, made from the table of commands.
package enum CompletionScript {
    /// The script for a shell.
    package static func text(for shell: Shell) -> String {
        switch shell {
        case .bash: BashCompletion.text
        case .zsh: ZshCompletion.text
        case .fish: FishCompletion.text
        }
    }
}

extension OptionSpecification {
    /// The words that can stand as its value, besides files.
    var valueWords: [String] {
        switch value {
        case .none, .integer, .duration, .text: []
        case .file(let words): words
        case .choice(let words): words
        }
    }

    /// Whether a file can stand as its value.
    var takesFile: Bool {
        if case .file = value { true } else { false }
    }
}

extension OperandSpecification {
    /// The words that can stand there, besides files.
    var words: [String] {
        if case .choice(let words) = value { words } else { [] }
    }

    /// Whether a file can stand there.
    var takesFile: Bool {
        if case .file = value { true } else { false }
    }
}
