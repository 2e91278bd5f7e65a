extension Ledger {
    /// "Windows."
    static let windows: [Ledger] = [
        Ledger(
            "Half-open: midnight belongs to the day that begins",
            [Rule("daily", .count(atMost: 1))],
            """
            1999-12-31 23:59:59 a 1 load 1.00 accepted
            2000-01-01 00:00:00 a 2 load 1.00 accepted
            2000-01-01 23:59:59 a 3 load 1.00 declined by daily as daily
            2000-01-02 00:00:00 a 4 load 1.00 accepted
            """),
        Ledger(
            "A week begins on the day that the policy says: monday",
            [Rule("weekly", .count(atMost: 1, per: .week))],
            """
            2000-01-02 23:59:59 a 1 load 1.00 accepted
            2000-01-03 00:00:00 a 2 load 1.00 accepted
            2000-01-09 23:59:59 a 3 load 1.00 declined by weekly as weekly
            2000-01-10 00:00:00 a 4 load 1.00 accepted
            """),
        Ledger(
            "A week begins on the day that the policy says: sunday",
            [Rule("weekly", .count(atMost: 1, per: .week))], weekStart: 6,
            """
            2000-01-01 23:59:59 a 1 load 1.00 accepted
            2000-01-02 00:00:00 a 2 load 1.00 accepted
            2000-01-08 23:59:59 a 3 load 1.00 declined by weekly as weekly
            2000-01-09 00:00:00 a 4 load 1.00 accepted
            """),
        Ledger(
            "A week does not end with the year, nor at the epoch",
            [Rule("weekly", .count(atMost: 1, per: .week))],
            """
            1969-12-29 00:00 a 1 load 1.00 accepted
            1969-12-31 23:59 a 2 load 1.00 declined by weekly as weekly
            1970-01-04 23:59 a 3 load 1.00 declined by weekly as weekly
            1970-01-05 00:00 a 4 load 1.00 accepted
            """),
        Ledger(
            "Months are as long as they are, February of leap years included",
            [Rule("monthly", .count(atMost: 1, per: .month))],
            """
            2023-02-28 23:59:59 a 1 load 1.00 accepted
            2023-03-01 00:00:00 a 2 load 1.00 accepted
            2024-02-28 23:59:59 a 3 load 1.00 accepted
            2024-02-29 23:59:59 a 4 load 1.00 declined by monthly as monthly
            2024-03-01 00:00:00 a 5 load 1.00 accepted
            """),
        Ledger(
            "A year is a calendar year, before the epoch too",
            [Rule("yearly", .count(atMost: 1, per: .year))],
            """
            1899-01-01 00:00:00 a 1 load 1.00 accepted
            1899-12-31 23:59:59 a 2 load 1.00 declined by yearly as yearly
            1900-01-01 00:00:00 a 3 load 1.00 accepted
            1969-12-31 23:59:59 a 4 load 1.00 accepted
            1970-01-01 00:00:00 a 5 load 1.00 accepted
            """),
        Ledger(
            "`unique` and `ever` never close",
            [
                Rule("for-good", .count(atMost: 2, per: .ever), as: "Ever"),
                Rule("once", .key(.id), else: .ignore),
            ],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            1970-01-01 09:00 a 2 load 1.00 accepted
            0001-01-01 09:00 a 2 load 1.00 declined by for-good as Ever (2 + 1 > 2) also once
            1999-01-01 09:00 b 2 load 1.00 accepted
            0000-01-01 00:00 b 2 load 1.00 ignored by once
            """),
        Ledger(
            "`weekday`, `hour` and `date` are of the transaction's own time",
            [
                Rule(
                    "weekend", .require(.not(.weekday.isIn([.literal(.weekday(5)), .literal(.weekday(6))]))),
                    else: .review),
                Rule("night", .require(.hour >= 6), else: .review),
                Rule("new-year", .require(.date.isNot(.day(2000, 1, 1))), else: .review),
            ],
            """
            2000-01-01 05:59:59 a 1 load 1.00 reviewed weekend, night, new-year
            1999-12-31 23:59:59 a 2 load 1.00 accepted
            2000-01-02 00:00:00 a 3 load 1.00 reviewed weekend, night
            1969-12-27 06:00:00 a 4 load 1.00 reviewed weekend
            """),
    ]

    /// "A transaction belongs to the window of its own time", and what becomes of late ones.
    static let lateness: [Ledger] = [
        Ledger(
            "A window of a cell is closed once a transaction counted in that cell lies at or past its end",
            [Rule("daily", .count(atMost: 5), as: "Daily")],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 23:59 a 2 load 1.00 accepted
            2000-01-01 08:00 a 3 load 1.00 accepted
            2000-01-02 00:00 a 4 load 1.00 accepted
            2000-01-01 23:59 a 5 load 1.00 declined by daily as TransactionTooLate
            2000-01-01 23:59 b 6 load 1.00 accepted
            """),
        Ledger(
            "closed once a transaction *counted* … lies past its end: a declined one closes nothing",
            [
                Rule("small", .require(.amount < .dollars(5))), Rule("daily", .count(atMost: 5)),
            ],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-02 09:00 a 2 load 5.00 declined by small as small
            2000-01-01 09:00 a 3 load 1.00 accepted
            2000-01-02 09:00 a 4 load 1.00 accepted
            2000-01-01 09:00 a 5 load 1.00 declined by daily as TransactionTooLate
            """),
        Ledger(
            "counted *in that cell*: what a rule does not count closes none of its windows",
            [Rule("loads", .count(atMost: 5), on: [.load])],
            """
            2000-01-01 09:00 a 1 load       1.00 accepted
            2000-01-03 09:00 a 2 withdrawal 1.00 accepted
            2000-01-01 09:00 a 3 load       1.00 accepted
            """),
        Ledger(
            "in `of attempts` a declined transaction closes the window that it lies past",
            [
                Rule("small", .require(.amount < .dollars(5))),
                Rule("tries", .count(atMost: 5, ofAttempts: true), as: "Tries"),
            ],
            """
            2000-01-02 09:00 a 1 load 5.00 declined by small as small
            2000-01-01 09:00 a 2 load 1.00 declined by tries as TransactionTooLate
            """),
        Ledger(
            "fails, in its turn, with the cause `TransactionTooLate` and its own outcome",
            [
                Rule("first", .require(.amount < .dollars(5)), as: "First"),
                Rule("daily", .count(atMost: 9), else: .review, as: "Many"),
                Rule("weekly", .count(atMost: 9, per: .week), as: "Weekly"),
            ],
            """
            2000-01-10 09:00 a 1 load 1.00 accepted
            2000-01-11 09:00 a 2 load 1.00 accepted
            2000-01-10 09:00 a 3 load 1.00 reviewed TransactionTooLate
            2000-01-10 09:00 a 4 load 5.00 declined by first as First also daily
            2000-01-09 09:00 a 5 load 1.00 declined by weekly as TransactionTooLate also daily
            """),
        Ledger(
            "A late transaction that only failed a review is accepted, and adds nothing to the closed window",
            [
                Rule("daily", .count(atMost: 2), else: .review, as: "Many"),
                Rule("weekly", .count(atMost: 3, per: .week)),
            ],
            """
            2000-01-03 09:00 a 1 load 1.00 accepted
            2000-01-04 09:00 a 2 load 1.00 accepted
            2000-01-03 09:00 a 3 load 1.00 reviewed TransactionTooLate
            2000-01-04 09:00 a 4 load 1.00 declined by weekly as weekly
            """),
        Ledger(
            "An exempt transaction is not checked, even if its window is closed, and a closed window takes nothing",
            [Rule("daily", .count(atMost: 1), unless: .amount > .dollars(5))],
            """
            2000-01-02 09:00 a 1 load 1.00 accepted
            2000-01-01 09:00 a 2 load 6.00 accepted
            2000-01-02 09:00 a 3 load 1.00 declined by daily as daily (1 + 1 > 1)
            """),
        Ledger(
            "Inside open windows counts do not depend on the order of arrival",
            [Rule("weekly", .sum(atMost: .dollars(5), per: .week))],
            """
            2000-01-05 09:00 a 1 load 2.00 accepted
            2000-01-03 00:00 a 2 load 2.00 accepted
            2000-01-09 23:59 a 3 load 1.00 accepted
            2000-01-04 09:00 a 4 load 0.01 declined by weekly as weekly (5.00 + 0.01 > 5.00)
            """),
        Ledger(
            "One sender's wrong clock would decline all others",
            [Rule("all", .count(atMost: 9, perCustomer: false))],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2099-01-01 09:00 b 2 load 1.00 accepted
            2000-01-01 09:00 a 3 load 1.00 declined by all as TransactionTooLate
            2000-01-02 09:00 c 4 load 1.00 declined by all as TransactionTooLate
            """),
    ]
}
