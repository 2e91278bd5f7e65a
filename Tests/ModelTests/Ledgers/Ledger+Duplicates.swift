extension Ledger {
    /// "Duplicates."
    static let duplicates: [Ledger] = [
        Ledger(
            "A key is recorded when first seen, whatever became of that transaction",
            [
                Rule("small", .require(.amount < .dollars(5))), Rule("once", .key(.id), else: .ignore),
            ],
            """
            2000-01-01 09:00 a 1 load 5.00 declined by small as small
            2000-01-01 09:00 a 1 load 1.00 ignored by once
            2000-01-01 09:00 b 1 load 1.00 accepted
            """),
        Ledger(
            "an ignored repeat records nothing",
            [
                Rule("once", .key(.id), else: .ignore),
                Rule("amounts", .key(.amount), else: .decline),
                Rule("tries", .count(atMost: 2, ofAttempts: true)),
            ],
            """
            2000-01-01 09:00 a 1 load 5.00 accepted
            2000-01-01 09:00 a 1 load 6.00 ignored by once
            2000-01-01 09:00 a 2 load 6.00 accepted
            """),
        Ledger(
            "`else ignore` or `else decline`: a declined repeat records its other keys",
            [
                Rule("once", .key(.id), else: .decline, as: "Again"), Rule("amounts", .key(.amount), else: .decline),
            ],
            """
            2000-01-01 09:00 a 1 load 5.00 accepted
            2000-01-01 09:00 a 1 load 6.00 declined by once as Again
            2000-01-01 09:00 a 2 load 6.00 declined by amounts as amounts
            """),
        Ledger(
            "`key` with `across everyone`: one customer's key is everybody's",
            [Rule("once", .key(.id, per: nil), else: .ignore)],
            """
            2000-01-01 09:00 a 1 load 5.00 accepted
            2000-01-01 09:00 b 1 load 5.00 ignored by once
            """),
        Ledger(
            "a comma makes one composite key",
            [Rule("once", .key(.amount, .date), else: .ignore)],
            """
            2000-01-01 09:00 a 1 load       5.00 accepted
            2000-01-01 10:00 a 2 load       6.00 accepted
            2000-01-02 00:00 a 3 load       5.00 accepted
            2000-01-01 23:59 a 4 withdrawal 5.00 ignored by once
            """),
        Ledger(
            "alternatives are several rules, each with its own memory",
            [
                Rule("ids", .key(.id), else: .ignore), Rule("times", .key(.time), on: [.load], else: .decline),
            ],
            """
            2000-01-01 09:00 a 1 load       5.00 accepted
            2000-01-01 09:00 a 2 withdrawal 5.00 accepted
            2000-01-01 09:00 a 3 load       5.00 declined by times as times
            2000-01-01 09:00 a 3 load       5.00 ignored by ids
            """),
        Ledger(
            """
            The same key with another payload is a conflict: without a `conflict` clause it has the `else` \
            outcome too
            """,
            [Rule("once", .key(.id), else: .ignore, as: "Again")],
            """
            2000-01-01 09:00 a 1 load       5.00 accepted
            2000-01-02 10:00 a 1 withdrawal 7.00 ignored by once
            """),
        Ledger(
            "A `unique` with `on … where` neither checks nor remembers the others",
            [Rule("once", .key(.id), on: [.load], where: .amount > .dollars(1), else: .ignore)],
            """
            2000-01-01 09:00 a 1 withdrawal 5.00 accepted
            2000-01-01 09:00 a 1 load       1.00 accepted
            2000-01-01 09:00 a 1 load       5.00 accepted
            2000-01-01 09:00 a 1 load       1.00 accepted
            2000-01-01 09:00 a 1 load       6.00 ignored by once
            """),
    ]
}
