extension Ledger {
    private static let hour: Int64 = 3600
    private static let tier = DeclaredField(name: "tier", type: .text, presence: .optional)

    /// "`within`."
    static let repeats: [Ledger] = [
        Ledger(
            "`within` counts from the remembered one, up to its end and not at it",
            [Rule("once", .key(.amount, within: hour), else: .decline)],
            """
            2000-01-01 09:00:00 a 1 load 1.00 accepted
            2000-01-01 09:59:59 a 2 load 1.00 declined by once as once
            2000-01-01 10:00:00 a 3 load 1.00 accepted
            2000-01-01 10:59:59 a 4 load 1.00 declined by once as once
            """),
        Ledger(
            "one that is earlier than the remembered one is a repeat too",
            [Rule("once", .key(.amount, within: hour), else: .decline)],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            1999-01-01 09:00 a 2 load 1.00 declined by once as once
            2000-01-01 10:00 a 3 load 1.00 accepted
            2000-01-01 09:30 a 4 load 1.00 declined by once as once
            """),
        Ledger(
            "a key that is free again is remembered anew, unless the transaction is ignored",
            [
                Rule("amounts", .key(.amount, within: hour), else: .decline), Rule("ids", .key(.id), else: .ignore),
                Rule("small", .require(.amount < .dollars(5))),
            ],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 10:00 a 1 load 1.00 ignored by ids
            2000-01-01 10:30 a 2 load 1.00 accepted
            2000-01-01 11:00 a 3 load 1.00 declined by amounts as amounts
            2000-01-01 09:00 a 4 load 5.00 declined by small as small
            2000-01-01 09:30 a 5 load 5.00 declined by amounts as amounts also small
            """),
    ]

    /// "`conflict`."
    static let conflicts: [Ledger] = [
        Ledger(
            "the same key with another payload is a conflict: amount, kind and declared fields, not the time",
            [Rule("once", .key(.id, conflict: .init(fields: nil, code: "Changed")), else: .ignore)], fields: [tier],
            """
            2000-01-01 09:00 a 1 load       1.00 tier=gold accepted
            2000-01-01 10:00 a 1 load       1.00 tier=gold ignored by once
            2000-01-01 09:00 a 1 load       1.01 tier=gold declined by once as Changed
            2000-01-01 09:00 a 1 withdrawal 1.00 tier=gold declined by once as Changed
            2000-01-01 09:00 a 1 load       1.00 declined by once as Changed
            2000-01-01 09:00 a 1 load       1.00 tier=gold ignored by once
            """),
        Ledger(
            "or those fields that `conflict on` names",
            [Rule("once", .key(.id, conflict: .init(fields: [.date], code: "OtherDay")), else: .decline, as: "Again")],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 10:00 a 1 load 9.00 declined by once as Again
            2000-01-02 10:00 a 1 load 1.00 declined by once as OtherDay
            """),
        Ledger(
            "missing on both sides is no difference",
            [Rule("once", .key(.id, conflict: .init(fields: [.declared(tier)], code: "Changed")), else: .ignore)],
            fields: [tier],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 09:00 a 1 load 2.00 ignored by once
            2000-01-01 09:00 a 1 load 2.00 tier= declined by once as Changed
            """),
    ]

    /// "`active from … until …`."
    static let activity: [Ledger] = [
        Ledger(
            "outside of its dates a rule does not check, by the transaction's own time, and counts all the same",
            [
                Rule(
                    "loads", .count(atMost: 1, per: .ever),
                    active: Active(
                        from: .date(Calendar.dayNumber(year: 2000, month: 1, day: 2)),
                        until: .date(Calendar.dayNumber(year: 2000, month: 1, day: 3))))
            ],
            """
            2000-01-01 23:59:59 a 1 load 1.00 accepted
            2000-01-01 23:59:59 a 2 load 1.00 accepted
            2000-01-02 00:00:00 a 3 load 1.00 declined by loads as loads (2 + 1 > 1)
            2000-01-02 23:59:59 a 4 load 1.00 declined by loads as loads (2 + 1 > 1)
            2000-01-03 00:00:00 a 5 load 1.00 accepted
            2000-01-01 00:00:00 a 6 load 1.00 accepted
            """),
        Ledger(
            "a date is its first second in the policy's zone",
            [
                Rule(
                    "none", .require(.no),
                    active: Active(from: .date(Calendar.dayNumber(year: 2024, month: 3, day: 31))))
            ], zone: ModelZone.known[0],
            """
            2024-03-30 22:59:59 a 1 load 1.00 accepted
            2024-03-30 23:00:00 a 2 load 1.00 declined by none as none
            """),
        Ledger(
            "a `where` that can't be computed fails also outside of the dates, an `unless` does not",
            [
                Rule(
                    "filtered", .require(.yes), on: [.load], where: .dollars(1) / (.amount - .dollars(7)) > 0,
                    active: Active(until: .time(0))),
                Rule(
                    "exempted", .require(.no), unless: .dollars(1) / (.amount - .dollars(8)) > 0,
                    active: Active(until: .time(0))),
            ],
            """
            2000-01-01 09:00 a 1 load 7.00 declined by filtered as ArithmeticError
            2000-01-01 09:00 a 2 load 8.00 accepted
            """),
    ]

    /// "`mode shadow`."
    static let shadows: [Ledger] = [
        Ledger(
            "a shadow rule is evaluated and never decides",
            [
                Rule("strict", .count(atMost: 1), isShadow: true, as: "Strict"),
                Rule("odd", .require(.amount < .dollars(5)), isShadow: true, else: .review, as: "Odd"),
                Rule("once", .key(.id), isShadow: true, else: .ignore),
            ],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 09:00 a 2 load 1.00 accepted shadow strict
            2000-01-01 09:00 a 2 load 5.00 accepted shadow strict, odd, once
            """),
        Ledger(
            "it counts what was really accepted",
            [
                Rule("strict", .count(atMost: 1), isShadow: true),
                Rule("small", .require(.amount < .dollars(5))),
            ],
            """
            2000-01-01 09:00 a 1 load 5.00 declined by small as small
            2000-01-01 09:00 a 2 load 1.00 accepted
            2000-01-01 09:00 a 3 load 1.00 accepted shadow strict
            2000-01-01 09:00 a 4 load 5.00 declined by small as small shadow strict
            """),
        Ledger(
            "what can't be computed, or comes too late, is only noted too",
            [
                Rule("ratio", .require(.dollars(1) / (.amount - .dollars(7)) < 9), isShadow: true),
                Rule("daily", .count(atMost: 9), isShadow: true),
            ],
            """
            2000-01-02 09:00 a 1 load 7.00 accepted shadow ratio
            2000-01-01 09:00 a 2 load 7.00 accepted shadow ratio, daily
            """),
    ]
}
