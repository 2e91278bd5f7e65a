import Foundation
import Testing
import bankrules

/// Which parts of a condition made it what it is, and what they read.
@Suite struct ExplainPartTests {
    private let folder: ExplainFolder

    init() throws {
        folder = try ExplainFolder()
    }

    private static let declarations = """
        field country : text    optional
        field held    : boolean optional
        field sent    : time    optional
        field cash    : boolean default false
        field code    : text    optional
        field state   : text    optional
        field toll    : money   optional
        field tier    : text    default "basic"
        field fee     : money   default $0.00
        list blocked : text ["KP", "IR"]
        let night      = hour < 6 or hour >= 22
        let cap        = $500.00
        let just-below = cash and amount >= 0.8 * cap
        let earlier    = count per customer per day
        let usual      = largest amount per customer per day or $100.00

        """

    /// A load of $450.00 in cash on Sunday 2000-01-02 at 23:00, after one of $10.00 at 22:00.
    private static let lines = [
        ExplainFolder.line("1", "$10.00", "02T22"),
        ExplainFolder.line("2", "$450.00", "02T23", fields: #","cash":true,"code":"A","sent":"2000-01-02T21:00:00Z""#),
    ]

    /// The rows behind a label, without it.
    private func rows(_ label: String, of screen: String) -> [String] {
        let lines = screen.split(separator: "\n").map(String.init)
        guard let first = lines.firstIndex(where: { $0.hasPrefix("    \(label) ") }) else { return [] }
        let more = lines[(first + 1)...].prefix { $0.hasPrefix(String(repeating: " ", count: 17)) }
        return ([lines[first]] + more).map { String($0.dropFirst(17)) }
    }

    static let conditions: [(condition: String, here: [String])] = [
        ("amount <= cap - $100.00", ["amount is $450.00, cap - $100.00 is $400.00"]),
        ("cash and amount <= $400.00", ["`amount <= $400.00` does not hold: amount is $450.00"]),
        (
            "amount <= $400.00 and kind is withdrawal",
            [
                "`amount <= $400.00` does not hold: amount is $450.00",
                "`kind is withdrawal` does not hold: kind is load",
            ]
        ),
        (
            "amount <= $400.00 or tier is \"gold\"",
            [
                "`amount <= $400.00` does not hold: amount is $450.00",
                "`tier is \"gold\"` does not hold: tier is \"basic\"",
            ]
        ),
        (
            "hour < 22 and (amount <= $400.00 or not cash)",
            [
                "`hour < 22` does not hold: hour is 23", "`amount <= $400.00` does not hold: amount is $450.00",
                "`not cash` does not hold: cash is true",
            ]
        ),
        ("not (amount > $400.00)", ["amount is $450.00"]),
        ("not (cash and hour > 5)", ["`cash` holds", "`hour > 5` holds: hour is 23"]),
        ("not (held or false) and not cash", ["`not cash` does not hold: cash is true"]),
        ("not night", ["`hour >= 22` holds: hour is 23"]),
        (
            "not just-below",
            ["`cash` holds", "`amount >= 0.8 * cap` holds: amount is $450.00, 0.8 * cap is $400.00"]
        ),
        ("(country or \"KP\") not in blocked", ["(country or \"KP\") is \"KP\", country being missing"]),
        ("weekday in [monday, tuesday]", ["weekday is Sunday"]),
        (
            "if cash then amount <= $100.00 else amount <= cap",
            ["`cash` holds", "`amount <= $100.00` does not hold: amount is $450.00"]
        ),
        ("time - (sent or time) <= 90 minutes", ["time - (sent or time) is 2 hours"]),
        ("time - (sent or time) <= -2 hours", ["time - (sent or time) is 2 hours"]),
        ("held or false", ["held being missing"]),
        // Only a fallback that was reached is told.
        ("(code or country or \"x\") is \"zz\"", ["(code or country or \"x\") is \"A\""]),
        (
            "(country or state or \"x\") is \"zz\"",
            ["(country or state or \"x\") is \"x\", country being missing, state being missing"]
        ),
        ("(country or code or \"x\") is \"zz\"", ["(country or code or \"x\") is \"A\", country being missing"]),
        (
            "amount <= (if cash then $10.00 else (toll or $5.00))",
            ["amount is $450.00, (if cash then $10.00 else (toll or $5.00)) is $10.00"]
        ),
        (
            "amount <= (if not cash then $10.00 else (toll or $5.00))",
            ["amount is $450.00, (if not cash then $10.00 else (toll or $5.00)) is $5.00, toll being missing"]
        ),
        ("(cash or (held or false)) is false", ["(cash or (held or false)) is true"]),
        ("(cash and (held or true)) is false", ["(cash and (held or true)) is true, held being missing"]),
        (
            "starts-with(tier, \"g\") or contains(tier, \"x\")",
            [
                "`starts-with(tier, \"g\")` does not hold: tier is \"basic\"",
                "`contains(tier, \"x\")` does not hold: tier is \"basic\"",
            ]
        ),
        ("tier is \"gold\"", ["tier is \"basic\""]),
        ("cash is held-by-default", ["cash is true, held-by-default is false, held being missing"]),
        (
            "earlier < 1 and usual > $10.00",
            [
                "`earlier < 1` does not hold: earlier is 1", "`usual > $10.00` does not hold: usual is $10.00",
            ]
        ),
        ("false", []),
        // What is not computed, since it can't be or stands behind that, is no reason.
        ("fee > $0.00 and amount / fee < 2", ["`fee > $0.00` does not hold: fee is $0.00"]),
        // A part that two names bring in stands once.
        ("not night and not (night and cash)", ["`hour >= 22` holds: hour is 23", "`cash` holds"]),
    ]

    @Test(arguments: conditions.indices)
    func `a failing condition shows the parts that made it fail`(index: Int) throws {
        let (condition, here) = Self.conditions[index]
        let rules = Self.declarations + "let held-by-default = not (held or true)\nrequire r { that \(condition) }"
        let screen = try folder.explain("2", rules: rules, Self.lines)
        #expect(rows("here", of: screen) == here, "\(screen)")
    }

    @Test func `of many parts the first eight are shown`() throws {
        let parts = (1...12).map { "amount < $\($0).00" }.joined(separator: " or ")
        let screen = try folder.explain("2", rules: "require r { that \(parts) }", Self.lines)
        let rows = rows("here", of: screen)
        #expect(rows.count == 9 && rows.last == "… and 4 more", "\(screen)")
    }

    static let exemptions: [(clause: String, reason: String)] = [
        ("active from 2001-01-01", "active only from 2001-01-01"),
        ("active from 1999-01-01 until 2000-01-02T23:00:00Z", "active only until 2000-01-02T23:00:00Z"),
        ("active until 2000-01-01  unless cash", "active only until 2000-01-01"),
        ("unless cash", "`cash` holds"),
        ("unless tier in [\"basic\"]", "`tier in [\"basic\"]` holds: tier is \"basic\""),
        ("unless amount < $400.00 or night", "`hour >= 22` holds: hour is 23"),
        ("unless cash and (held or true)", "`cash` holds; `held or true` holds: held being missing"),
    ]

    @Test(arguments: exemptions.indices) func `why a rule is not checked`(index: Int) throws {
        let (clause, reason) = Self.exemptions[index]
        for rule in [
            "require r { that false", "limit r { count per customer per day at most 0",
            "unique r { key tier across everyone",
        ] {
            let screen = try folder.explain("2", rules: Self.declarations + "\(rule)  \(clause) }", Self.lines)
            #expect(screen.contains("  exempt from: r (\(reason))\n"), "\(screen)")
        }
    }

    @Test func `programs read the parts of what failed and of what exempts`() throws {
        let rules =
            Self.declarations + """
                require a { that not night and (country or "KP") not in blocked and earlier < 9  mode shadow }
                require b { that false  unless amount > $400.00 and cash  mode shadow }
                require c { that false  active from 2001-01-01 until 2002-01-01  mode shadow }
                require d { that amount < $9.00  mode shadow }
                """
        let json = try folder.explain("2", rules: rules, Self.lines, options: ["--json"])
        try Golden.expect(json, "explain-parts.json")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
    }

    // MARK: What is left, and which values are counted

    @Test func `a limit shows what it leaves behind what it counts`() throws {
        let rules = """
            limit few { count per customer per day  at most 3 }
            limit much { sum amount per customer per day  at most $500.00 }
            limit tried { count of attempts per customer per day  at most 3 }
            limit refused { count of declined per customer per day  at most 3 }
            require small { that amount < $451.00 }
            """
        let screen = try folder.explain("2", rules: rules, Self.lines)
        #expect(
            screen.contains(
                """
                  passed: few (1 of 3 used, 2 with this),
                          much ($490.00 of $500.00 left, $40.00 after this),
                          tried (1 of 3 used, 2 with this), refused (0 of 3 used), small

                """), "\(screen)")
        // Of what is declined only attempts are counted.
        let declined = Self.lines + [ExplainFolder.line("3", "$451.00", "02T23")]
        let other = try folder.explain("3", rules: rules.replacing("$500.00", with: "$5,000.00"), declined)
        #expect(
            other.contains(
                """
                  passed: few (2 of 3 used), much ($4,540.00 of $5,000.00 left),
                          tried (2 of 3 used, 3 with this), refused (0 of 3 used)

                """), "\(other)")
    }

    @Test func `what later windows may not leave is not promised`() throws {
        let lines = [ExplainFolder.line("1", "$60.00", "02T12"), ExplainFolder.line("2", "$30.00", "02T06")]
        for (window, rest) in [
            ("rolling 24 hours", ""), ("day", ", $10.00 after this"), ("ever", ", $10.00 after this"),
        ] {
            let rules = "late up to 2 days\nlimit much { sum amount per customer per \(window)  at most $100.00 }"
            let left = rest.isEmpty ? "$100.00" : "$40.00"
            let screen = try folder.explain("2", rules: rules, lines)
            #expect(screen.contains("  passed: much (\(left) of $100.00 left\(rest))\n"), "\(screen)")
            let json = try folder.explain("2", rules: rules, lines, options: ["--json"])
            #expect(json.contains("\"remaining\": \"$10.00\"") == !rest.isEmpty, "\(json)")
            #expect(json.contains("\"remaining\"") == !rest.isEmpty, "\(json)")
            // The latest one has nothing behind it.
            let first = try folder.explain("1", rules: rules, lines, options: ["--json"])
            #expect(first.contains("\"remaining\": \"$40.00\""), "\(first)")
        }
    }

    @Test func `a count that also failed shows by how much`() throws {
        let rules = """
            field shop : text optional
            require small { that amount < $2.00 }
            limit shops { distinct shop per customer per day  at most 2 }
            limit few { count per customer per day  at most 2 }
            limit refused { count of declined per customer per day  at most 0 }
            """
        let lines = (1...5).map {
            ExplainFolder.line("\($0)", $0 < 3 ? "$1.00" : "$2.00", "02T10", fields: ",\"shop\":\"s\($0)\"")
        }
        let screen = try folder.explain("5", rules: rules, lines)
        #expect(
            screen.contains(
                """
                  also failed: shops (2 of 2 used, 3 with this), few (2 of 2 used, 3 with this),
                               refused (2 of 0 used)

                """), "\(screen)")
    }

    @Test func `a limit on different values shows each with what brought it`() throws {
        let rules = """
            field shop : text optional
            limit shops { distinct shop per customer per day  at most 10 }
            """
        func line(_ id: Int, _ shop: String?) -> String {
            ExplainFolder.line("\(id)", "$1.00", "02T10", fields: shop.map { ",\"shop\":\"\($0)\"" } ?? "")
        }
        let lines = (1...9).map { line($0, "s\($0)") } + [line(10, "s9"), line(11, nil), line(12, "new")]
        let screen = try folder.explain("12", rules: rules, lines)
        #expect(
            screen.contains(
                """
                    already      10 on Sunday 2000-01-02 UTC, by 11 transactions: … 2 more, \
                "s3" (3), "s4" (4), "s5" (5), "s6" (6), "s7" (7), "s8" (8), "s9" (9), (none) (11)
                    with this    11 with the new "new", which is 1 too many

                """), "\(screen)")
    }

    @Test func `values that others brought are shown if asked for`() throws {
        let rules = "limit people { distinct customer across everyone per day  at most 1 }\nlate up to 1 days"
        let lines = [
            ExplainFolder.line("1", "$1.00", "02T10", customer: "8"), ExplainFolder.line("2", "$1.00", "02T11"),
        ]
        let screen = try folder.explain("2", rules: rules, lines)
        #expect(screen.contains("already      1 on Sunday 2000-01-02 UTC, by 1 transaction (--full-ids names them)\n"))
        #expect(screen.contains("with this    2 with the new \"7\", which is 1 too many\n"))
        let full = try folder.explain("2", rules: rules, lines, options: ["--full-ids"])
        #expect(full.contains("by 1 transaction: \"8\" (1)\n"), "\(full)")
    }
}
