public import RulesDSL

/// A policy that was checked and is ready to decide.
public struct Policy: Sendable {
    package let program: Program
    /// What the check had to say besides: warnings.
    public let warnings: [Diagnostic]

    /// The name from `policy "…"`.
    public var name: String { program.policy.name }
    /// The currency of every amount.
    public var currency: Currency { program.policy.currency }

    /// Reads, checks and compiles the rules.
    ///
    /// - Parameter source: The rules file.
    /// - Throws: `PolicyError` with every error of the file, if there is one.
    public init(_ source: SourceFile) throws(PolicyError) {
        try self.init(source, resources: .none)
    }

    /// The same, with what the rules name beyond their own text.
    ///
    /// - Parameters:
    ///   - source: The rules file.
    ///   - resources: Time zones and files.
    /// - Throws: `PolicyError` with every error, if there is one.
    package init(_ source: SourceFile, resources: PolicyResources) throws(PolicyError) {
        let sources = SourceMap([source])
        let result = Checker.check(sources, vocabulary: AccountVocabulary.vocabulary, resources: resources)
        guard let checked = result.policy else {
            throw PolicyError(diagnostics: result.diagnostics, sources: result.sources)
        }
        program = ProgramCompiler.compile(checked)
        warnings = result.diagnostics
    }
}

/// A rules file that can't be used.
public struct PolicyError: Error, Sendable {
    /// What is wrong, in the order of the text.
    public let diagnostics: [Diagnostic]
    /// The texts the diagnostics point into.
    public let sources: SourceMap
}
