import RulesDSL
import Testing

/// What holds of every file that is laid out.
enum FormattingProof {
    static func check(_ source: SourceFile) throws {
        let written = String(decoding: source.bytes, as: UTF8.self)
        guard case .formatted(let text) = RulesFormatter.format(source) else {
            Issue.record("refused: \(RulesFormatter.format(source))\n\(written)")
            return
        }
        let formatted = SourceFile(name: source.name, text: text)
        #expect(RulesFormatter.format(formatted) == .formatted(text), "it does not stay so: \(written)")
        let before = Parser.parse(source, as: FileID(0)).syntax
        let after = Parser.parse(formatted, as: FileID(0))
        #expect(after.diagnostics.isEmpty, "\(text)")
        #expect(lines(before) == lines(after.syntax), "\(written)")
        #expect(before.comments.map(plain).sorted() == after.syntax.comments.map(plain).sorted(), "\(written)")
        #expect(!text.contains("\r") && !text.contains(" \n") && !text.contains("\n\n\n"), "\(text)")
    }

    /// The tree by the printer of the parser's tests, clauses in any order; comments apart.
    private static func lines(_ syntax: RulesFileSyntax) -> [[Substring]] {
        syntax.declarations.map { declaration in
            let alone = RulesFileSyntax(file: syntax.file, declarations: [declaration], comments: [])
            return TreePrinter.print(alone).split(separator: "\n").sorted()
        }
    }

    private static func plain(_ comment: CommentSyntax) -> String {
        String(comment.text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
