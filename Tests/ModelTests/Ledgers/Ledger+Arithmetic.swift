extension Ledger {
    private static let quotient: Term = .dollars(1) / (.amount - .dollars(5))

    /// "overflow and division by zero decline with the cause `ArithmeticError`, naming the rule"
    static let arithmetic: [Ledger] = [
        Ledger(
            "division by zero declines with the cause `ArithmeticError`, naming the rule",
            [Rule("ratio", .require(quotient < 1_000_000), as: "Ratio")],
            """
            2000-01-01 09:00 a 1 load 5.00 declined by ratio as ArithmeticError
            2000-01-01 09:00 a 2 load 6.00 accepted
            """),
        Ledger(
            "It declines in a review rule too, and decides in its turn",
            [
                Rule("before", .require(.amount < .dollars(9)), as: "Before"),
                Rule("ratio", .require(quotient < 1_000_000), else: .review, as: "Ratio"),
                Rule("after", .require(.amount < .dollars(5)), as: "After"),
            ],
            """
            2000-01-01 09:00 a 1 load 5.00 declined by ratio as ArithmeticError also after
            2000-01-01 09:00 a 2 load 9.00 declined by before as Before also after
            """),
        Ledger(
            "It declines in an ignore rule too; a rule whose `where` can't be computed counts and records nothing",
            [
                Rule("once", .key(.id), on: [.load], where: quotient < 1_000_000, else: .ignore),
                Rule(
                    "tries", .count(atMost: 1, ofAttempts: true), on: [.load], where: quotient < 1_000_000,
                    as: "Tries"),
            ],
            """
            2000-01-01 09:00 a 1 load 5.00 declined by once as ArithmeticError also tries
            2000-01-01 09:00 a 1 load 6.00 accepted
            2000-01-01 09:00 a 1 load 6.00 ignored by once
            """),
        Ledger(
            "an `unless` that can't be computed fails; the transaction is counted all the same",
            [
                Rule("once", .key(.id), unless: quotient > 1_000_000, else: .ignore, as: "Again"),
                Rule("tries", .count(atMost: 1, ofAttempts: true), unless: quotient > 1_000_000, as: "Tries"),
            ],
            """
            2000-01-01 09:00 a 1 load 5.00 declined by once as ArithmeticError also tries
            2000-01-01 09:00 a 1 load 6.00 ignored by once
            2000-01-01 09:00 a 2 load 6.00 declined by tries as Tries (1 + 1 > 1)
            """),
        Ledger(
            "an `at most` that can't be computed fails; what the transaction adds is known",
            [Rule("tries", .count(atMost: quotient * 100, per: .ever, ofAttempts: true), as: "Tries")],
            """
            2000-01-01 09:00 a 1 load   5.00 declined by tries as ArithmeticError
            2000-01-01 09:00 a 2 load 105.00 declined by tries as Tries (1 + 1 > 1)
            """),
        Ledger(
            "a measure that can't be computed adds nothing",
            [
                Rule("total", .sum(quotient, atMost: 1, per: .ever, ofAttempts: true), unless: .hour < 6)
            ],
            """
            2000-01-01 05:00 a 1 load 5.00 accepted
            2000-01-01 06:00 a 2 load 5.00 declined by total as ArithmeticError
            2000-01-01 06:00 a 3 load 6.00 accepted
            2000-01-01 06:00 a 4 load 6.00 declined by total as total (1 + 1 > 1)
            """),
        Ledger(
            "too late is found before anything is computed, an exemption before that",
            [Rule("total", .sum(quotient, atMost: 100), unless: .hour.is(3))],
            """
            2000-01-02 09:00 a 1 load 6.00 accepted
            2000-01-01 09:00 a 2 load 5.00 declined by total as TransactionTooLate
            2000-01-01 03:00 a 3 load 5.00 accepted
            """),
        Ledger(
            "used + this must fit; a counter never wraps",
            [Rule("total", .sum(atMost: .cents(.max), per: .ever, ofAttempts: true, perCustomer: false))],
            """
            2000-01-01 09:00 a 1 load 92233720368547758.06 accepted
            2000-01-01 09:00 b 2 load                 0.02 declined by total as ArithmeticError
            2000-01-01 09:00 b 3 load                 0.01 accepted
            2000-01-01 09:00 b 4 load                 0.01 declined by total as ArithmeticError
            """),
        Ledger(
            "the balance must fit, else it is declined by no rule, after all rules have passed",
            [
                Rule("once", .key(.id), else: .ignore), Rule("odd", .require(.amount < .dollars(5)), else: .review),
                Rule("number", .count(atMost: 2)),
            ],
            """
            2000-01-01 09:00 a 1 load       92233720368547758.07 reviewed odd
            2000-01-01 09:00 a 2 load                       0.01 declined by balance as ArithmeticError
            2000-01-01 09:00 a 3 load                       5.00 declined by balance as ArithmeticError also odd
            2000-01-01 09:00 a 2 load                       0.01 ignored by once
            2000-01-01 09:00 a 4 withdrawal                 0.01 accepted
            2000-01-01 09:00 a 5 load                       0.01 declined by number as number
            """),
        Ledger(
            "the balance may go below zero, down to the least that fits",
            [],
            """
            2000-01-01 09:00 a 1 withdrawal 92233720368547758.07 accepted
            2000-01-01 09:00 a 2 withdrawal                 0.01 accepted
            2000-01-01 09:00 a 3 withdrawal                 0.01 declined by balance as ArithmeticError
            2000-01-01 09:00 a 4 load                       0.01 accepted
            """),
    ]
}
