import RulesDSL

/// A policy's files and what is said of them, as a person sees them together.
enum ShownFile {
    private static let line = String(repeating: "─", count: 80)

    static func text(_ source: SourceFile, _ diagnostics: [Diagnostic]) -> String {
        text(SourceMap([source]), diagnostics)
    }

    /// The texts, the rendered diagnostics, and what their fix-its would write.
    static func text(_ sources: SourceMap, _ diagnostics: [Diagnostic]) -> String {
        let texts = sources.files.enumerated().map { index, source in
            // Only the beginning of a file that was made by a machine.
            let text = String(decoding: source.bytes.prefix(6000), as: UTF8.self)
            return index == 0 ? text : "── \(source.name)\n\(text)"
        }
        let fixIts = diagnostics.flatMap(\.fixIts).map { fixIt in
            let position = sources.position(of: fixIt.range)
            let bytes = sources.files[fixIt.range.file.index].bytes
            let written = String(decoding: bytes[fixIt.range.lower..<fixIt.range.upper], as: UTF8.self)
            let file = fixIt.range.file.index == 0 ? "" : "\(position.file):"
            return "\(file)\(position.line):\(position.column) `\(written)` becomes `\(fixIt.replacement)`\n"
        }
        let mended = fixIts.isEmpty ? "" : "\(line)\n\(fixIts.joined())"
        let said = DiagnosticRenderer(sources: sources).render(diagnostics)
        return "\(texts.joined(separator: "\n"))\n\(line)\n\(said)\(mended)"
    }
}
