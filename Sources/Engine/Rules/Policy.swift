public import RulesDSL

/// A policy that was checked and is ready to decide.
public struct Policy: Sendable {
    package let program: Program
    /// What the check had to say besides: warnings.
    public let warnings: [Diagnostic]
    private let functions: [PolicyFunction]
    /// The files that it was read from, without those that they name.
    package let given: SourceMap
    /// What they may name.
    package let resources: PolicyResources

    /// The name from `policy "…"`.
    public var name: String { program.policy.name }
    /// The currency of every amount.
    public var currency: Currency { program.policy.currency }

    /// Reads, checks and compiles the rules of one file.
    ///
    /// - Parameters:
    ///   - source: The rules file.
    ///   - resources: Time zones and files that it may name. Without any, its time zone can only be `UTC`.
    ///   - functions: The functions that it may declare and call.
    /// - Throws: `PolicyError` with every error, if there is one.
    public init(
        _ source: SourceFile, resources: PolicyResources = .none, functions: [PolicyFunction] = []
    ) throws(PolicyError) {
        try self.init(SourceMap([source]), resources: resources, functions: functions)
    }

    /// Reads, checks and compiles the rules of several files, which are one policy together.
    ///
    /// - Parameters:
    ///   - sources: The rules files in their order; one of them holds the header.
    ///   - resources: Time zones and files that they may name.
    ///   - functions: The functions that they may declare and call.
    /// - Throws: `PolicyError` with every error, if there is one.
    public init(
        _ sources: SourceMap, resources: PolicyResources, functions: [PolicyFunction] = []
    ) throws(PolicyError) {
        var resources = resources
        resources.functions += functions.map(\.signature)
        let result = Checker.check(sources, vocabulary: AccountVocabulary.vocabulary, resources: resources)
        guard let policy = Policy(result, of: sources, resources: resources, functions: functions) else {
            throw PolicyError(diagnostics: result.diagnostics, sources: result.sources)
        }
        self = policy
    }

    /// Compiles what was checked, with all that was handed to the check; nil if it found errors.
    package init?(
        _ result: CheckResult, of sources: SourceMap, resources: PolicyResources, functions: [PolicyFunction]
    ) {
        guard let checked = result.policy else { return nil }
        program = ProgramCompiler.compile(checked, functions: functions)
        warnings = result.diagnostics
        self.functions = functions
        given = sources
        self.resources = resources
    }

    /// What tells it apart from every policy that may decide differently, or for other reasons.
    ///
    /// - Complexity: Linear in the size of the policy, with its lists and tables.
    public var fingerprint: PolicyFingerprint {
        let providers = program.policy.functions.map { declared in
            functions.first { $0.implements(declared) }?.provider ?? ""
        }
        return PolicyFingerprint(
            of: program.policy, vocabulary: AccountVocabulary.vocabulary, providers: providers)
    }

    private init(_ policy: Policy, _ checked: CheckedPolicy, reading input: InputFields? = nil) {
        program = ProgramCompiler.compile(checked, reading: input, functions: policy.functions)
        warnings = policy.warnings
        functions = policy.functions
        given = policy.given
        resources = policy.resources
    }

    /// A policy that was made by changing this one and declares the same functions.
    package func replacing(_ checked: CheckedPolicy) -> Policy { Policy(self, checked) }

    /// The two policies made ready to decide the same lines, of which all fields are read that one of them declares.
    ///
    /// - Throws: Why there are no such lines.
    package static func reading(
        sameLines old: Policy, _ new: Policy
    ) throws(InputFields.Conflict) -> (old: Policy, new: Policy) {
        let input = try old.program.input.union(new.program.input)
        return (
            input == old.program.input ? old : Policy(old, old.program.policy, reading: input),
            input == new.program.input ? new : Policy(new, new.program.policy, reading: input)
        )
    }
}

/// A rules file that can't be used.
public struct PolicyError: Error, Sendable {
    /// What is wrong, in the order of the text.
    public let diagnostics: [Diagnostic]
    /// The texts the diagnostics point into.
    public let sources: SourceMap
}

extension PolicyError: CustomStringConvertible {
    /// Every mistake as `bankrules check` shows it.
    public var description: String {
        DiagnosticRenderer(sources: sources, style: .plain).render(diagnostics)
    }
}
