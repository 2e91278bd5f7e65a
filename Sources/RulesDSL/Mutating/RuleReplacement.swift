/// A policy of which single rules are changed: everything else is checked once, and stays as it is.
struct RuleReplacement: Sendable {
    /// Knows all names and types of the policy.
    private let checker: PolicyChecker
    /// Where each rule stands.
    private let ranges: [SourceRange]

    /// Nil where the policy has errors.
    init?(_ checker: PolicyChecker, _ policy: CheckedPolicy?) {
        guard let policy, policy.rules.count == checker.declarations.rules.count else { return nil }
        self.checker = checker
        ranges = checker.declarations.rules.map(\.range)
    }

    /// What a change of a rule makes; nil if the checker refuses it.
    func mutant(of index: Int, _ mutation: Mutation) -> Mutant? {
        let range = ranges[index]
        if mutation.range == range, mutation.replacement.isEmpty { return .rule(index, nil) }
        let bytes = checker.sources.files[range.file.index].bytes
        guard range.lower <= mutation.range.lower, mutation.range.upper <= range.upper else { return nil }
        let text =
            Array(bytes[range.lower..<mutation.range.lower]) + Array(mutation.replacement.utf8)
            + bytes[mutation.range.upper..<range.upper]
        let parsed = Parser.parse(SourceFile(name: "", bytes: text), as: range.file)
        guard parsed.diagnostics.allSatisfy({ $0.severity != .error }), parsed.syntax.declarations.count == 1,
            case .rule(let syntax) = parsed.syntax.declarations[0].kind
        else { return nil }
        var checker = checker
        let rule = checker.check(syntax, at: parsed.syntax.declarations[0].range)
        return checker.hasErrors ? nil : rule.map { .rule(index, $0) }
    }
}
