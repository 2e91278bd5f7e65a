/// How the parts of a diagnostic are painted. The layout is the same in every style and knows no colour.
public struct DiagnosticStyle: Sendable {
    /// What a piece of text is, for whoever paints it.
    package enum Role: Sendable {
        /// `error[R0201]`.
        case error
        /// `warning[R0501]`.
        case warning
        /// The sentence of the first line.
        case message
        /// Line numbers and the frame.
        case frame
        /// Carets and text of a place that explains another.
        case secondary
        /// `help:`.
        case help
    }

    private let painter: @Sendable (String, Role) -> String

    package init(painter: @escaping @Sendable (String, Role) -> String) {
        self.painter = painter
    }

    /// A piece of text as it is shown. Its width on a terminal stays what it is.
    package func paint(_ text: String, _ role: Role) -> String {
        text.isEmpty ? text : painter(text, role)
    }

    /// No colours.
    public static let plain = DiagnosticStyle { text, _ in text }

    /// The colours of a terminal.
    public static let ansi = DiagnosticStyle { text, role in
        let code =
            switch role {
            case .error: "1;31"
            case .warning: "1;33"
            case .message: "1"
            case .frame, .secondary: "34"
            case .help: "36"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
