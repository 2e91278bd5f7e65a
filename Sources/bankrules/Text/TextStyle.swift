/// How words stand out: on a terminal by colour, elsewhere not at all. Nothing is said by colour alone.
package enum TextStyle: Sendable {
    case plain
    case ansi

    /// What makes a word stand out.
    package enum Role: Sendable {
        case heading
        case good
        case bad
        case notice
        case faint
    }

    /// The text with its colour.
    package func callAsFunction(_ text: String, _ role: Role) -> String {
        switch self {
        case .plain: text
        case .ansi: "\u{1B}[\(Self.code(role))m\(text)\u{1B}[0m"
        }
    }

    private static func code(_ role: Role) -> String {
        switch role {
        case .heading: "1"
        case .good: "32"
        case .bad: "31"
        case .notice: "33"
        case .faint: "2"
        }
    }
}
