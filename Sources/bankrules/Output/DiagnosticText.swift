internal import RulesDSL

/// A diagnostic for those who show its place by themselves: all that it says, without an excerpt.
enum DiagnosticText {
    /// A file's path as those know it who compare paths as texts: without `./` in front.
    static func path(_ path: String) -> String {
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
        return rest.isEmpty ? path : String(rest)
    }

    /// The sentence, what to do, and what shows it.
    static func whole(_ diagnostic: Diagnostic) -> String {
        var lines = [diagnostic.message]
        if !diagnostic.primary.text.isEmpty { lines.append(diagnostic.primary.text) }
        lines += diagnostic.help.map { "help: \($0)" }
        if let witness = diagnostic.witness {
            lines += ["for example:"] + witness.lines(isWhole: false).map { "  \($0)" }
        }
        return lines.map(\.displayed).joined(separator: "\n")
    }
}
