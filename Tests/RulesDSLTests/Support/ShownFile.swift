import RulesDSL

/// A file and what is said of it, as a person sees them together.
enum ShownFile {
    private static let line = String(repeating: "─", count: 80)

    /// The text, the rendered diagnostics, and what their fix-its would write.
    static func text(_ source: SourceFile, _ diagnostics: [Diagnostic]) -> String {
        let sources = SourceMap([source])
        // Only the beginning of a file that was made by a machine.
        let text = String(decoding: source.bytes.prefix(6000), as: UTF8.self)
        let fixIts = diagnostics.flatMap(\.fixIts).map { fixIt in
            let position = sources.position(of: fixIt.range)
            let written = String(decoding: source.bytes[fixIt.range.lower..<fixIt.range.upper], as: UTF8.self)
            return "\(position.line):\(position.column) `\(written)` becomes `\(fixIt.replacement)`\n"
        }
        let mended = fixIts.isEmpty ? "" : "\(line)\n\(fixIts.joined())"
        return "\(text)\n\(line)\n\(DiagnosticRenderer(sources: sources).render(diagnostics))\(mended)"
    }
}
