/// Where something is read from.
package enum InputPlace: Equatable, Sendable {
    case standard
    case file(String)

    package init(_ text: String) {
        self = text == "-" ? .standard : .file(text)
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
