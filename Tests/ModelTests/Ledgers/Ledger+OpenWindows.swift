extension Ledger {
    private static let hour: Int64 = 3600

    /// "Rolling windows."
    static let rolling: [Ledger] = [
        Ledger(
            "`rolling 24 hours` at t counts (t − 24 h, t]",
            [Rule("burst", .sum(atMost: .dollars(5), per: .rolling(24 * hour)))],
            """
            2000-01-01 09:00:00 a 1 load 4.00 accepted
            2000-01-02 08:59:59 a 2 load 2.00 declined by burst as burst (4.00 + 2.00 > 5.00)
            2000-01-02 09:00:00 a 3 load 2.00 accepted
            """),
        Ledger(
            "without `late` a rolling window is closed as soon as something later was counted",
            [Rule("burst", .count(atMost: 9, per: .rolling(hour)))],
            """
            2000-01-01 09:00:00 a 1 load 1.00 accepted
            2000-01-01 09:00:00 a 2 load 1.00 accepted
            2000-01-01 08:59:59 a 3 load 1.00 declined by burst as TransactionTooLate
            2000-01-01 08:59:59 b 4 load 1.00 accepted
            """),
        Ledger(
            "a late transaction passes only if every window that contains it stays within the limit",
            [Rule("burst", .sum(atMost: .dollars(5), per: .rolling(hour)))], late: hour,
            """
            2000-01-01 09:00:00 a 1 load 2.00 accepted
            2000-01-01 09:40:00 a 2 load 3.00 accepted
            2000-01-01 08:40:00 a 3 load 1.00 accepted
            2000-01-01 08:41:00 a 4 load 1.00 declined by burst as burst (5.00 + 1.00 > 5.00)
            2000-01-01 09:39:59 a 5 load 2.00 declined by burst as burst (5.00 + 2.00 > 5.00)
            2000-01-01 08:39:59 a 6 load 1.00 declined by burst as TransactionTooLate
            """),
        Ledger(
            "the first second that fails gives the numbers",
            [Rule("burst", .sum(atMost: .dollars(5), per: .rolling(hour)))], late: 2 * hour,
            """
            2000-01-01 09:30 a 1 load 1.00 accepted
            2000-01-01 09:40 a 2 load 3.00 accepted
            2000-01-01 09:50 a 3 load 1.00 accepted
            2000-01-01 09:00 a 4 load 2.00 declined by burst as burst (4.00 + 2.00 > 5.00)
            2000-01-01 09:00 a 5 load 1.00 declined by burst as burst (5.00 + 1.00 > 5.00)
            2000-01-01 08:45 a 6 load 2.00 declined by burst as burst (4.00 + 2.00 > 5.00)
            2000-01-01 08:40 a 7 load 4.00 accepted
            """),
        Ledger(
            "a `let` takes only the window that ends with the transaction",
            [Rule("few", .require(.name("number") < 1), else: .review)],
            lets: [
                Let(
                    name: "number", type: .number,
                    meaning: .aggregate(
                        LetAggregate(aggregate: Aggregate(function: .count, window: .rolling(hour)))))
            ], late: hour,
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 08:30 a 2 load 1.00 accepted
            2000-01-01 09:00 a 3 load 1.00 reviewed few
            2000-01-01 07:59 a 4 load 1.00 reviewed TransactionTooLate
            """),
        Ledger(
            "a late average is looked at wherever it changes",
            [Rule("usual", .limit(.average(.amount), atMost: .dollars(2), per: .rolling(hour)))], late: 2 * hour,
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 09:10 a 2 load 3.00 accepted
            2000-01-01 08:30 a 3 load 3.00 declined by usual as usual
            2000-01-01 08:05 a 4 load 2.00 accepted
            2000-01-01 08:20 a 5 load 2.00 accepted
            """),
    ]

    /// "`late up to`": several windows of one cell are open at once.
    static let openWindows: [Ledger] = [
        Ledger(
            "late transactions fall into the window of their own time, and each has its own value",
            [Rule("daily", .count(atMost: 2))], late: 48 * hour,
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-02 09:00 a 2 load 1.00 accepted
            2000-01-01 09:00 a 3 load 1.00 accepted
            2000-01-01 09:00 a 4 load 1.00 declined by daily as daily (2 + 1 > 2)
            2000-01-02 09:00 a 5 load 1.00 accepted
            2000-01-02 09:00 a 6 load 1.00 declined by daily as daily (2 + 1 > 2)
            2000-01-03 23:59 a 7 load 1.00 accepted
            2000-01-01 09:00 a 8 load 1.00 declined by daily as daily (2 + 1 > 2)
            """),
        Ledger(
            "closed once a transaction counted in that cell lies at or past its end plus `late`",
            [Rule("daily", .count(atMost: 9))], late: hour,
            """
            2000-01-02 00:59:59 a 1 load 1.00 accepted
            2000-01-01 09:00:00 a 2 load 1.00 accepted
            2000-01-02 01:00:00 a 3 load 1.00 accepted
            2000-01-01 23:59:59 a 4 load 1.00 declined by daily as TransactionTooLate
            """),
        Ledger(
            "a rolling window ends with its own second",
            [Rule("burst", .count(atMost: 9, per: .rolling(60)))], late: hour,
            """
            2000-01-01 09:00:00 a 1 load 1.00 accepted
            2000-01-01 08:00:00 a 2 load 1.00 accepted
            2000-01-01 07:59:59 a 3 load 1.00 declined by burst as TransactionTooLate
            """),
        Ledger(
            "what was too late counts nowhere, and is not counted later",
            [
                Rule("daily", .count(atMost: 1), else: .review),
                Rule("burst", .count(atMost: 2, per: .rolling(48 * hour)), else: .review),
            ], late: hour,
            """
            2000-01-01 23:00:00 a 1 load 1.00 accepted
            2000-01-02 23:00:00 a 2 load 1.00 accepted
            2000-01-01 23:00:00 a 3 load 1.00 reviewed TransactionTooLate
            2000-01-02 23:00:00 a 4 load 1.00 reviewed daily, burst
            """),
    ]

    /// "Local days, 23 or 25 hours long."
    static let zones: [Ledger] = [
        Ledger(
            "a day is a local day: 23 hours long when the clocks are put forward",
            [Rule("daily", .count(atMost: 1))], zone: ModelZone.known[0],
            """
            2024-03-30 22:59:59 a 1 load 1.00 accepted
            2024-03-30 23:00:00 a 2 load 1.00 accepted
            2024-03-31 21:59:59 a 3 load 1.00 declined by daily as daily
            2024-03-31 22:00:00 a 4 load 1.00 accepted
            """),
        Ledger(
            "25 hours long when they are put back",
            [Rule("daily", .count(atMost: 1))], zone: ModelZone.known[0],
            """
            2024-10-26 21:59:59 a 1 load 1.00 accepted
            2024-10-26 22:00:00 a 2 load 1.00 accepted
            2024-10-27 22:59:59 a 3 load 1.00 declined by daily as daily
            2024-10-27 23:00:00 a 4 load 1.00 accepted
            """),
        Ledger(
            "an hour that is repeated from the day before belongs to the new day",
            [Rule("daily", .count(atMost: 1)), Rule("early", .require(.hour.isNot(23)), else: .review)],
            zone: ModelZone(
                name: "Model/Back", first: 0, changes: [.init(time: 946_684_800 + 1_800, offset: -3_600)]),
            """
            1999-12-31 23:59:59 a 1 load 1.00 reviewed early
            2000-01-01 00:00:00 a 2 load 1.00 accepted
            2000-01-01 00:30:00 a 3 load 1.00 declined by daily as daily also early
            2000-01-02 00:59:59 a 4 load 1.00 declined by daily as daily also early
            2000-01-02 01:00:00 a 5 load 1.00 accepted
            """),
        Ledger(
            "a skipped day has no second",
            [Rule("daily", .count(atMost: 1)), Rule("never", .require(.date.isNot(.day(2011, 12, 30))))],
            zone: ModelZone.known[3],
            """
            2011-12-30 09:59:59 a 1 load 1.00 accepted
            2011-12-30 10:00:00 a 2 load 1.00 accepted
            2011-12-31 09:59:59 a 3 load 1.00 declined by daily as daily
            2011-12-31 10:00:00 a 4 load 1.00 accepted
            """),
        Ledger(
            "`weekday`, `hour` and `date` are what the wall clock shows",
            [
                Rule("weekend", .require(.weekday.isNot(.literal(.weekday(5)))), else: .review),
                Rule("night", .require(.hour.isNot(0)), else: .review),
                Rule("new-year", .require(.date.isNot(.day(2000, 1, 1))), else: .review),
            ], zone: ModelZone(name: "Model/Half", first: 20_700, changes: []),
            """
            1999-12-31 18:14:59 a 1 load 1.00 accepted
            1999-12-31 18:15:00 a 2 load 1.00 reviewed weekend, night, new-year
            2000-01-01 18:15:00 a 3 load 1.00 reviewed night
            """),
    ]
}
