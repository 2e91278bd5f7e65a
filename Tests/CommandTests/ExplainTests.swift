import Foundation
import Testing
import bankrules

/// What `bankrules explain` says is what happened: no number that was not compared, no difference that is not named.
@Suite struct ExplainTests {
    private let folder: ExplainFolder

    init() throws {
        folder = try ExplainFolder()
    }

    private func explain(_ id: String, rules: String, _ lines: [String], options: [String] = []) throws -> String {
        try folder.explain(id, rules: rules, lines, options: options)
    }

    private func line(_ id: String, _ amount: String, _ time: String, customer: String = "7") -> String {
        ExplainFolder.line(id, amount, time, customer: customer)
    }

    private func rule(_ json: String) throws -> [String: Any] {
        let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let explanation = try #require((document?["explanations"] as? [[String: Any]])?.first)
        return try #require((explanation["rules"] as? [[String: Any]])?.first)
    }

    @Test func `a transaction too late has a window and no limit`() throws {
        let lines = [line("1", "$1.00", "02T10"), line("2", "$1.00", "01T10")]
        let json = try explain(
            "2", rules: "limit daily { sum amount per customer per day  at most $5.00 }", lines, options: ["--json"])
        let rule = try rule(json)
        #expect(rule["cause"] as? String == "too-late")
        #expect(rule["window"] as? String == "2000-01-01")
        #expect(rule["from"] as? String == "2000-01-01T00:00:00Z")
        #expect(rule["limit"] == nil && rule["used"] == nil && rule["this"] == nil)
    }

    @Test func `a rule that exempts says nothing of a limit`() throws {
        let rules = "limit daily { sum amount per customer per day  at most $5.00  unless amount < $2.00 }"
        let rule = try rule(try explain("1", rules: rules, [line("1", "$1.00", "02T10")], options: ["--json"]))
        #expect(rule["finding"] as? String == "exempt")
        #expect(rule["limit"] == nil)
    }

    @Test func `a condition that can't be computed has no sides`() throws {
        let rules = "require ratio { that amount / balance < 2 }"
        let rule = try rule(try explain("1", rules: rules, [line("1", "$1.00", "02T10")], options: ["--json"]))
        #expect(rule["cause"] as? String == "arithmetic")
        #expect(rule["left"] == nil && rule["right"] == nil)
    }

    @Test func `a condition that holds has both sides`() throws {
        let rules = "require small { that amount < $2.00 }"
        let rule = try rule(try explain("1", rules: rules, [line("1", "$1.00", "02T10")], options: ["--json"]))
        #expect(rule["left"] as? String == "$1.00" && rule["right"] as? String == "$2.00")
    }

