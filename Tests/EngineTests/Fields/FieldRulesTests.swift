import Engine
import RulesDSL
import TestSupport
import Testing

/// Declared fields from the rules file and the line to the decision.
@Suite struct FieldRulesTests {
    private static let rules = """
        field shop    : text optional from "merchant.name"
        field country : text from "merchant.country"
        field tier    : text default "basic"
        field fee     : money default $0.00
        field online  : boolean optional

        list  allowed : text [ "FR", "DE" ]
        table cap by tier { "basic": $10.00  "gold": $100.00  else: $1.00 }

        unique once {
          key  id, country, online per customer
          else ignore as Again
        }

        require near {
          that country in allowed
          else decline as Far
        }

        require capped {
          that amount + fee <= cap
          else decline as Capped
        }

        require known {
          that (shop or "??") is not "??" and not matches(shop or "", "*casino*")
          else review as Unknown
        }

        """

    private static func line(_ id: String, _ amount: String, _ fields: String) -> String {
        #"{"id":"\#(id)","customer_id":"1","load_amount":"$\#(amount)","time":"2000-01-01T00:00:00Z",\#(fields)}"#
    }

    private static let lines = [
        line("1", "10.00", #""merchant":{"name":"ACME","country":"FR"}"#),
        line("2", "10.01", #""merchant":{"name":"ACME","country":"FR"}"#),
        line("3", "9.00", #""merchant":{"name":"ACME","country":"FR"},"fee":"$1.01""#),
        line("4", "100.00", #""merchant":{"name":"ACME","country":"DE"},"tier":"gold""#),
        line("5", "2.00", #""merchant":{"name":"ACME","country":"DE"},"tier":"silver""#),
        line("6", "1.00", #""merchant":{"name":"ACME","country":"US"}"#),
        line("7", "1.00", #""merchant":{"country":"FR"}"#),
        line("8", "1.00", #""merchant":{"name":"Big casino Paris","country":"FR"}"#),
        // The same key, and keys that differ in a field, which may be missing.
        line("1", "10.00", #""merchant":{"name":"ACME","country":"FR"},"online":null"#),
        line("1", "10.00", #""merchant":{"name":"ACME","country":"DE"}"#),
        line("1", "10.00", #""merchant":{"name":"ACME","country":"FR"},"online":false"#),
        line("1", "10.00", #""merchant":{"name":"ACME","country":"FR"},"online":true"#),
        line("1", "10.00", #""merchant":{"name":"ACME","country":"\u0046R"},"online":true"#),
        line("9", "1.00", #""merchant":{"name":"ACME"}"#), line("9", "1.00", #""merchant":7"#),
    ]

    private static let expected = [
        "accepted", "declined by capped", "declined by capped", "accepted", "declined by capped", "declined by near",
        "reviewed as Unknown", "reviewed as Unknown", "ignored by once", "accepted", "accepted", "accepted",
        "ignored by once",
    ]

    private func run(threads: Int = 1, chunkSize: Int = Runner.defaultChunkSize) throws -> Run {
        try Run(
            Self.rules, Array(Self.lines.joined(separator: "\n").utf8), threads: threads, chunkSize: chunkSize)
    }

    @Test func `lines are decided by their fields, in chunks of any size`() throws {
        let whole = try run()
        let small = try run(threads: 2, chunkSize: 100)
        #expect(small.results == whole.results)
        #expect(small.rejects == whole.rejects)
        #expect(whole.store.events().map(\.decision) == Self.expected.map(Self.kind))
        #expect(whole.rejects.split(separator: "\n").count == 2)
        #expect(whole.rejects.contains("field-missing"))
        #expect(whole.rejects.contains("field-wrong-type"))
    }

    @Test func `events keep the fields, so that they are decided again alike, one by one`() throws {
        let run = try run()
        let bank = try Bank(run.policy)
        for (event, expected) in zip(run.store.events(), Self.expected) {
            let decision = try bank.decide(event.transaction)
            #expect(Ledger.describe(decision, withCode: false) == expected)
        }
        let first = try #require(run.store.events().first)
        #expect(first.transaction.fields == ["shop": "ACME", "country": "FR"])
        let explanations = try Explainer(run.policy, showsOthers: false).explain(
            Array(run.store.events()), in: run.store)
        #expect(explanations.map(\.decision) == Self.expected.map(Self.kind))
    }

    @Test func `a bank says what is wrong with a transaction's fields`() throws {
        let bank = try Bank(try Ledger.policy(Self.rules))
        func decide(_ fields: [String: FieldValue]) throws -> Decision {
            try bank.decide(
                try Transaction(id: "1", customer: "2", kind: .load, amount: 1_000, time: 0, fields: fields))
        }
        #expect(throws: TransactionError.fieldMissing("country")) { try decide([:]) }
        #expect(throws: TransactionError.fieldType("fee", expected: "money")) {
            try decide(["country": "FR", "fee": "1"])
        }
        #expect(throws: TransactionError.fieldUnknown("land")) { try decide(["country": "FR", "land": "FR"]) }
        #expect(try decide(["country": "FR", "shop": "ACME"]).kind == .accepted)
    }

    private static func kind(_ described: String) -> DecisionKind {
        DecisionKind.allCases.first { described.hasPrefix($0.name) } ?? .accepted
    }

    // MARK: Tests of rules files

    @Test func `tests in rules files name fields`() throws {
        let policy = try Ledger.policy(
            Self.rules + """
                test "fields" {
                  2000-01-01 09:00  load  $10.00   country "FR"  shop "ACME"               accepted
                  2000-01-01 09:00  load  $100.00  country "FR"  shop "ACME"  tier "gold"  accepted
                  2000-01-01 09:00  load  $100.00  country "FR"  shop "ACME"               declined by capped
                  2000-01-01 09:00  load  $9.00    country "FR"  shop "ACME"  fee $1.01    declined by capped
                  2000-01-01 09:00  load  $10.00   country "US"  shop "ACME"               declined by near
                  2000-01-01 09:00  load  $10.00   country "FR"                            reviewed as Unknown
                }

                """)
        let test = try #require(policy.program.policy.tests.first)
        var coverage = TestCoverage(policy)
        let outcome = try TestRunner(policy).run(test, covering: &coverage)
        #expect(outcome.entries.filter { !$0.isAsExpected }.isEmpty)
    }

    // MARK: Functions

    @Test func `a function that the program offers is called for each transaction`() throws {
        let rules = """
            field shop : text default ""
            function risk(text, money) : number
            require safe {
              that risk(shop, amount) < 0.5
              else review as Risky
            }

            """
        struct Unreachable: Error {}
        let risk = PolicyFunction("risk", parameters: [.text, .money], result: .number) { arguments in
            guard case .text(let shop) = arguments[0] else { throw Unreachable() }
            if shop == "?" { throw Unreachable() }
            return .number(millionths: shop.hasPrefix("casino") ? 900_000 : 100_000)
        }
        let source = SourceFile(name: "test.rules", text: Ledger.header + rules)
        let bank = try Bank(try Policy(source, functions: [risk]))
        func decide(_ fields: [String: FieldValue]) throws -> String {
            let transaction = try Transaction(id: "1", customer: "2", kind: .load, amount: 1, time: 0, fields: fields)
            return Ledger.describe(try bank.decide(transaction), withCode: true)
        }
        #expect(try decide(["shop": "ACME"]) == "accepted")
        #expect(try decide(["shop": "casino royale"]) == "reviewed as Risky")
        #expect(try decide([:]) == "accepted")
        #expect(try decide(["shop": "?"]) == "declined by safe as ArithmeticError")
        #expect(throws: PolicyError.self) { try Policy(source) }
    }

    @Test func `conditions on texts that only look alike are two`() throws {
        let policy = try Ledger.policy(
            #"""
            field shop : text
            require sign { on load where shop is "\u{212B}"   that amount > $5.00  else decline }
            require ring { on load where shop is "A\u{30A}"   that amount > $5.00  else decline }
            """#)
        let bank = try Bank(policy)
        for (shop, rule) in [("\u{212B}", "sign"), ("A\u{30A}", "ring")] {
            let decision = try bank.decide(
                try Transaction(
                    id: rule, customer: "1", kind: .load, amount: 1_00, time: 0, fields: ["shop": .text(shop)]))
            #expect(decision.failures.map(\.rule) == [rule])
        }
    }

    // MARK: Two policies

    @Test func `two policies decide the same lines, each by its own fields`() throws {
        let old = try Ledger.policy(
            "field tier : text default \"basic\"\nrequire r { that tier is \"gold\" else decline }\n")
        let new = try Ledger.policy(
            "field level : text default \"gold\" from \"tier\"\nfield land : text optional\n"
                + "require r { that level is \"gold\" and (land or \"FR\") is \"FR\" else decline }\n")
        let both = try Policy.reading(sameLines: old, new)
        let lines = ["{}", #"{"tier":"gold"}"#, #"{"tier":"basic"}"#, #"{"land":"DE","tier":"gold"}"#].enumerated().map
        {
            let more = $1.dropFirst().dropLast()
            return Self.line("\($0)", "1.00", more.isEmpty ? #""x":1"# : String(more))
        }
        var configuration = Runner.Configuration(
            programs: [both.old.program, both.new.program],
            source: MemorySource(Array(lines.joined(separator: "\n").utf8)))
        configuration.recordedFacts = .all
        let summaries = try Runner(configuration).run()
        #expect(summaries.map(\.accepted) == [2, 2])
        let comparison = ComparisonProjection()
        let runner = try Runner(
            Runner.Configuration(
                programs: [both.old.program, both.new.program],
                source: MemorySource(Array(lines.joined(separator: "\n").utf8))))
        runner.bus.subscribe(comparison, to: .transactionsDecided)
        _ = try runner.run()
        #expect(comparison.changed == 2)
    }

    @Test func `policies that were not made to read the same lines are refused`() throws {
        let one = try Ledger.policy("field tier : text default \"\"\nrequire r { that tier is \"\" else decline }\n")
        let other = try Ledger.policy("require r { that amount > $1.00 else decline }\n")
        let configuration = Runner.Configuration(programs: [one.program, other.program], source: MemorySource([]))
        #expect(throws: CriticalError.self) { try Runner(configuration) }
    }
}
