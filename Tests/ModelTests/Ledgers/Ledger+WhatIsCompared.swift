extension Ledger {
    /// "What is compared."
    static let whatIsCompared: [Ledger] = [
        Ledger(
            "In a limit the measure includes this transaction as if it were accepted: used + this ≤ limit",
            [Rule("total", .sum(atMost: .dollars(5)), as: "Sum")],
            """
            2000-01-01 09:00 a 1 load 5.01 declined by total as Sum (0.00 + 5.01 > 5.00)
            2000-01-01 09:00 a 2 load 4.99 accepted
            2000-01-01 09:00 a 3 load 0.02 declined by total as Sum (4.99 + 0.02 > 5.00)
            2000-01-01 09:00 a 4 load 0.01 accepted
            2000-01-01 09:00 a 5 load 0.01 declined by total as Sum (5.00 + 0.01 > 5.00)
            """),
        Ledger(
            "used + this ≤ limit: a bound of 2.5 lets two pass, one of zero none",
            [
                Rule("two", .count(atMost: .millionths(2_500_000))),
                Rule("none", .count(atMost: 0), on: [.withdrawal]),
            ],
            """
            2000-01-01 09:00 a 1 load       1.00 accepted
            2000-01-01 09:00 a 2 withdrawal 1.00 declined by none as none (0 + 1 > 0)
            2000-01-01 09:00 a 3 load       1.00 accepted
            2000-01-01 09:00 a 4 load       1.00 declined by two as two
            """),
        Ledger(
            "The bound is computed for each transaction",
            [
                Rule(
                    "total",
                    .sum(
                        atMost: .choice(
                            .weekday.isIn([.literal(.weekday(5))]), then: .dollars(10), otherwise: .dollars(5)),
                        per: .ever))
            ],
            """
            2000-01-01 09:00 a 1 load 10.00 accepted
            2000-01-02 09:00 a 2 load  0.01 declined by total as total (10.00 + 0.01 > 5.00)
            """),
        Ledger(
            "A sum may go down again: what it adds may be below zero",
            [
                Rule(
                    "net", .sum(.choice(.kind.is(.on(.load)), then: .amount, otherwise: -.amount), atMost: .dollars(5)))
            ],
            """
            2000-01-01 09:00 a 1 load       5.00 accepted
            2000-01-01 09:00 a 2 load       0.01 declined by net as net
            2000-01-01 09:00 a 3 withdrawal 2.00 accepted
            2000-01-01 09:00 a 4 load       2.00 accepted
            """),
        Ledger(
            "`balance` is the balance on arrival",
            [Rule("held", .require(.balance < .dollars(10)))],
            """
            2000-01-01 09:00 a 1 load       20.00 accepted
            2000-01-01 09:00 a 2 withdrawal  1.00 declined by held as held
            2000-01-01 09:00 b 3 withdrawal  1.00 accepted
            2000-01-01 09:00 b 4 withdrawal  1.00 accepted
            """),
        Ledger(
            "A rule that sums the balance adds the one on arrival",
            [Rule("balances", .sum(.balance, atMost: .dollars(3), per: .ever))],
            """
            2000-01-01 09:00 a 1 load 3.00 accepted
            2000-01-01 09:00 a 2 load 1.00 accepted
            2000-01-01 09:00 a 3 load 1.00 declined by balances as balances (3.00 + 4.00 > 3.00)
            """),
        Ledger(
            "Numbers are decimals of six places, money is rounded half-even where it becomes money",
            [
                Rule("half", .require(.amount * .millionths(500_000) <= .cents(2)), on: [.load]),
                Rule("third", .require((.amount / 3) * 3 <= .amount), on: [.withdrawal], else: .review, as: "Up"),
            ],
            """
            2000-01-01 09:00 a 1 load       0.05 accepted
            2000-01-01 09:00 a 2 load       0.06 declined by half as half
            2000-01-01 09:00 a 3 load       0.03 accepted
            2000-01-01 09:00 a 4 withdrawal 0.01 accepted
            2000-01-01 09:00 a 5 withdrawal 0.02 reviewed Up
            """),
        Ledger(
            "intermediates have 128 bits: a product beyond 64 bits may be divided by its unit and fit again",
            [Rule("product", .require(.amount * .millionths(1_500_000) > .dollars(1)))],
            """
            2000-01-01 09:00 a 1 load 61489146912365171.84 accepted
            2000-01-01 09:00 b 2 load 61489146912365172.05 declined by product as ArithmeticError
            """),
    ]
}