    @Test(arguments: ["largest", "smallest", "average"])
    func `amounts as large as there are can be explained`(function: String) throws {
        let largest = "$92,233,720,368,547,758.07"
        let rules = "limit huge { \(function) amount per customer per day  at most \(largest) }"
        let lines = [line("1", largest, "02T10"), line("2", "-\(largest)", "02T11")]
        let rule = try rule(try explain("2", rules: rules, lines, options: ["--json"]))
        #expect(rule["finding"] as? String == "passed")
        #expect(rule["used"] as? String == largest && rule["total"] as? String == largest)
        #expect(
            try explain("2", rules: rules, lines).contains("passed: huge (\(largest) with this, \(largest) allowed)"))
    }

    @Test func `what is no sum has nothing left`() throws {
        let rules = """
            limit usual { average amount per customer per day  at most $60.00 }
            limit refused { largest amount of declined per customer per day  at most $100.00 }
            require small { that amount < $90.00 }
            """
        let lines = [line("1", "$60.00", "02T10"), line("2", "$50.00", "02T11"), line("3", "$90.00", "02T12")]
        #expect(
            try explain("2", rules: rules, lines).contains(
                "passed: usual ($55.00 with this, $60.00 allowed), refused ($100.00 allowed),\n"))
        #expect(
            try explain("4", rules: rules, lines + [line("4", "$1.00", "02T13")]).contains(
                "refused ($90.00, $100.00 allowed)"))
    }

    @Test func `what is above its bound already has nothing left`() throws {
        let rules = """
            limit weekly { sum amount per customer per week  at most $60.00  mode shadow }
            require small { that amount < $90.00 }
            """
        let lines = [line("1", "$80.00", "02T10"), line("2", "$90.00", "02T11")]
        #expect(
            try explain("2", rules: rules, lines).contains(
                "also failed: weekly in shadow ($80.00 used, $60.00 allowed)\n"))
    }

    @Test func `a rule in shadow is told from the others`() throws {
        let rules = "require small { that amount < $2.00  mode shadow }"
        let rule = try rule(try explain("1", rules: rules, [line("1", "$2.00", "02T10")], options: ["--json"]))
        #expect(rule["finding"] as? String == "failed" && rule["decisive"] as? Bool == false)
        #expect(rule["shadow"] as? Bool == true)
    }

    @Test func `a balance that would not fit explains the decline`() throws {
        let lines = [line("1", "$92,233,720,368,547,758.07", "02T10"), line("2", "$1.00", "02T11")]
        let sentence =
            "the balance of $92,233,720,368,547,758.07 and this load of $1.00 make more than an account can hold"
        let rule = try rule(try explain("2", rules: "", lines, options: ["--json"]))
        #expect(rule["rule"] as? String == "balance" && rule["code"] as? String == "ArithmeticError")
        #expect(rule["decisive"] as? Bool == true && rule["because"] as? String == sentence)
        #expect(try explain("2", rules: "", lines).contains("    because      \(sentence)\n"))
    }

    @Test func `a declared field differs only where rules see another value`() throws {
        let rules = """
            field tier : text default "basic"
            field note : text optional
            field risk : number default 1
            unique once { key id per customer  conflict decline as Changed  else decline }
            unique amount-once { key amount across everyone  else decline }
            """
        func line(_ id: String, _ fields: String, customer: String = "7") -> String {
            self.line(id, "$1.00", "02T10", customer: customer).dropLast() + "\(fields)}"
        }
        func differences(_ repeated: String, options: [String] = []) throws -> [Substring] {
            let lines = [line("1", #","tier":"basic""#, customer: "7"), repeated]
            let screen = try explain("1", rules: rules, lines, options: options)
            return screen.split(separator: "\n").filter { $0.contains("differs in") }.map { $0.dropFirst(17) }
        }
        #expect(try differences(line("1", #","risk":1"#)) == ["nothing"])
        #expect(
            try differences(line("1", #","tier":"gold","note":"\u001b""#))
                == [#"tier ("basic", now "gold"), note ((none), now "\u{1b}")"#])
        #expect(try differences(line("1", #","tier":"gold""#, customer: "8")) == ["customer, tier"])
        #expect(
            try differences(line("1", #","tier":"gold""#, customer: "8"), options: ["--full-ids"])
                == [#"customer, tier ("basic", now "gold")"#])
    }

    @Test func `a repeat names what came first, and what both lack`() throws {
        let rules = "field shop : text optional\nunique shops { key shop, amount across everyone  else decline }"
        func first(_ lines: [String], options: [String]) throws -> [String: Any] {
            let rule = try rule(try explain("2", rules: rules, lines, options: ["--json"] + options))
            return try #require(rule["first_seen"] as? [String: Any])
        }
        let own = [line("1", "$1.00", "02T10"), line("2", "$1.00", "02T11")]
        let screen = try explain("2", rules: rules, own)
        #expect(screen.contains("    key          shop (missing in both), amount across everyone\n"))
        #expect(screen.contains("    first seen   transaction 1, line 1, event 1: load of $1.00 at "))
        let seen = try first(own, options: [])
        #expect(seen["id"] as? String == "1" && seen["missing"] as? [String] == ["shop"])

        let shop = #","shop":"x""#
        let others = [
            ExplainFolder.line("1", "$1.00", "02T10", customer: "8", fields: shop),
            ExplainFolder.line("2", "$1.00", "02T11", fields: shop),
        ]
        #expect(try explain("2", rules: rules, others).contains("    key          shop, amount across everyone\n"))
        #expect(try explain("2", rules: rules, others).contains("    first seen   line 1, event 1: load of "))
        let hidden = try first(others, options: [])
        #expect(hidden["id"] == nil && hidden["missing"] == nil)
        #expect(try first(others, options: ["--full-ids"])["id"] as? String == "1")
    }

    @Test func `an id of thousands of customers is explained for each`() throws {
        let rules = """
            unique once { key id per customer  else ignore }
            limit own { sum amount per customer per day  at most $5.00 }
            limit all { count across everyone per day  at most 1000000 }
            """
        var lines: [String] = []
        for customer in 1...3_000 {
            lines.append(line("x\(customer)", "$2.00", "02T09", customer: "\(customer)"))
            lines.append(line("1", "$4.00", "02T10", customer: "\(customer)"))
        }
        let screens = try explain("1", rules: rules, lines).split(separator: "Transaction 1, ")
        #expect(screens.count == 3_000)
        for (index, screen) in screens.enumerated() {
            #expect(screen.contains("by 1 transaction: x\(index + 1) ($2.00)"))
            #expect(screen.contains("all (\(index + 1) of 1000000 used)"))
        }
    }

    @Test(arguments: [
        ("key id per customer", "a", "$2.00", "03T10", "7", "amount ($1.00, now $2.00), time"),
        ("key id per customer", "a", "$1.00", "02T10", "7", "nothing"),
        ("key amount, kind per customer", "b", "$1.00", "02T10", "7", "id"),
        ("key id across everyone", "a", "$1.00", "02T10", "8", "customer"),
    ])
    func `a repeat names every field that differs`(
        key: String, id: String, amount: String, time: String, customer: String, differences: String
    ) throws {
        let lines = [line("a", "$1.00", "02T10"), line(id, amount, time, customer: customer)]
        let screen = try explain(id, rules: "unique once { \(key)  else decline }", lines)
        #expect(screen.contains("differs in   \(differences)\n"), "\(screen)")
    }
}
