import Engine
import Testing

/// Plain cells stand close together in the customer's record, and limits on the same transactions share the number of
/// their window where that changes nothing.
@Suite struct RecordLayoutTests {
    private static let sum = "limit a { on load sum amount per customer per day at most $50.00 }\n"

    private static func words(_ rules: String) throws -> Int {
        try Ledger.policy(rules).program.recordWords
    }

    @Test func `a record begins with the balance, and a limit adds one word and half a word`() throws {
        #expect(try Self.words("require a { that amount > $1.00 }") == 1)
        #expect(try Self.words(Self.sum) == 3)
    }

    @Test(arguments: [
        "limit b { on load count per customer per day at most 3 }",
        "limit b { on load count per customer per day at most 3 else review }",
        "limit b { on load sum 2 per customer per day at most 3 }",
    ])
    func `limits on the same transactions in the same window share its number`(_ other: String) throws {
        let third = "limit c { on load count per customer per week at most 9 }\n"
        // The balance, three values, and one word for the day and the week.
        #expect(try Self.words(Self.sum + other + third) == 5)
        #expect(try Self.words(third + other + Self.sum) == 5)
    }

    @Test(arguments: [
        "limit b { count per customer per day at most 3 }",
        "limit b { on withdrawal count per customer per day at most 3 }",
        "limit b { on load where amount > $1.00 count per customer per day at most 3 }",
        "limit b { on load count per customer per week at most 3 }",
        "limit b { on load count of attempts per customer per day at most 3 }",
        "limit b { on load count per customer per day at most 3 mode shadow }",
        "limit b { on load count per customer per day at most 3 unless amount < $2.00 }",
        "limit b { on load count per customer per day at most 3 active from 2026-01-01 }",
    ])
    func `what may count other transactions has a number of its own`(_ other: String) throws {
        let third = "limit c { on load count per customer per week at most 9 }\n"
        let isThirds = other.contains("per week")
        #expect(try Self.words(Self.sum + other + third) == (isThirds ? 5 : 6))
    }

    @Test func `nine limits and the balance stand in two cache lines`() throws {
        let rules = ["day", "week", "month"].map {
            """
            limit load-count-\($0) { on load count per customer per \($0) at most 3 }
            limit load-sum-\($0) { on load sum amount per customer per \($0) at most $5.00 }
            limit withdrawal-sum-\($0) { on withdrawal sum amount per customer per \($0) at most $5.00 }
            """
        }
        #expect(try Self.words(rules.joined(separator: "\n")) == 13)
    }

    @Test func `limits that share a number decide and explain like limits that do not`() throws {
        let limits = [
            "limit a { on load sum amount per customer per day at most $60.00 ",
            "limit b { on load count per customer per day at most 4 ",
            "limit c { on load sum amount per customer per week at most $150.00 else review ",
            "limit d { on load count per customer per week at most 9 ",
        ]
        var explanations = ""
        for seed in UInt64(1)...8 {
            let input = SeededStream(seed: seed, count: 900).bytes()
            for order in [[0, 1, 2, 3], [3, 2, 1, 0]] {
                let ordered = order.map { limits[$0] }
                let one = try Run(ordered.map { $0 + "}" }.joined(separator: "\n"), input)
                // With an exemption that nobody has, each is kept apart.
                let other = try Run(ordered.map { $0 + "unless id is \"none\" }" }.joined(separator: "\n"), input)
                #expect(one.policy.program.recordWords < other.policy.program.recordWords)
                #expect(one.results == other.results, "seed \(seed)")
                #expect(one.explanations == other.explanations, "seed \(seed)")
                explanations += one.explanations
            }
        }
        for code in ["a", "b", "c", "d"] { #expect(explanations.contains(#""code":"\#(code)""#)) }
    }
}
