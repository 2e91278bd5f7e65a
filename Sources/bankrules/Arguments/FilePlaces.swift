import RulesDSL

/// Where something is read from.
package enum InputPlace: Equatable, Sendable {
    case standard
    case file(String)

    package init(_ text: String) {
        self = text == "-" ? .standard : .file(text)
    }

    /// What messages call it: the path as it was typed, or `standard input`.
    package var name: String {
        switch self {
        case .standard: "standard input"
        case .file(let path): path
        }
    }

    /// The word that names it on a command line.
    package var operand: String {
        switch self {
        case .standard: "-"
        case .file(let path): ShellWord.operand(path)
        }
    }
}

/// Where something is written.
package enum OutputPlace: Equatable, Sendable {
    case standard
    case file(String)

    /// `none` is nowhere, where that is allowed; a file of that name is `./none`.
    package init?(_ text: String) {
        switch text {
        case "-": self = .standard
        case "none": return nil
        default: self = .file(text)
        }
    }
}
