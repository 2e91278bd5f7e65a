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

/// The paths that a shell proposes.
enum CompletedPaths {
    case none
    /// Files, and the directories on the way to them.
    case files
    case directories
}

extension OptionSpecification {
    /// The words that can stand as its value, besides files.
    var valueWords: [String] {
        switch value {
        case .none, .directory, .integer, .duration, .text: []
        case .file(let words): words
        case .choice(let words): words
        }
    }

    /// The paths that can stand as its value.
    var valuePaths: CompletedPaths {
        switch value {
        case .file: .files
        case .directory: .directories
        case .none, .choice, .integer, .duration, .text: .none
        }
    }
}

extension OperandSpecification {
    /// The words that can stand there, besides files.
    var words: [String] {
        if case .choice(let words) = value { words } else { [] }
    }

    /// The paths that can stand there.
    var paths: CompletedPaths {
        switch value {
        case .file: .files
        case .text, .choice: .none
        }
    }
}
