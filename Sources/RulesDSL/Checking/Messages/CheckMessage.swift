/// What the checker says, in the order of the codes: names and structure in `+Names` and `+Rules` (`R02xx`), types and
/// values in `+Types` (`R03xx`), tests in `+Tests` (`R04xx`), warnings in `+Warnings` (`R05xx`).
enum CheckMessage {
    static func error(
        _ code: CheckCode, _ message: String, at range: SourceRange, label: String = "",
        secondary: [Diagnostic.Label] = [], help: [String] = [], fixIts: [Diagnostic.FixIt] = []
    ) -> Diagnostic {
        Diagnostic(
            code: code.rawValue, severity: .error, message: message, primary: Diagnostic.Label(range, label),
            secondary: secondary, help: help, fixIts: fixIts)
    }

    /// An error about a word that is not known, with the one that was probably meant, or else with those there are.
    static func unknown(
        _ code: CheckCode, _ message: String, _ name: NameSyntax, suggestion: String?, otherwise: String? = nil
    ) -> Diagnostic {
        guard let suggestion else {
            return error(code, message, at: name.range, help: otherwise.map { [$0] } ?? [])
        }
        return error(
            code, message, at: name.range, label: "did you mean `\(suggestion)`?",
            fixIts: [Diagnostic.FixIt(range: name.range, replacement: suggestion)])
    }

    /// An error that another spelling of the range itself would mend.
    static func rewritable(
        _ code: CheckCode, _ message: String, at range: SourceRange, replacement: String?, help: [String] = []
    ) -> Diagnostic {
        guard let replacement else { return error(code, message, at: range, help: help) }
        return error(
            code, message, at: range, label: "write `\(replacement)`", help: help,
            fixIts: [Diagnostic.FixIt(range: range, replacement: replacement)])
    }

    /// Names as a sentence has them: `a`, `b` and `c`.
    static func listed(_ names: [String], _ conjunction: String = "and") -> String {
        let quoted = names.map { "`\($0)`" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }

    /// `a limit`, `a unique rule`.
    static func words(_ kind: RuleSyntax.Kind) -> String {
        switch kind {
        case .unique: "a `unique` rule"
        case .limit: "a `limit`"
        case .require: "a `require` rule"
        }
    }

    /// What a rule with the outcome does to a transaction that fails it.
    static func words(_ outcome: RuleOutcome) -> String {
        switch outcome {
        case .decline: "declines"
        case .ignore: "ignores"
        case .review: "reviews"
        }
    }
}
