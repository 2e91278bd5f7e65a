/// The state of one check: what is known so far, and what was found wrong. Its parts are in files of their own, one for
/// each area of the language.
struct PolicyChecker {
    var files: PolicyFiles
    let vocabulary: Vocabulary
    let resources: PolicyResources
    let syntaxErrors: SyntaxErrors
    var diagnostics: [Diagnostic] = []
    /// How many more there were that were only counted.
    var leftOut = 0
    var header = PolicyHeader()
    var declarations: DeclarationTable
    var parts: CheckedParts
    /// The paths of the declared fields, with the fields' names.
    var paths: [(field: NameSyntax, keys: [[UInt8]])] = []
    /// How deep the expression is that is being checked right now.
    var nesting = 0
    /// Whether the parser left a hole: what stood there may have used any name.
    var sawMissing = false
    private var suggestionsLeft = CheckLimits.suggestions

    init(files: PolicyFiles, vocabulary: Vocabulary, resources: PolicyResources, syntaxErrors: SyntaxErrors) {
        self.files = files
        self.vocabulary = vocabulary
        self.resources = resources
        self.syntaxErrors = syntaxErrors
        declarations = DeclarationTable(vocabulary: vocabulary)
        parts = CheckedParts(for: declarations, behind: vocabulary.fields.count)
    }

    /// All files that were read so far.
    var sources: SourceMap {
        files.sources
    }

    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Whether a name that is not known may be one whose declaration could not be read.
    var hidesNames: Bool {
        syntaxErrors.hideDeclarations || declarations.hasNameless
    }

    var hasErrors: Bool {
        !syntaxErrors.isEmpty || diagnostics.contains { $0.severity == .error }
    }

    /// Whether there is still time for suggestions, which may look at every name there is.
    var canSuggest: Bool { suggestionsLeft > 0 }

    /// What somebody probably meant by an unknown word.
    mutating func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        return DidYouMean.closest(to: word, among: candidates)
    }

    /// The user's own text.
    func text(_ range: SourceRange) -> String {
        guard sources.files.indices.contains(range.file.index) else { return "" }
        let bytes = sources.files[range.file.index].bytes
        let lower = min(max(0, range.lower), bytes.count)
        let upper = min(max(lower, range.upper), bytes.count)
        return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }

    /// The same on one line and no longer than a message can bear.
    func excerpt(_ range: SourceRange) -> String {
        let words = text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count <= 60 ? words : words.prefix(59) + "…"
    }

    /// Nobody reads more of one value in a proposal.
    private static let longestPart = 60

    /// The text of one line as a proposal has it, with what the parser proposes in it; nil where it is long.
    func mended(_ range: SourceRange) -> String? {
        let written = text(range)
        guard written.utf8.count <= Self.longestPart, !written.utf8.contains(0x0A) else { return nil }
        var bytes = Array(written.utf8)
        var end = range.upper
        for fixIt in syntaxErrors.fixIts(in: range).reversed() where fixIt.range.upper <= end {
            let place = (fixIt.range.lower - range.lower)..<(fixIt.range.upper - range.lower)
            bytes.replaceSubrange(place, with: fixIt.replacement.utf8)
            end = fixIt.range.lower
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func excerpt(_ expression: ExpressionSyntax) -> String {
        excerpt(expression.range)
    }
}
