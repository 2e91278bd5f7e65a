extension Ledger {
    /// "One transaction."
    static let oneTransaction: [Ledger] = [
        Ledger(
            "`amount` is its magnitude, `kind` says `load` or `withdrawal`",
            [Rule("small", .require(.amount <= .dollars(10)), else: .decline, as: "TooMuch")],
            """
            2000-01-01 09:00 a 1 load        10.00 accepted
            2000-01-01 09:00 a 2 load        10.01 declined by small as TooMuch
            2000-01-01 09:00 a 3 withdrawal  10.00 accepted
            2000-01-01 09:00 a 4 withdrawal  10.01 declined by small as TooMuch
            """),
        Ledger(
            "Rules are evaluated top to bottom: the first failing `decline` decides",
            [
                Rule("first", .require(.amount < .dollars(10)), else: .decline, as: "First"),
                Rule("second", .require(.amount < .dollars(5)), else: .decline, as: "Second"),
            ],
            """
            2000-01-01 09:00 a 1 load  4.00 accepted
            2000-01-01 09:00 a 2 load  5.00 declined by second as Second
            2000-01-01 09:00 a 3 load 10.00 declined by first as First also second
            """),
        Ledger(
            "A failing `review` rule is noted and evaluation goes on",
            [
                Rule("odd", .require(.amount < .dollars(5)), else: .review, as: "Odd"),
                Rule("cap", .require(.amount < .dollars(10)), else: .decline, as: "Cap"),
            ],
            """
            2000-01-01 09:00 a 1 load  4.00 accepted
            2000-01-01 09:00 a 2 load  5.00 reviewed Odd
            2000-01-01 09:00 a 3 load 10.00 declined by cap as Cap also odd
            """),
        Ledger(
            "if none fails it is accepted, with the codes of all failed reviews",
            [
                Rule("night", .require(.hour >= 6), else: .review, as: "Night"),
                Rule("large", .require(.amount < .dollars(100)), else: .review, as: "Large"),
                Rule("larger", .require(.amount < .dollars(200)), else: .review, as: "Large"),
                Rule("withdrawn", .require(.kind.is(.on(.load))), else: .review),
            ],
            """
            2000-01-01 06:00 a 1 load        99.99 accepted
            2000-01-01 05:59 a 2 load       100.00 reviewed Night, Large
            2000-01-01 06:00 a 3 withdrawal 200.00 reviewed Large, withdrawn
            """),
        Ledger(
            "The explanation of a decline lists every other rule that would have failed",
            [
                Rule("duplicates", .key(.id), else: .ignore),
                Rule("night", .require(.hour >= 6), else: .review, as: "Night"),
                Rule("twice", .key(.amount), else: .ignore, as: "Twice"),
                Rule("number", .count(atMost: 1), as: "Count"),
                Rule("total", .sum(atMost: .dollars(5))),
            ],
            """
            2000-01-01 09:00 a 1 load  5.00 accepted
            2000-01-01 03:00 a 2 load  9.00 declined by number as Count (1 + 1 > 1) also night, total
            2000-01-01 03:00 a 2 load  9.00 ignored by duplicates
            2000-01-02 03:00 a 3 load  5.00 ignored by twice
            """),
        Ledger(
            "the first failing `decline` or `ignore` decides: a decline above an ignore declines the repeat",
            [
                Rule("number", .count(atMost: 1), else: .decline, as: "Count"),
                Rule("duplicates", .key(.id), else: .ignore, as: "Duplicate"),
            ],
            """
            2000-01-01 09:00 a 1 load  5.00 accepted
            2000-01-01 09:00 a 1 load  5.00 declined by number as Count also duplicates
            2000-01-02 09:00 a 1 load  5.00 ignored by duplicates
            """),
        Ledger(
            "`as CODE` is the machine-readable cause (without it, the rule's name)",
            [
                Rule("no-else", .require(.amount < .dollars(5))),
                Rule("no-code", .require(.amount < .dollars(4)), else: .review),
            ],
            """
            2000-01-01 09:00 a 1 load  4.00 reviewed no-code
            2000-01-01 09:00 a 2 load  5.00 declined by no-else as no-else also no-code
            """),
        Ledger(
            "A policy without rules accepts everything that fits",
            [],
            """
            2000-01-01 09:00 a 1 withdrawal  5.00 accepted
            2000-01-01 09:00 a 1 withdrawal  5.00 accepted
            """),
    ]
}
