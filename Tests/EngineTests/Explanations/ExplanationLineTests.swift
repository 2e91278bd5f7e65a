import Engine
import Foundation
import RulesDSL
import Testing

/// The lines of `explanations.ndjson`: every cause with its fields, every placeholder, and JSON to the letter.
@Suite struct ExplanationLineTests {
    /// A line of input from `customer/id amount time`.
    private static func line(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        let names = words[0].split(separator: "/")
        return
            #"{"id":"\#(names[1])","customer_id":"\#(names[0])","load_amount":"\#(words[1])","time":"\#(words[2])Z"}"#
    }

    /// The explanations of a ledger.
    private func explain(_ rules: String, header: String = Ledger.header, _ ledger: [String]) throws -> [String] {
        let input = ledger.map(Self.line).joined(separator: "\n")
        let run = try Run(rules, header: header, Array(input.utf8))
        let lines = run.explanations.split(separator: "\n").map(String.init)
        for line in lines { #expect(StrictJSON.isObject(line), "\(line)") }
        return lines
    }

    /// The part of a line behind the transaction.
    private func decision(_ line: String?) -> String {
        let text = line ?? "no line"
        return text.firstRange(of: /"time":"[^"]*",/).map { String(text[$0.upperBound...]) } ?? text
    }

    /// What a rule is, what came, and the last explanation behind its transaction.
    static let cases: [(rule: String, ledger: [String], line: String)] = [
        (
            "limit cap { on load  sum amount per customer per day  at most $5.00  else decline as Cap }",
            ["1/a $2.00 2000-01-01T10:00:00", "1/b $3.01 2000-01-01T11:00:00"],
            #"""
            "rule":"cap","code":"Cap","window":"2000-01-01","used":"$2.00","this":"$3.01","limit":"$5.00",\#
            "excess":"$0.01","because":"$2.00 of loads already counted for Saturday 2000-01-01 UTC; $3.01 more \#
            exceeds $5.00 by $0.01"}
            """#
        ),
        (
            "limit few { count of attempts per customer per week  at most 1.5 }",
            ["1/a $2.00 2000-01-01T10:00:00", "1/b $2.00 2000-01-02T11:00:00"],
            #"""
            "rule":"few","code":"few","window":"1999-12-27/P1W","used":1,"this":1,"limit":1.5,"excess":0.5,\#
            "because":"attempted transactions already counted for the week from Monday 1999-12-27 UTC: 1; 1 \#
            more exceeds 1.5 by 0.5"}
            """#
        ),
        (
            "limit points { sum amount / $3.00 across everyone per month  at most 1  else review as Points }",
            ["1/a $2.00 2000-02-01T10:00:00", "2/b $2.00 2000-02-29T11:00:00"],
            #"""
            "decision":"reviewed","rule":"points","code":"Points","window":"2000-02","used":0.666667,\#
            "this":0.666667,"limit":1,"excess":0.333334,"because":"0.666667 of `amount / $3.00` over \#
            transactions already counted for February 2000 UTC; 0.666667 more exceeds 1 by 0.333334"}
            """#
        ),
        (
            "limit annual { on withdrawal  sum -amount per customer per year  at most -$2.00 }",
            ["1/a -$1.00 2000-02-01T10:00:00"],
            #"""
            "rule":"annual","code":"annual","window":"2000","used":"$0.00","this":"-$1.00","limit":"-$2.00",\#
            "excess":"$1.00","because":"$0.00 of `-amount` over withdrawals already counted for 2000 UTC; \#
            -$1.00 more exceeds -$2.00 by $1.00"}
            """#
        ),
        (
            "limit life { count per customer per ever  at most 0 }", ["1/a $2.00 2000-02-01T10:00:00"],
            #"""
            "rule":"life","code":"life","window":"ever","used":0,"this":1,"limit":0,"excess":1,\#
            "because":"transactions already counted for all time: 0; 1 more exceeds 0 by 1"}
            """#
        ),
        (
            "limit lately { count per customer per day  at most 9  else review as Late }",
            ["1/a $2.00 2000-01-02T00:00:00", "1/b $2.00 2000-01-01T23:59:59"],
            #"""
            "decision":"reviewed","rule":"lately","code":"TransactionTooLate","cause":"too-late",\#
            "window":"2000-01-01","because":"the window of this transaction (Saturday 2000-01-01 UTC) is \#
            closed: a later one was already counted"}
            """#
        ),
        (
            "unique once { key id per customer  else ignore as Repeat }",
            ["1/a $2.00 2000-01-01T10:00:00", "1/a $3.00 2000-01-01T10:00:00"],
            #"""
            "decision":"ignored","rule":"once","code":"Repeat","cause":"duplicate","because":"transaction a of \#
            customer 1 repeats the id of an earlier one"}
            """#
        ),
        (
            "unique thrice { key amount, hour, kind across everyone }",
            ["1/a $2.00 2000-01-01T10:00:00", "2/b $2.00 2000-01-02T10:00:00"],
            #"""
            "rule":"thrice","code":"thrice","cause":"duplicate","because":"transaction b of customer 2 repeats \#
            the amount, hour and kind of an earlier one"}
            """#
        ),
        (
            "require funds { on withdrawal  that balance  >=\n amount  else decline as NoFunds }",
            ["1/a -$2.00 2000-01-01T10:00:00"],
            #"""
            "rule":"funds","code":"NoFunds","left":"$0.00","right":"$2.00","because":"`balance >= amount` does \#
            not hold: balance is $0.00, amount is $2.00"}
            """#
        ),
        (
            "require funds {\r\n  that balance  # not \"available\"\r\n    >=\tamount\r\n}",
            ["1/a -$2.00 2000-01-01T10:00:00"],
            #"""
            "rule":"funds","code":"funds","left":"$0.00","right":"$2.00","because":"`balance >= amount` does \#
            not hold: balance is $0.00, amount is $2.00"}
            """#
        ),
        (
            "require named { that id is \"\\\"  # a\"  and not (customer is \"b  c\") # no\n}",
            ["1/a -$2.00 2000-01-01T10:00:00"],
            #"""
            "rule":"named","code":"named","part":"id is \"\\\"  # a\"","left":"a","right":"\"  # a",\#
            "because":"`id is \"\\\"  # a\" and not (customer is \"b  c\")` does not hold, nor does its part \#
            `id is \"\\\"  # a\"`: id is \"a\""}
            """#
        ),
        (
            "require daytime { that hour >= 6 }", ["1/a $2.00 2000-01-01T05:59:59"],
            #""rule":"daytime","code":"daytime","left":5,"right":6,"because":"`hour >= 6` does not hold: hour is 5"}"#
        ),
        (
            "let end = 2000-01-01T06:00:00Z\nrequire open { that time < end }", ["1/a $2.00 2000-01-01T07:00:00"],
            #"""
            "rule":"open","code":"open","left":"2000-01-01T07:00:00Z","right":"2000-01-01T06:00:00Z",\#
            "because":"`time < end` does not hold: time is 2000-01-01T07:00:00Z, end is 2000-01-01T06:00:00Z"}
            """#
        ),
        (
            "let small = amount <= cap\nlet cap = $1.00\nrequire few { that small }", ["1/a $2.00 2000-01-01T07:00:00"],
            #"""
            "rule":"few","code":"few","left":"$2.00","right":"$1.00","because":"`small` does not hold: amount \#
            is $2.00, cap is $1.00"}
            """#
        ),
        (
            "require early { that 2 hours > time - 2000-01-01T00:00:00Z }", ["1/a $2.00 2000-01-01T02:30:00"],
            #"""
            "rule":"early","code":"early","left":"2 hours","right":"2 h 30 min","because":"`2 hours > time - \#
            2000-01-01T00:00:00Z` does not hold: time - 2000-01-01T00:00:00Z is 2 h 30 min"}
            """#
        ),
        (
            "require before { that date < 2000-01-01 }", ["1/a $2.00 2000-01-01T02:30:00"],
            #"""
            "rule":"before","code":"before","left":"2000-01-01","right":"2000-01-01","because":"`date < \#
            2000-01-01` does not hold: date is 2000-01-01"}
            """#
        ),
        (
            "require known { that customer in [\"7\", \"8\"] }", ["1/a $2.00 2000-01-01T02:30:00"],
            #"""
            "rule":"known","code":"known","left":"1","because":"`customer in [\"7\", \"8\"]` does not hold: \#
            customer is \"1\""}
            """#
        ),
        (
            "require two { that hour < 9 and amount <= balance + $1.00 }", ["1/a $2.00 2000-01-01T02:30:00"],
            #"""
            "rule":"two","code":"two","part":"amount <= balance + $1.00","left":"$2.00","right":"$1.00",\#
            "because":"`hour < 9 and amount <= balance + $1.00` does not hold, nor does its part `amount <= \#
            balance + $1.00`: amount is $2.00, balance + $1.00 is $1.00"}
            """#
        ),
        (
            "require few { that not (seen > 0 and hour < 9) }\nlet seen = count per customer per day",
            ["1/a $2.00 2000-01-01T01:30:00", "1/b $2.00 2000-01-01T02:30:00"],
            #"""
            "rule":"few","code":"few","values":{"seen":1,"hour":2},"because":"`not (seen > 0 and hour < 9)` does \#
            not hold: seen is 1, hour is 2"}
            """#
        ),
        (
            "field held : boolean default true\nrequire free { that hour < 1 or not held }",
            ["1/a $2.00 2000-01-01T01:30:00"],
            #"""
            "rule":"free","code":"free","values":{"hour":1,"held":true},"because":"`hour < 1 or not held` does \#
            not hold: hour is 1, held is true"}
            """#
        ),
        (
            "field held : boolean default false\nrequire held-back { that hour < 9 and held }",
            ["1/a $2.00 2000-01-01T01:30:00"],
            #"""
            "rule":"held-back","code":"held-back","part":"held","because":"`hour < 9 and held` does not hold, \#
            nor does its part `held`"}
            """#
        ),
        (
            "field note : text optional\nrequire noted { that (note or \"\\\"\") is customer }",
            ["1/a $2.00 2000-01-01T01:30:00"],
            #"""
            "rule":"noted","code":"noted","left":"\"","right":"1","because":"`(note or \"\\\"\") is customer` \#
            does not hold: (note or \"\\\"\") is \"\"\", customer is \"1\""}
            """#
        ),
        (
            "require own { that customer is \"7\"  because \"not for {customer}\" }", ["1/a $2.00 2000-01-01T01:30:00"],
            #""rule":"own","code":"own","left":"1","right":"7","because":"not for 1"}"#
        ),
        (
            "require ratio { that amount / balance < 1  else review }", ["1/a $2.00 2000-01-01T02:30:00"],
            #"""
            "rule":"ratio","code":"ArithmeticError","cause":"arithmetic","because":"`ratio` can't be computed \#
            for this transaction: a result does not fit, or a divisor is zero"}
            """#
        ),
        (
            "limit low { smallest amount - $0.00 per customer per day  at most $0.00 - $92,233,720,368,547,758.07 }",
            ["1/a $2.00 2000-01-01T02:30:00"],
            #"""
            "rule":"low","code":"low","window":"2000-01-01","this":"$2.00","total":"$2.00","limit":"-$92,233,\#
            720,368,547,758.07","because":"the smallest `amount - $0.00` of transactions for Saturday \#
            2000-01-01 UTC is $2.00 with this one, which exceeds -$92,233,720,368,547,758.07 by more than can \#
            be shown"}
            """#
        ),
        (
            "require any { that amount > $0.00 }",
            [
                "1/a $92233720368547758.07 2000-01-01T02:30:00", "1/b $0.01 2000-01-01T02:30:00",
            ],
            #"""
            "rule":"balance","code":"ArithmeticError","cause":"arithmetic","because":"the balance of $92,233,\#
            720,368,547,758.07 and this load of $0.01 make more than an account can hold"}
            """#
        ),
    ]

    @Test(arguments: cases.indices) func `every cause has its fields and its sentence`(index: Int) throws {
        let (rule, ledger, line) = Self.cases[index]
        #expect(decision(try explain(rule, ledger).last) == line)
    }

    @Test func `the transaction stands in front`() throws {
        let lines = try explain(
            "require no { that amount < $0.01 }",
            ["1/a $1,234,567.89 2000-02-29T23:59:59", "é/b -$0.01 9999-12-31T00:00:00"])
        #expect(
            lines.map { $0.prefix(upTo: $0.range(of: ",\"rule\"")?.lowerBound ?? $0.endIndex) } == [
                #"{"event":1,"id":"a","customer_id":"1","amount":"$1,234,567.89","time":"2000-02-29T23:59:59Z""#,
                #"{"event":2,"id":"b","customer_id":"é","amount":"-$0.01","time":"9999-12-31T00:00:00Z""#,
            ])
    }

    @Test func `the line stands where it is not the event's number`() throws {
        let line = Self.line("1/a $1.00 2000-01-01T00:00:00")
        let run = try Run("require no { that amount < $0.01 }", Array("\n\n\(line)\n\(line)".utf8))
        #expect(
            run.explanations.split(separator: "\n").map { $0.prefix(28) } == [
                #"{"event":1,"line":3,"id":"a""#, #"{"event":2,"line":4,"id":"a""#,
            ])
    }

    // MARK: Placeholders

    private func because(_ line: String?) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data((line ?? "").utf8)) as? [String: Any]
        return try #require(object?["because"] as? String)
    }

    @Test func `every placeholder of a limit`() throws {
        let sentence =
            "{used} {this} {total} {limit} {excess} {window} {id} {customer} {amount} {kind} {time} {balance} {rule} "
            + "{code} {{used}} {used}"
        let rule =
            "limit cap { sum amount per customer per day  at most $5.00  else decline as Cap  because \"\(sentence)\" }"
        let lines = try explain(
            rule, ["1/a $2.00 2000-01-01T10:00:00", "1/b $1.00 2000-01-01T10:00:00", "1/c $4.00 2000-01-01T11:00:00"])
        #expect(
            try because(lines.last)
                == """
                $3.00 $4.00 $7.00 $5.00 $2.00 Saturday 2000-01-01 UTC c 1 $4.00 load 2000-01-01T11:00:00Z $3.00 \
                cap 
                """
                + "Cap {used} $3.00")
    }

    @Test(arguments: [
        ("require no { that amount < $0.01", "a 7 $2.00 withdrawal 2000-01-01T10:00:00Z $0.00 no Code"),
        ("unique no { key kind across everyone", "a 7 $2.00 withdrawal 2000-01-01T10:00:00Z -$2.00 no Code"),
    ]) func `every placeholder of the other rules`(rule: String, sentence: String) throws {
        let because = "because \"{id} {customer} {amount} {kind} {time} {balance} {rule} {code}\""
        let line = "7/a -$2.00 2000-01-01T10:00:00"
        let lines = try explain("\(rule)  else decline as Code  \(because) }", [line, line])
        #expect(try self.because(lines.last) == sentence)
    }

    @Test func `a sentence of its own is for the rule's own failure`() throws {
        let rule = "limit cap { sum amount / balance per customer per ever  at most 5  because \"own {used}\" }"
        let lines = try explain(rule, ["1/a $2.00 2000-01-01T10:00:00"])
        #expect(try because(lines.last).hasPrefix("`cap` can't be computed"))
    }

    @Test func `money of a currency without decimals or a symbol`() throws {
        for (code, amount, shown) in [
            ("JPY", "¥1234", "¥1,234"), ("KWD", "KWD 1.234", "KWD 1.234"), ("CHF", "12.30", "CHF 12.30"),
        ] {
            let header = Ledger.header.replacing("USD", with: code)
            let input = Self.line("1/a X 2000-01-01T10:00:00").replacing("X", with: amount)
            let run = try Run("require no { that hour > 23 }", header: header, Array(input.utf8))
            #expect(run.explanations.contains("\"amount\":\"\(shown)\""), "\(run.explanations)\(run.rejects)")
        }
    }

    // MARK: Escapes

    @Test func `ids and sentences are escaped`() throws {
        let input =
            #"{"id":"\"\\\/\u0000\u001F\u007f\b\f\n\r\t\u00e9\u2028","customer_id":"</a>","#
            + #""load_amount":"$1","time":"2000-01-01T00:00:00Z"}"#
        let rule = #"require no { that hour > 23  because "\"{id}\" \\ \n \t \u{0} \u{7} {customer}" }"#
        let run = try Run(rule, Array(input.utf8))
        let line = try #require(run.explanations.split(separator: "\n").first.map(String.init))
        #expect(run.explanations.filter { $0 == "\n" }.count == 1)
        #expect(StrictJSON.isObject(line), "\(line)")
        let id = "\"\\/\0\u{1F}\u{7F}\u{8}\u{C}\n\r\té\u{2028}"
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["id"] as? String == id)
        #expect(object["customer_id"] as? String == "</a>")
        #expect(object["because"] as? String == "\"\(id)\" \\ \n \t \0 \u{7} </a>")
        #expect(line.contains(#""id":"\"\\/\u0000\u001f\#u{7F}\b\f\n\r\té\#u{2028}","#))
    }

    // MARK: Other failures

    @Test func `what else failed is listed in the order of the rules, before and behind`() throws {
        let rules = """
            require night { that hour < 6  else review as Day }
            limit cap { sum amount per customer per day  at most $1.00  else decline as Cap }
            unique once { key id per customer  else ignore }
            require ratio { that amount / balance < 1 }
            limit few { count across everyone per ever  at most 0  else review }
            """
        let lines = try explain(rules, ["1/a $2.00 2000-01-01T10:00:00"])
        let object = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
        let also = try #require(object?["also"] as? [[String: Any]])
        #expect(object?["rule"] as? String == "cap")
        #expect(also.compactMap { $0["rule"] as? String } == ["night", "ratio", "few"])
        #expect(also.compactMap { $0["code"] as? String } == ["Day", "ArithmeticError", "few"])
        #expect(also.map { $0["cause"] as? String } == [nil, "arithmetic", nil])
        #expect(also.allSatisfy { $0["because"] == nil })
    }

    /// The lines say what the library says, and are JSON to the letter.
    @Test func `on any input, each line is JSON and its sentence the library's`() throws {
        for seed in UInt64(31)...34 {
            let run = try Run(SameBytesTests.rules, SeededStream(seed: seed, count: 300).bytes())
            let bank = try Bank(run.policy)
            var lines = run.explanations.split(separator: "\n").map(String.init)[...]
            for event in run.store.events() {
                let decision = try bank.decide(event.transaction)
                #expect(decision.kind == event.decision)
                guard let failure = decision.failures.first(where: \.isDecisive) ?? decision.failures.first else {
                    continue
                }
                let next = lines.popFirst()
                let line = try #require(next)
                #expect(StrictJSON.isObject(line), "\(line)")
                #expect((try because(line)) == failure.because, "seed \(seed)")
                let place = event.line == event.number ? "" : "\"line\":\(event.line),"
                #expect(line.hasPrefix("{\"event\":\(event.number),\(place)\"id\":"))
                let kind = decision.kind == .declined ? "" : "\"decision\":\"\(decision.kind.name)\","
                #expect(line.contains("Z\",\(kind)\"rule\":"))
                #expect(line.contains(",\"rule\":\"\(failure.rule)\",\"code\":\"\(failure.code)\","))
            }
            #expect(lines.isEmpty)
            for line in run.results.split(separator: "\n") + run.rejects.split(separator: "\n") {
                #expect(StrictJSON.isObject(String(line)), "\(line)")
            }
        }
    }

    @Test(arguments: [
        ("{}", true), (#"{"a":1,"b":[-0.5,"\u00e9"],"c":{}}"#, true), (#"{"a":1,}"#, false), (#"{"a":01}"#, false),
        (#"{"a":1,"a":2}"#, false), (#"{"a":"\x"}"#, false), (#"{"a": 1}"#, false), ("{} ", false),
        ("{\"a\n\":1}", false),
        (#"{"a":1."#, false), (#"{"a":+1}"#, false), (#"{"a":"\u00E9"}"#, false),
    ]) func `the check itself is strict`(text: String, isStrict: Bool) {
        #expect(StrictJSON.isObject(text) == isStrict)
    }
}
