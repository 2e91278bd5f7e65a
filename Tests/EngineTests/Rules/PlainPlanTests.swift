import Engine
import Testing

/// Which rules are decided in the fast loop.
@Suite struct PlainPlanTests {
    private static func isPlain(_ rules: String) throws -> Bool {
        let program = try Ledger.policy(rules).program
        return (0..<program.plans.capacity).allSatisfy { program.plans[$0].isPlain }
    }

    @Test(arguments: [
        "unique a { key id per customer else ignore }",
        "limit a { on load where hour < 6 sum amount per customer per day at most $1.00 }",
        "limit a { on load count per customer per rolling 2 hours at most 3 }",
        "limit a { sum amount across everyone per rolling 2 hours at most $3.00 }",
        "require a { on withdrawal that balance >= amount }",
        "require a { on load where hour < 6 that amount <= $5.00 and customer is not \"7\" }",
    ])
    func `plain rules are`(_ rules: String) throws {
        #expect(try Self.isPlain(rules))
    }

    @Test(arguments: [
        "limit a { on load sum amount + $0.00 per customer per rolling 2 hours at most $1.00 }",
        "limit a { on load count of attempts per customer per rolling 2 hours at most 3 }",
        "limit a { on load count per customer per day at most 3 else review }",
        "require a { that balance > amount }",
        "require a { that amount + amount <= $5.00 }",
        "require a { that amount <= $5.00 unless hour < 6 }",
        "require a { that amount <= $5.00 mode shadow }",
    ])
    func `what needs the full judgement is not`(_ rules: String) throws {
        #expect(try !Self.isPlain(rules))
    }

    @Test func `where conditions have the bits of a class before conditions of require rules`() throws {
        let requires = (1...6).map { "require r\($0) { on withdrawal that amount <= $\($0).00 }\n" }
        let limits = (1...6).map {
            "limit l\($0) { on load where hour < \($0) count per customer per day at most 3 }\n"
        }
        let program = try Ledger.policy((requires + limits).joined()).program
        // Without the lowest bit a class is of loads.
        let loads = stride(from: 0, to: program.plans.capacity, by: 2)
        #expect(loads.allSatisfy { program.plans[$0].isPlain })
        #expect(!program.plans[1].isPlain)
    }
}
