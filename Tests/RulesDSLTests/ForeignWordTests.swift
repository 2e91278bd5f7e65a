import Engine
import RulesDSL
import Testing

/// Words that mean something in other languages, or that people say for a keyword, are guessed at only where nothing
/// else can be meant: each of them may be the name of a field, a `let` or a rule.
@Suite struct ForeignWordTests {
    private static let words = [
        "action", "allow", "annually", "approve", "atm", "block", "cause", "charge", "charges", "code", "credit",
        "daily", "debit", "deposit", "deposits", "deny", "do", "exceeds", "fewer", "flag", "interval", "less",
        "limit-of", "loads", "maximum", "minimum", "monthly", "more", "operator", "outcome", "over", "payment",
        "payments", "period", "purchase", "reason", "result", "sale", "sales", "spend", "spent", "status",
        "today", "top-up", "total", "type", "under", "velocity", "weekly", "withdrawals", "withdrawn", "yearly",
    ]

    private static let header = "policy \"Names\"\ncurrency USD\ntimezone UTC\nweek starts monday\n"

    /// What may be done with the name `W` of an amount.
    private static let uses = """
        limit a { on load sum W per customer per day at most $5 else decline }
        limit b { largest W of attempts per customer per rolling 2 hours at most W else review }
        let c = sum W on load where W > $1 per customer per day
        require d { on load where W is $5 that W < $4 and W <= c unless W > $9 or W is $2 else decline as W }
        """

    @Test(arguments: words)
    func `a word of another language can be a name`(word: String) {
        for declaration in ["let W = amount * 2", "field W : money default $0.00"] {
            let text = Self.header + declaration + "\n" + Self.uses
            let named = text.split(separator: "W", omittingEmptySubsequences: false).joined(separator: word)
            let result = Checker.check(
                SourceMap([SourceFile(name: "names.rules", text: named)]), vocabulary: AccountVocabulary.vocabulary,
                resources: TestResources.resources)
            #expect(result.diagnostics.filter { $0.severity == .error } == [], "\(named)")
        }
    }
}
