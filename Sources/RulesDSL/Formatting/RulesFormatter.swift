/// What the formatter makes of a file.
public enum FormattedRules: Sendable, Equatable {
    /// The text in its canonical layout, which may be the one it has already.
    case formatted(String)
    /// What could not be read, as `check` says it: nothing is laid out of which not everything is understood.
    case unreadable([Diagnostic])
    /// The new text would not mean what the old one does, or would lose a comment: a fault of the formatter itself.
    case unproved
}

/// Brings rules files into their canonical layout.
///
/// The formatter does not trust itself. It reads its own text again and compares the tree, every token and every
/// comment with what it began with, and hands out a text only if they are the same.
public enum RulesFormatter {
    /// Lays out a rules file.
    ///
    /// - Parameter source: The whole file.
    /// - Returns: The text in canonical layout, or why there is none.
    public static func format(_ source: SourceFile) -> FormattedRules {
        let before = Reading(source)
        let errors = before.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { return .unreadable(errors) }
        guard let outline = before.outline else { return .unproved }
        let text = OutlinePrinter(source: source).text(of: outline)
        // What stays as it is needs no proof.
        if source.bytes.elementsEqual(text.utf8) { return .formatted(text) }
        return proves(before, outline, text) ? .formatted(text) : .unproved
    }

    /// Whether a text says what was read before, all of it and nothing else, and would stay as it is.
    private static func proves(_ before: Reading, _ outline: Outline, _ text: String) -> Bool {
        let source = SourceFile(name: before.source.name, text: text)
        let after = Reading(source)
        guard !after.diagnostics.contains(where: { $0.severity == .error }), let newOutline = after.outline else {
            return false
        }
        return Meaning.isSame(before.syntax, in: before.source, and: after.syntax, in: source)
            && before.sortedComments == after.sortedComments
            && outline.content == newOutline.content
            && OutlinePrinter(source: source).text(of: newOutline) == text
    }
}

/// A file as the lexer and the parser read it.
private struct Reading {
    let source: SourceFile
    let syntax: RulesFileSyntax
    let diagnostics: [Diagnostic]
    let outline: Outline?

    init(_ source: SourceFile) {
        self.source = source
        let parsed = Parser.parse(source, as: FileID(0))
        syntax = parsed.syntax
        diagnostics = parsed.diagnostics
        let hasErrors = diagnostics.contains { $0.severity == .error }
        outline = hasErrors ? nil : OutlineBuilder.outline(of: parsed.syntax, in: source)
    }

    /// Independent of where the outline puts them.
    var sortedComments: [String] {
        syntax.comments.map { Outline.Comment.trimmed($0.text) }.sorted()
    }
}
