import Foundation
import Testing
import bankrules

/// What an analyst writes wrong, one mistake a file, and all that `bankrules check` says of it: what is wrong, where,
/// and what to do. The files are `Golden/Mistakes/card.rules` with one place written otherwise.
@Suite struct AnalystMistakeTests {
    /// One place of the rules, and what was written there.
    struct Mistake: CustomTestStringConvertible {
        let name: String
        let right: String
        let wrong: String

        init(_ name: String, _ right: String, _ wrong: String) {
            self.name = name
            self.right = right
            self.wrong = wrong
        }

        var testDescription: String { name }
    }

    static let words = [
        Mistake("declaration-misspelt", "limit daily-loads {", "limti daily-loads {"),
        Mistake("clause-misspelt", "at most  $5,000.00", "at msot  $5,000.00"),
        Mistake("field-misspelt", "sum      amount", "sum      amuont"),
        Mistake("field-not-declared", "customer, merchant per", "customer, shop per"),
        Mistake("weekday-misspelt", "[saturday, sunday]", "[staurday, sunday]"),
        Mistake("zone-misspelt", "\"America/New_York\"", "\"America/New_Yrok\""),
        Mistake("list-misspelt", "not in high-risk", "not in highrisk"),
        Mistake("kind-misspelt", "on       load", "on       deposit"),
        Mistake("rule-name-twice", "limit merchant-burst {", "limit daily-loads {"),
        Mistake("test-of-no-rule", "declined by daily-loads", "declined by daily-load"),
        Mistake("test-of-unknown-rule", "declined by daily-loads", "declined by velocity"),
        Mistake("calendar-month", "per customer per day", "per customer per calendar month"),
        Mistake("placeholder-misspelt", "{limit}\"", "{limt}\""),
    ]

    static let values = [
        Mistake("text-for-money", "at most  $5,000.00", "at most  \"$5,000.00\""),
        Mistake("number-for-money", "at most  $5,000.00", "at most  5000"),
        Mistake("money-for-number", "at most  10", "at most  $10"),
        Mistake("other-currency", "at most  $5,000.00", "at most  €5,000.00"),
        Mistake("comma-as-decimal-sign", "$5,000.00\n  else", "$5.000,00\n  else"),
        Mistake("four-decimals", "$20.00", "$20.0025"),
        Mistake("percentage", "balance / 2", "50% * balance"),
        Mistake("impossible-date", "2026-02-01", "2026-02-30"),
        Mistake("other-date", "2026-07-01", "01.07.2026"),
        Mistake("negative-limit", "at most  $5,000.00", "at most  -$5,000.00"),
        Mistake("curly-quotes", "country is \"US\"", "country is \u{201C}US\u{201D}"),
        Mistake("text-for-number", "tries < 4", "tries < \"4\""),
    ]

    static let shapes = [
        Mistake("brace-missing", "  else     review as MerchantBurst\n}", "  else     review as MerchantBurst"),
        Mistake("equals-sign", "country is \"US\"", "country = \"US\""),
        Mistake("limit-without-bound", "  at most  $5,000.00\n", ""),
        Mistake("outcome-missing", "else     decline as CashRefused", "else     CashRefused"),
        Mistake("code-without-as", "decline as CashRefused", "decline CashRefused"),
        Mistake("condition-missing", "amount <= balance / 2 and", "and"),
        Mistake("and-missing", "$20.00 and country", "$20.00 country"),
        Mistake("window-unknown", "per customer per day", "per customer per quarter"),
        Mistake("window-missing", "per customer per day", "per customer"),
        Mistake("unit-wrong", "rolling 24 hours", "rolling 1 month"),
        Mistake("unit-misspelt", "rolling 24 hours", "rolling 24 hrs"),
        Mistake("optional-field", "country is \"US\"", "merchant is \"ACME\""),
        Mistake("dates-in-the-wrong-order", "active   from 2026-02-01", "active   from 2026-08-01"),
        Mistake("quote-missing", "exceeds {limit}\"", "exceeds {limit}"),
        Mistake("quotes-missing", "country is \"US\"", "country is US"),
        Mistake("and-missing-between-lines", "/ 2 and tries", "/ 2\n           tries"),
        Mistake("header-line-missing", "currency USD\n", ""),
        Mistake("count-declined", "count    per customer", "count    declined per customer"),
        Mistake("window-behind-bound", "at most  10", "at most  3 per day"),
        Mistake("through-a-date", "until 2026-07-01", "through 2026-06-30"),
        Mistake("subject-missing", "amount >= $20.00 and country", "amount >= $20.00 and < $500.00 and country"),
        Mistake("field-in-quotes", "amount <= balance", "\"amount\" <= balance"),
        Mistake("result-without-rule", "declined by daily-loads", "declined"),
        Mistake("result-missing", "$4,000.00  accepted", "$4,000.00"),
    ]

    private static let all = words + values + shapes

    @Test(arguments: all)
    func `a mistake is told with its place and the way out`(mistake: Mistake) throws {
        let rules = try String(contentsOf: Golden.directory.appending(path: "Mistakes/card.rules"), encoding: .utf8)
        let parts = rules.split(separator: mistake.right, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        let folder = try Folder()
        try folder.write(parts.joined(separator: mistake.wrong), to: "card.rules")
        let answer = try Binary.run(["check", "card.rules"], in: folder.url)
        try Golden.expect(answer.text, "Mistakes/\(mistake.name).txt")
    }

    @Test func `without a mistake the rules are right, and every expectation belongs to one`() throws {
        let folder = Golden.directory.appending(path: "Mistakes")
        let answer = try Binary.run(["check", "--strict", "card.rules"], in: folder)
        #expect(answer.output == "card.rules: 3 rules, 3 tests, no problems\n")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.sorted() == (Self.all.map { "\($0.name).txt" } + ["card.rules"]).sorted())
    }
}
