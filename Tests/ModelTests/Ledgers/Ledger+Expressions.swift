extension Ledger {
    private static let quotient: Term = .dollars(1) / (.amount - .dollars(5))

    /// What the parts of an expression mean.
    static let expressions: [Ledger] = [
        Ledger(
            "`and` does not look at its right side where the left one decides",
            [Rule("ratio", .require(.not(.and(.amount.isNot(.dollars(5)), quotient > 1))))],
            """
            2000-01-01 09:00 a 1 load 5.00 accepted
            2000-01-01 09:00 a 2 load 5.50 declined by ratio as ratio
            2000-01-01 09:00 a 3 load 6.00 accepted
            """),
        Ledger(
            "`or` does not look at its right side where the left one decides, and looks at the left one first",
            [
                Rule("guarded", .require(.or(.amount.is(.dollars(5)), quotient <= 1))),
                Rule("naked", .require(.or(quotient <= 1, .amount.is(.dollars(5)))), on: [.withdrawal]),
            ],
            """
            2000-01-01 09:00 a 1 load       5.00 accepted
            2000-01-01 09:00 a 2 load       5.50 declined by guarded as guarded
            2000-01-01 09:00 a 3 withdrawal 5.00 declined by naked as ArithmeticError
            """),
        Ledger(
            "`if` computes only the branch that it takes",
            [Rule("ratio", .require(.choice(.amount.is(.dollars(5)), then: 0, otherwise: quotient) <= 1))],
            """
            2000-01-01 09:00 a 1 load 5.00 accepted
            2000-01-01 09:00 a 2 load 5.50 declined by ratio as ratio
            """),
        Ledger(
            "a `let` is a name for its expression, fields and other `let`s included",
            [Rule("daily", .sum(atMost: .name("cap")))],
            lets: [
                Let(name: "cap", type: .money, term: .name("half") * 2),
                Let(name: "half", type: .money, term: .choice(.hour < 12, then: .dollars(1), otherwise: .dollars(2))),
            ],
            """
            2000-01-01 11:59 a 1 load 2.01 declined by daily as daily (0.00 + 2.01 > 2.00)
            2000-01-01 12:00 a 2 load 2.01 accepted
            """),
        Ledger(
            "times less times are durations, and a time moves by a duration",
            [
                Rule("young", .require(.time - .midnight(2000, 1, 1) >= .days(1)), else: .review, as: "Young"),
                Rule(
                    "old", .require(.time < .midnight(2000, 1, 1) + .days(2) * .millionths(1_500_000)), else: .review,
                    as: "Old"),
            ],
            """
            2000-01-01 23:59:59 a 1 load 1.00 reviewed Young
            2000-01-02 00:00:00 a 2 load 1.00 accepted
            2000-01-03 23:59:59 a 3 load 1.00 accepted
            2000-01-04 00:00:00 a 4 load 1.00 reviewed Old
            """),
        Ledger(
            "durations are rounded half-even to the second",
            [
                Rule(
                    "half", .require((.time - .midnight(2000, 1, 1)) * .millionths(500_000) <= .seconds(2)),
                    else: .review,
                    as: "Half")
            ],
            """
            2000-01-01 00:00:04 a 1 load 1.00 accepted
            2000-01-01 00:00:05 a 2 load 1.00 accepted
            2000-01-01 00:00:06 a 3 load 1.00 reviewed Half
            """),
        Ledger(
            "money by money is a number of six places, half-even",
            [
                Rule("low", .require(.amount / .dollars(30_000) >= .millionths(1)), else: .review, as: "Low"),
                Rule("two", .require(.amount / .dollars(20_000) <= .millionths(2)), else: .review, as: "Two"),
            ],
            """
            2000-01-01 09:00 a 1 load 0.01 reviewed Low
            2000-01-01 09:00 a 2 load 0.02 accepted
            2000-01-01 09:00 a 3 load 0.05 accepted
            2000-01-01 09:00 a 4 load 0.06 reviewed Two
            """),
        Ledger(
            "conditions can be compared, and texts are equal byte by byte",
            [
                Rule("same", .require((.amount > .dollars(5)).is(.hour >= 12)), else: .review, as: "Same"),
                Rule("seven", .require(.customer.isNot(.text("7"))), else: .review, as: "Seven"),
            ],
            """
            2000-01-01 09:00 7  1 load 5.00 reviewed Seven
            2000-01-01 12:00 07 2 load 5.00 reviewed Same
            2000-01-01 12:00 07 3 load 5.01 accepted
            """),
    ]
}
