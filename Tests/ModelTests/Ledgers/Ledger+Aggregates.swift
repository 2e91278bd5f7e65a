extension Ledger {
    /// "Aggregates", as limits.
    static let aggregates: [Ledger] = [
        Ledger(
            "an average includes this transaction, and is rounded half-even",
            [Rule("usual", .limit(.average(.amount), atMost: .cents(300)))],
            """
            2000-01-01 09:00 a 1 load 3.00 accepted
            2000-01-01 09:00 a 2 load 3.01 accepted
            2000-01-01 09:00 a 3 load 3.01 declined by usual as usual
            2000-01-01 09:00 a 4 load 1.00 accepted
            2000-01-01 09:00 a 5 load 5.01 accepted
            """),
        Ledger(
            "`largest` and `smallest` include this transaction",
            [
                Rule("large", .limit(.largest(.amount), atMost: .dollars(5)), on: [.load], else: .review),
                Rule("small", .limit(.smallest(.amount), atMost: .dollars(2)), on: [.load], else: .review),
            ],
            """
            2000-01-01 09:00 a 1 load 3.00 reviewed small
            2000-01-01 09:00 a 2 load 2.00 accepted
            2000-01-01 09:00 a 3 load 5.01 reviewed large
            2000-01-01 09:00 a 4 load 1.00 reviewed large
            2000-01-02 09:00 a 5 load 2.01 reviewed small
            """),
        Ledger(
            "`distinct` counts different values; one that was there adds nothing",
            [Rule("sizes", .limit(.distinct(.amount), atMost: 2))],
            """
            2000-01-01 09:00 a 1 load       1.00 accepted
            2000-01-01 09:00 a 2 load       2.00 accepted
            2000-01-01 09:00 a 3 withdrawal 1.00 accepted
            2000-01-01 09:00 a 4 load       3.00 declined by sizes as sizes
            2000-01-02 09:00 a 5 load       3.00 accepted
            """),
        Ledger(
            "`of declined` are the earlier ones, and never this one",
            [
                Rule("locked", .limit(.count, atMost: 1, of: .declined)),
                Rule("small", .require(.amount < .dollars(5))),
            ],
            """
            2000-01-01 09:00 a 1 load 5.00 declined by small as small
            2000-01-01 09:00 a 2 load 5.00 declined by small as small
            2000-01-01 09:00 a 3 load 1.00 declined by locked as locked
            2000-01-01 09:00 b 4 load 1.00 accepted
            2000-01-02 09:00 a 5 load 1.00 accepted
            """),
        Ledger(
            "`of declined` counts whatever declined, the balance too; an ignored one is none",
            [
                Rule("once", .key(.id), else: .ignore),
                Rule("failed", .limit(.count, atMost: 0, of: .declined), else: .review),
            ],
            """
            2000-01-01 09:00 a 1 load 92233720368547758.07 accepted
            2000-01-01 09:00 a 1 load                 1.00 ignored by once
            2000-01-01 09:00 a 2 withdrawal           1.00 accepted
            2000-01-01 09:00 a 3 load                 2.00 declined by balance as ArithmeticError
            2000-01-01 09:00 a 4 withdrawal           1.00 reviewed failed
            """),
        Ledger(
            "an average never fails to fit, however large its parts are",
            [Rule("usual", .limit(.average(.amount), atMost: .cents(.max), of: .attempts))],
            """
            2000-01-01 09:00 a 1 load 92233720368547758.07 accepted
            2000-01-01 09:00 a 2 withdrawal 92233720368547758.06 accepted
            2000-01-01 09:00 a 3 load       92233720368547758.06 accepted
            """),
    ]

    private static func named(_ function: Aggregate.Function, _ window: Window = .day) -> LetAggregate {
        LetAggregate(aggregate: Aggregate(function: function, window: window))
    }

    private static func named(
        _ name: String, _ type: ModelType, _ own: LetAggregate, on kinds: [Kind]? = nil, where filter: Term? = nil,
        of counts: Aggregate.Counts = .accepted, or fallback: Term? = nil
    ) -> Let {
        var own = own
        own.kinds = kinds
        own.filter = filter
        own.aggregate.counts = counts
        own.fallback = fallback
        return Let(name: name, type: type, meaning: .aggregate(own))
    }

    /// Aggregates as `let`s.
    static let lets: [Ledger] = [
        Ledger(
            "in a `let` the measure does not include this transaction, and `or` is for when there is none",
            [Rule("unusual", .require(.amount <= 2 * .name("usual")), else: .review)],
            lets: [named("usual", .money, named(.average(.amount)), or: .dollars(10))],
            """
            2000-01-01 09:00 a 1 load 20.00 accepted
            2000-01-01 09:00 a 2 load 40.01 reviewed unusual
            2000-01-01 09:00 a 3 load 60.02 reviewed unusual
            2000-01-02 09:00 a 4 load 20.01 reviewed unusual
            """),
        Ledger(
            "a count, a sum and `distinct` are zero where there is nothing",
            [
                Rule("first", .require(.name("number") + .name("sizes") > 0), else: .review),
                Rule("much", .require(.name("total") < .dollars(3)), else: .review),
            ],
            lets: [
                named("number", .number, named(.count)), named("total", .money, named(.sum(.amount))),
                named("sizes", .number, named(.distinct(.amount))),
            ],
            """
            2000-01-01 09:00 a 1 load 3.00 reviewed first
            2000-01-01 09:00 a 2 load 3.00 reviewed much
            2000-01-01 09:00 b 3 load 3.00 reviewed first
            """),
        Ledger(
            "a `let` counts on its own: its own kinds and filter, whichever rules use it",
            [Rule("one", .require(.name("large") < 1), on: [.withdrawal])],
            lets: [named("large", .number, named(.count), on: [.load], where: .amount > .dollars(5))],
            """
            2000-01-01 09:00 a 1 load       5.00 accepted
            2000-01-01 09:00 a 2 withdrawal 9.00 accepted
            2000-01-01 09:00 a 3 load       5.01 accepted
            2000-01-01 09:00 a 4 load       5.01 accepted
            2000-01-01 09:00 a 5 withdrawal 1.00 declined by one as one
            """),
        Ledger(
            "a filter takes other `let`s from the state before this transaction",
            [Rule("two", .require(.name("second") < 1))],
            lets: [
                named("second", .number, named(.count), on: [.load], where: .name("first") > 0),
                named("first", .number, named(.count), on: [.load]),
            ],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 09:00 a 2 load 1.00 accepted
            2000-01-01 09:00 a 3 load 1.00 declined by two as two
            """),
        Ledger(
            "a `let` never includes this transaction, whatever it counts",
            [
                Rule("small", .require(.amount < .dollars(5))),
                Rule("few-tries", .require(.name("tries") < 2)), Rule("no-failures", .require(.name("failures") < 1)),
            ],
            lets: [
                named("tries", .number, named(.count), of: .attempts),
                named("failures", .number, named(.count), of: .declined),
            ],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 09:00 a 2 load 5.00 declined by small as small
            2000-01-01 09:00 a 3 load 1.00 declined by few-tries as few-tries also no-failures
            """),
        Ledger(
            "a value of a closed window fails the rule that evaluates it, with the rule's own outcome",
            [
                Rule("noted", .require(.name("number") < 9), else: .review),
                Rule("bound", .count(atMost: 9 - .name("number"), per: .ever)),
            ],
            lets: [named("number", .number, named(.count))],
            """
            2000-01-02 09:00 a 1 load 1.00 accepted
            2000-01-01 09:00 a 2 load 1.00 declined by bound as TransactionTooLate also noted
            2000-01-02 10:00 a 3 load 1.00 accepted
            """),
        Ledger(
            "a `where` that is too late fails, and counts nothing",
            [Rule("cap", .count(atMost: 1, per: .ever), on: [.load], where: .name("number") >= 0, else: .review)],
            lets: [named("number", .number, named(.count))],
            """
            2000-01-02 09:00 a 1 load 1.00 accepted
            2000-01-01 09:00 a 2 load 1.00 reviewed TransactionTooLate
            2000-01-02 09:00 a 3 load 1.00 reviewed cap
            """),
    ]
}
