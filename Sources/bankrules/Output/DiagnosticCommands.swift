package import RulesDSL

/// Diagnostics as commands that a workflow of GitHub Actions turns into annotations of the changed lines:
/// `::warning file=…,line=…::…`.
package enum DiagnosticCommands {
    /// One line for each diagnostic.
    package static func lines(_ diagnostics: [Diagnostic], _ sources: SourceMap) -> String {
        diagnostics.map { line($0, sources) + "\n" }.joined()
    }

    /// What is said of no line.
    package static func notice(_ text: String) -> String {
        "::notice::\(escapeData(text))\n"
    }

    private static func line(_ diagnostic: Diagnostic, _ sources: SourceMap) -> String {
        let range = diagnostic.primary.range
        let start = sources.position(of: range)
        let end = sources.position(of: SourceRange(file: range.file, lower: range.upper, upper: range.upper))
        var properties = [
            ("file", TerminalText.escape(DiagnosticText.path(start.file))), ("line", "\(start.line)"),
            ("endLine", "\(end.line)"),
        ]
        // Columns belong to one line.
        if end.line == start.line { properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")] }
        properties.append(("title", diagnostic.code))
        let list = properties.map { "\($0.0)=\(escapeProperty($0.1))" }.joined(separator: ",")
        let command =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            }
        return "::\(command) \(list)::\(escapeData(DiagnosticText.whole(diagnostic)))"
    }

    /// What stands behind the last `::`.
    package static func escapeData(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: String(scalar)
            }
        }.joined()
    }

    /// A property's value, which a colon or a comma would end.
    package static func escapeProperty(_ text: String) -> String {
        escapeData(text).unicodeScalars.map { scalar in
            switch scalar {
            case ":": "%3A"
            case ",": "%2C"
            default: String(scalar)
            }
        }.joined()
    }
}
