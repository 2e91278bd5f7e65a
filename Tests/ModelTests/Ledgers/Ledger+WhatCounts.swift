extension Ledger {
    /// "What counts."
    static let whatCounts: [Ledger] = [
        Ledger(
            "`on … where` chooses what a rule counts and checks",
            [Rule("large-loads", .count(atMost: 1), on: [.load], where: .amount > .dollars(10))],
            """
            2000-01-01 09:00 a 1 load       10.00 accepted
            2000-01-01 09:00 a 2 load       10.00 accepted
            2000-01-01 09:00 a 3 withdrawal 10.01 accepted
            2000-01-01 09:00 a 4 load       10.01 accepted
            2000-01-01 09:00 a 5 load       10.01 declined by large-loads as large-loads (1 + 1 > 1)
            2000-01-01 09:00 a 6 load       10.00 accepted
            """),
        Ledger(
            "`unless` only exempts from the check: an exempt transaction is still counted",
            [Rule("number", .count(atMost: 1), unless: .amount.is(.dollars(7)))],
            """
            2000-01-01 09:00 a 1 load 7.00 accepted
            2000-01-01 09:00 a 2 load 7.00 accepted
            2000-01-01 09:00 a 3 load 8.00 declined by number as number (2 + 1 > 1)
            2000-01-01 09:00 a 4 load 7.00 accepted
            """),
        Ledger(
            "an exempt transaction is still counted: a `unique` remembers its key",
            [Rule("once", .key(.id), unless: .hour < 6)],
            """
            2000-01-01 05:00 a 1 load 1.00 accepted
            2000-01-01 05:00 a 1 load 1.00 accepted
            2000-01-01 06:00 a 1 load 1.00 declined by once as once
            """),
        Ledger(
            "Only accepted transactions change balance and windows",
            [
                Rule("funds", .require(.balance >= .amount), on: [.withdrawal], as: "InsufficientFunds"),
                Rule("total", .sum(atMost: .dollars(10)), on: [.load]),
            ],
            """
            2000-01-01 09:00 a 1 withdrawal  0.01 declined by funds as InsufficientFunds
            2000-01-01 09:00 a 2 load        6.00 accepted
            2000-01-01 09:00 a 3 load        4.01 declined by total as total (6.00 + 4.01 > 10.00)
            2000-01-01 09:00 a 4 load        4.00 accepted
            2000-01-01 09:00 a 5 withdrawal 10.01 declined by funds as InsufficientFunds
            2000-01-01 09:00 a 6 withdrawal 10.00 accepted
            2000-01-01 09:00 a 7 withdrawal  0.01 declined by funds as InsufficientFunds
            """),
        Ledger(
            "accepted transactions (reviewed ones included)",
            [
                Rule("odd", .require(.amount < .dollars(5)), else: .review, as: "Odd"),
                Rule("number", .count(atMost: 1)),
                Rule("funds", .require(.balance >= .amount), on: [.withdrawal]),
            ],
            """
            2000-01-01 09:00 a 1 load       5.00 reviewed Odd
            2000-01-01 09:00 a 2 load       1.00 declined by number as number
            2000-01-02 09:00 a 3 withdrawal 5.00 reviewed Odd
            """),
        Ledger(
            "A failed review of a limit is accepted, and so it counts in that limit too",
            [Rule("number", .count(atMost: 1), else: .review, as: "Many")],
            """
            2000-01-01 09:00 a 1 load 5.00 accepted
            2000-01-01 09:00 a 2 load 5.00 reviewed Many
            2000-01-01 09:00 a 3 load 5.00 reviewed Many
            """),
        Ledger(
            "A decline adds to nothing but `of attempts` and the remembered keys",
            [
                Rule("once", .key(.id), else: .ignore, as: "Again"),
                Rule("number", .count(atMost: 2)),
                Rule("small", .require(.amount < .dollars(5))),
                Rule("tries", .count(atMost: 3, ofAttempts: true), else: .review, as: "Tries"),
            ],
            """
            2000-01-01 09:00 a 1 load 5.00 declined by small as small
            2000-01-01 09:00 a 1 load 1.00 ignored by once
            2000-01-01 09:00 a 2 load 1.00 accepted
            2000-01-01 09:00 a 3 load 1.00 accepted
            2000-01-01 09:00 a 4 load 1.00 declined by number as number (2 + 1 > 2) also tries
            """),
        Ledger(
            "`of attempts` are all transactions that match `on` and were not ignored, this one included",
            [
                Rule("once", .key(.id), else: .ignore),
                Rule("tries", .count(atMost: 2, ofAttempts: true), on: [.load], where: .amount > .dollars(1)),
            ],
            """
            2000-01-01 09:00 a 1 load       5.00 accepted
            2000-01-01 09:00 a 1 load       5.00 ignored by once
            2000-01-01 09:00 a 2 withdrawal 5.00 accepted
            2000-01-01 09:00 a 3 load       1.00 accepted
            2000-01-01 09:00 a 4 load       5.00 accepted
            2000-01-01 09:00 a 5 load       5.00 declined by tries as tries (2 + 1 > 2)
            2000-01-01 09:00 a 6 load       5.00 declined by tries as tries (3 + 1 > 2)
            """),
        Ledger(
            "`of attempts` … whichever rule declines it",
            [
                Rule("tries", .sum(atMost: .dollars(10), ofAttempts: true)),
                Rule("small", .require(.amount < .dollars(5))),
            ],
            """
            2000-01-01 09:00 a 1 load 9.00 declined by small as small
            2000-01-01 09:00 a 2 load 1.01 declined by tries as tries (9.00 + 1.01 > 10.00)
            2000-01-02 09:00 a 3 load 1.01 accepted
            """),
        Ledger(
            "`across everyone` counts all customers together, `per customer` each alone",
            [
                Rule("all", .count(atMost: 3, perCustomer: false)), Rule("own", .count(atMost: 2)),
            ],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 09:00 a 2 load 1.00 accepted
            2000-01-01 09:00 a 3 load 1.00 declined by own as own
            2000-01-01 09:00 b 4 load 1.00 accepted
            2000-01-01 09:00 c 5 load 1.00 declined by all as all
            2000-01-02 09:00 c 5 load 1.00 accepted
            """),
        Ledger(
            "ids and customers are compared as bytes",
            [Rule("own", .count(atMost: 1, per: .ever)), Rule("once", .key(.id, per: nil))],
            """
            2000-01-01 09:00 7   1    load 1.00 accepted
            2000-01-01 09:00 07  01   load 1.00 accepted
            2000-01-01 09:00 ７  １   load 1.00 accepted
            2000-01-01 09:00 é   2    load 1.00 accepted
            2000-01-01 09:00 e\u{301} 3 load 1.00 accepted
            2000-01-01 09:00 7   1    load 1.00 declined by own as own also once
            """),
    ]
}
