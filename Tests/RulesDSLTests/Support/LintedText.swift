import Engine
import RulesDSL
import Testing

/// What the lints say of rules, each with its witness.
enum LintedText {
    /// What `check` says of a file: the language's own diagnostics and, of a policy, the lints.
    static func diagnostics(_ text: String, named name: String = "test.rules") throws -> [Diagnostic] {
        let result = CheckedText.check(text, named: name)
        guard let policy = Policy(result) else { return result.diagnostics }
        return result.diagnostics + (try policy.lints().diagnostics)
    }

    /// The lints of rules under the default header, which must be right, in the order of the text.
    static func lints(_ rules: String) throws -> [Diagnostic] {
        let result = CheckedText.check(CheckedText.header + rules)
        let policy = try #require(Policy(result), "\(result.diagnostics.map(\.message))")
        return try policy.lints().diagnostics.sorted { $0.primary.range.lower < $1.primary.range.lower }
    }

    static func codes(_ rules: String) throws -> [String] {
        try lints(rules).map(\.code)
    }
}

extension Policy {
    /// The policy of a check under `TestResources`, whose functions all fail.
    init?(_ result: CheckResult) {
        self.init(result, of: result.sources, resources: TestResources.resources, functions: [])
    }
}
