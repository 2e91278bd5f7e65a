import Engine
import Testing

/// Limits on the same transactions share cells where that changes nothing.
@Suite struct SharedCellsTests {
    private static let sum = "limit a { on load sum amount per customer per rolling 2 hours at most $50.00 }"

    private static func program(_ rules: String, header: String = Ledger.header) throws -> Program {
        try Ledger.policy(rules, header: header).program
    }

    @Test(arguments: [
        "limit b { on load count per customer per rolling 2 hours at most 3 }",
        "limit b { on load count per customer per rolling 120 minutes at most 3 mode shadow }",
        "limit b { on load count per customer per rolling 2 hours at most 3 unless amount < $2.00 else review }",
        "limit b { on load sum amount per customer per rolling 2 hours at most $20.00 else review }",
    ])
    func `a count or another limit on the sum reads the cells of a sum`(_ other: String) throws {
        #expect(try Self.program(Self.sum + other).cells.count == 1)
        #expect(try Self.program(other + Self.sum).cells.count == 1)
    }

    @Test(arguments: [
        "limit b { count per customer per rolling 2 hours at most 3 }",
        "limit b { on load where amount > $1.00 count per customer per rolling 2 hours at most 3 }",
        "limit b { on load where balance > $1.00 count per customer per rolling 2 hours at most 3 }",
        "limit b { on load count per customer per rolling 3 hours at most 3 }",
        "limit b { on load count of attempts per customer per rolling 2 hours at most 3 }",
        "limit b { on load count across everyone per rolling 2 hours at most 3 }",
        "limit b { on load sum 2 per customer per rolling 2 hours at most 3 }",
        "limit b { on load sum amount + $0.00 per customer per rolling 2 hours at most $3.00 }",
        "limit b { on load average amount per customer per rolling 2 hours at most $3.00 }",
    ])
    func `what is about other transactions or adds something else has its own`(_ other: String) throws {
        #expect(try Self.program(Self.sum + other).cells.count == 2)
        #expect(try Self.program(other + Self.sum).cells.count == 2)
    }

    @Test(arguments: ["mode shadow", "unless amount < $2.00", "active from 2026-01-01"])
    func `a sum that may accept what does not fit fills no cells for others`(_ clause: String) throws {
        let sum = "limit a { on load sum amount per customer per rolling 2 hours at most $50.00 \(clause) }"
        let count = "limit b { on load count per customer per rolling 2 hours at most 3 }"
        #expect(try Self.program(sum + count).cells.count == 2)
    }

    @Test func `where transactions may come late each has its own`() throws {
        let count = "limit b { on load count per customer per rolling 2 hours at most 3 }"
        #expect(try Self.program(Self.sum + count, header: Ledger.header + "late up to 1 hours\n").cells.count == 2)
    }

    @Test(arguments: ["3 hours", "20 days"])
    func `rules that share decide and explain like rules that do not`(_ window: String) throws {
        let count = "limit b { on load count per customer per rolling \(window) at most 11 }\n"
        let strict = "limit c { on load sum amount per customer per rolling \(window) at most $25.00 mode shadow }\n"
        let shared = "limit a { on load sum amount per customer per rolling \(window) at most $230.00 }\n"
        // A sum with an exemption that nobody has is kept apart.
        let apart = shared.replacing(" }", with: " unless id is \"none\" }")
        var explanations = ""
        for seed in UInt64(1)...6 {
            let input = SeededStream(seed: seed, count: 900).bytes()
            for order in [[0, 1, 2], [2, 1, 0]] {
                let one = try Run(order.map { [count, shared, strict][$0] }.joined(), input)
                let other = try Run(order.map { [count, apart, strict][$0] }.joined(), input)
                #expect(one.policy.program.cells.count == 1 && other.policy.program.cells.count == 3)
                #expect(one.results == other.results, "seed \(seed)")
                #expect(one.explanations == other.explanations, "seed \(seed)")
                explanations += one.explanations
            }
        }
        #expect(explanations.contains(#""code":"c","shadow":true,"window""#))
        guard window == "20 days" else { return }
        #expect(explanations.contains(#""code":"a","window""#) && explanations.contains(#""code":"b","window""#))
    }
}
