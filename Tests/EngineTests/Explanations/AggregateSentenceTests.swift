import Engine
import Testing

/// The sentences and the lines of what limits measure.
@Suite struct AggregateSentenceTests {
    @Test(arguments: [
        (
            "limit a { on load  average amount per customer per day  at most $5 }",
            """
            the average of `amount` over loads for Saturday 2000-01-01 UTC is $6.00 with this one, which exceeds \
            $5.00 by $1.00
            """,
            #""window":"2000-01-01","used":"$4.00","this":"$8.00","total":"$6.00","limit":"$5.00","excess":"$1.00""#
        ),
        (
            "limit a { on load  largest amount * 2 per customer per rolling 24 hours  at most $10 }",
            """
            the largest `amount * 2` of loads for the 24 hours to 2000-01-01T10:00:00Z is $16.00 with this one, \
            which exceeds $10.00 by $6.00
            """,
            #""window":"PT24H/2000-01-01T10:00:00Z","used":"$8.00","this":"$16.00","total":"$16.00","limit":"$10.00""#
        ),
        (
            "limit a { smallest amount per customer per week  at most $3  unless amount < $5 }",
            """
            the smallest `amount` of transactions for the week from Monday 1999-12-27 UTC is $4.00 with this \
            one, which exceeds $3.00 by $1.00
            """,
            #""used":"$4.00","this":"$8.00","total":"$4.00","limit":"$3.00","excess":"$1.00""#
        ),
        (
            "limit a { on load  distinct amount per customer per month  at most 1 }",
            """
            the number of different values of `amount` in loads for January 2000 UTC is 2 with this one, which \
            exceeds 1 by 1
            """,
            #""window":"2000-01","used":1,"this":1,"limit":1,"excess":1"#
        ),
        (
            "limit a { on load  sum amount of attempts per customer per rolling 90 minutes  at most $10 }",
            """
            $4.00 of attempted loads already counted for the 90 minutes to 2000-01-01T10:00:00Z; $8.00 more \
            exceeds $10.00 by $2.00
            """,
            #""window":"PT90M/2000-01-01T10:00:00Z","used":"$4.00","this":"$8.00","limit":"$10.00""#
        ),
    ])
    func `a limit says what it measures`(rules: String, sentence: String, numbers: String) throws {
        let run = try Run(rules, Self.lines)
        #expect(run.explanations.contains("\"because\":\"\(sentence)\""), "\(run.explanations)")
        #expect(run.explanations.contains(numbers), "\(run.explanations)")
    }

    @Test(arguments: [
        (
            "count of declined", "declined loads for Saturday 2000-01-01 UTC: 1, which exceeds 0 by 1",
            #""used":1,"limit":0,"excess":1"#
        ),
        (
            "sum amount of declined", "$4.00 of declined loads for Saturday 2000-01-01 UTC exceeds $0.00 by $4.00",
            #""used":"$4.00","limit":"$0.00","excess":"$4.00""#
        ),
        (
            "largest amount of declined",
            "the largest `amount` of declined loads for Saturday 2000-01-01 UTC is $4.00, which exceeds $0.00 by $4.00",
            #""used":"$4.00","total":"$4.00","limit":"$0.00","excess":"$4.00""#
        ),
    ])
    func `of declined says nothing of this one`(measure: String, sentence: String, numbers: String) throws {
        let bound = measure.hasPrefix("count") ? "0" : "$0"
        let run = try Run(
            "limit a { on load  \(measure) per customer per day  at most \(bound) }  require none { that amount > $5 }",
            Self.lines)
        #expect(run.explanations.contains("\"because\":\"\(sentence)\""), "\(run.explanations)")
        #expect(run.explanations.contains(numbers), "\(run.explanations)")
    }

    @Test func `the first one has nothing that was used`() throws {
        let run = try Run("limit a { on load  average amount per customer per day  at most $3 }", Self.lines)
        #expect(run.explanations.contains(#""window":"2000-01-01","this":"$4.00","total":"$4.00","limit":"$3.00""#))
    }

    @Test func `a closed window of a let is not said to be the limit's own`() throws {
        let run = try Run(
            """
            let before = count on load per customer per day
            limit a { on withdrawal  sum amount per customer per day  at most $1 * before }
            """, Self.lines)
        let sentence =
            "`a` asks for what happened in a window that is closed: a later transaction was already counted"
        #expect(run.explanations.contains(#""code":"TransactionTooLate","cause":"too-late","because":"\#(sentence)""#))
    }

    @Test func `a closed rolling window is named`() throws {
        let run = try Run("limit a { count per customer per rolling 1 hours  at most 9 }", Self.lines)
        #expect(
            run.explanations.contains(
                #"""
                "cause":"too-late","window":"PT1H/1999-12-31T10:00:00Z","because":"the window of this \#
                transaction (the 60 minutes to 1999-12-31T10:00:00Z) is closed
                """#
            ), "\(run.explanations)")
    }

    @Test func `a conflict names the fields that differ`() throws {
        let run = try Run(
            "unique once { key customer across everyone  else ignore  conflict on amount, kind decline as Conflict }",
            Self.lines)
        #expect(run.explanations.contains(#""rule":"once","code":"Conflict","cause":"conflict","differs":["amount"],"#))
        #expect(run.explanations.contains(#"repeats the customer of an earlier one, but not its amount and kind"}"#))
    }

    @Test func `a sentence can name declared fields`() throws {
        let run = try Run(
            """
            field merchant : text optional
            field tier : text default "basic"
            require none { that amount > $5  because "{merchant} of {tier}" }
            """,
            Array(
                (Self.line("1", "$4.00", "2000-01-01T09:00:00Z", #","merchant":"A\"B""#)
                    + Self.line("2", "$4.00", "2000-01-01T09:00:00Z", "")).utf8))
        #expect(run.explanations.contains(#""because":"A\"B of basic""#))
        #expect(run.explanations.contains(#""because":"(none) of basic""#))
    }

    @Test func `an explanation names the transactions of a rolling window`() throws {
        let rules = "limit a { on load  sum amount per customer per rolling 24 hours  at most $10 }"
        let run = try Run(rules, Self.lines)
        let event = try #require(run.store.events().first { $0.transaction.id == "2" })
        let explanation = try #require(
            try Explainer(run.policy, showsOthers: false).explain([event], in: run.store).first)
        let verdict = try #require(explanation.verdicts.first)
        #expect(verdict.windowName == "the 24 hours to 2000-01-01T10:00:00Z")
        #expect(verdict.contributions.map(\.id) == ["1"] && verdict.contributions.map(\.added) == [400])
        #expect(verdict.used == 400 && verdict.total == 1_200 && verdict.contributionCount == 1)
    }

    private static let lines = Array(
        (line("1", "$4.00", "2000-01-01T09:00:00Z") + line("2", "$8.00", "2000-01-01T10:00:00Z")
            + line("3", "-$8.00", "1999-12-31T10:00:00Z")).utf8)

    private static func line(_ id: String, _ amount: String, _ time: String, _ more: String = "") -> String {
        #"{"id":"\#(id)","customer_id":"1","load_amount":"\#(amount)","time":"\#(time)"\#(more)}"# + "\n"
    }
}
