extension Ledger {
    private static let merchant = DeclaredField(name: "merchant", type: .text, presence: .optional)
    private static let tier = DeclaredField(name: "tier", type: .text, presence: .defaults(to: .text(Text("basic"))))
    private static let fee = DeclaredField(name: "fee", type: .money, path: ["costs", "fee"])

    private static func per(_ fields: DeclaredField...) -> [Field] { [.customer] + fields.map { .declared($0) } }

    /// "Fields." and "Missing fields."
    static let fields: [Ledger] = [
        Ledger(
            "an optional field is used with `or`, which supplies what it lacks",
            [Rule("known", .require(Term.fallback(merchant, .text("??")).isNot(.text("??"))), else: .review)],
            fields: [merchant],
            """
            2000-01-01 09:00 a 1 load 1.00 merchant=ACME accepted
            2000-01-01 09:00 a 2 load 1.00 reviewed known
            2000-01-01 09:00 a 3 load 1.00 merchant= accepted
            2000-01-01 09:00 a 4 load 1.00 merchant=?? reviewed known
            """),
        Ledger(
            "in `per`, missing is one key of its own, and not the empty text",
            [Rule("burst", .limit(.count, atMost: 1, per(merchant)))], fields: [merchant],
            """
            2000-01-01 09:00 a 1 load 1.00 merchant=ACME accepted
            2000-01-01 09:00 a 2 load 1.00 accepted
            2000-01-01 09:00 a 3 load 1.00 merchant= accepted
            2000-01-01 09:00 a 4 load 1.00 merchant=acme accepted
            2000-01-01 09:00 a 5 load 1.00 declined by burst as burst (1 + 1 > 1)
            2000-01-01 09:00 a 6 load 1.00 merchant=ACME declined by burst as burst (1 + 1 > 1)
            2000-01-01 09:00 b 7 load 1.00 accepted
            """),
        Ledger(
            "without `customer` in `per`, all who share the field share the counter",
            [Rule("burst", .limit(.count, atMost: 1, [.declared(merchant)]))], fields: [merchant],
            """
            2000-01-01 09:00 a 1 load 1.00 merchant=ACME accepted
            2000-01-01 09:00 b 2 load 1.00 merchant=ACME declined by burst as burst
            2000-01-01 09:00 b 3 load 1.00 merchant=BOND accepted
            """),
        Ledger(
            "`default` is what an absent one is",
            [Rule("basic", .count(atMost: 1), on: [.load], where: Term.field(.declared(tier)).is(.text("basic")))],
            fields: [tier],
            """
            2000-01-01 09:00 a 1 load 1.00 accepted
            2000-01-01 09:00 a 2 load 1.00 tier=gold accepted
            2000-01-01 09:00 a 3 load 1.00 tier=basic declined by basic as basic
            """),
        Ledger(
            "a field may lie deeper in the line, and be money below zero",
            [Rule("net", .require(.amount + .field(.declared(fee)) > .cents(0)))], fields: [fee],
            """
            2000-01-01 09:00 a 1 load 1.00 fee=-0.99 accepted
            2000-01-01 09:00 a 2 load 1.00 fee=-1.00 declined by net as net
            2000-01-01 09:00 a 3 load 1.00 fee=0.00 accepted
            """),
        Ledger(
            "missing is a value of its own in `key` and `distinct`",
            [
                Rule("once", .key(.declared(merchant)), else: .ignore),
                Rule("many", .limit(.distinct(.declared(merchant)), atMost: 2, per: .ever)),
            ], fields: [merchant],
            """
            2000-01-01 09:00 a 1 load 1.00 merchant=A accepted
            2000-01-01 09:00 a 2 load 1.00 accepted
            2000-01-01 09:00 a 3 load 1.00 ignored by once
            2000-01-01 09:00 a 4 load 1.00 merchant= declined by many as many
            """),
    ]

    /// "`list`, `table`."
    static let listsAndTables: [Ledger] = [
        Ledger(
            "`in` a list, in place or from a file",
            [
                Rule("tiny", .require(.amount < .dollars(2)), unless: .listed(.customer, in: "vip", isNegated: false)),
                Rule("even", .require(.listed(.amount, in: "odd", isNegated: true)), else: .review),
            ],
            lists: [
                ModelList(
                    name: "vip", type: .text, members: [.text(Text("a")), .text(Text("\"b\""))], file: "lists/vip.txt"),
                ModelList(name: "odd", type: .money, members: [.money(100), .money(500)]),
            ],
            """
            2000-01-01 09:00 a   1 load 5.00 reviewed even
            2000-01-01 09:00 "b" 2 load 5.01 accepted
            2000-01-01 09:00 A   3 load 5.00 declined by tiny as tiny also even
            """),
        Ledger(
            "a table gives a value for each value of its field, and `else` for all others and for none",
            [Rule("cap", .sum(atMost: .name("daily-cap")))], fields: [merchant],
            tables: [
                ModelTable(
                    name: "daily-cap", key: .declared(merchant), type: .money,
                    entries: [.init(key: .text(Text("A")), value: .dollars(3))], otherwise: .dollars(1))
            ],
            """
            2000-01-01 09:00 a 1 load 2.00 merchant=A accepted
            2000-01-01 09:00 a 2 load 1.00 merchant=A accepted
            2000-01-01 09:00 b 3 load 2.00 declined by cap as cap (0.00 + 2.00 > 1.00)
            2000-01-01 09:00 b 4 load 1.01 merchant=B declined by cap as cap (0.00 + 1.01 > 1.00)
            """),
    ]

    private static func fails(_ name: String, _ function: ModelFunction, _ arguments: Term...) -> Rule {
        Rule(name, .require(.not(.call(function, arguments))), else: .review)
    }

    /// "Functions."
    static let functions: [Ledger] = [
        Ledger(
            "texts are compared byte by byte, and as long as they have scalars",
            [
                fails("begins", .startsWith, .id, .text("ab")), fails("ends", .endsWith, .id, .text("ab")),
                fails("has", .contains, .id, .text("b")), fails("all", .contains, .id, .text("")),
                Rule("long", .require(.call(.length, [.id]) < 3), else: .review),
            ],
            """
            2000-01-01 09:00 a ab       load 1.00 reviewed begins, ends, has, all
            2000-01-01 09:00 a abb      load 1.00 reviewed begins, has, all, long
            2000-01-01 09:00 a cab      load 1.00 reviewed ends, has, all, long
            2000-01-01 09:00 a AB       load 1.00 reviewed all
            2000-01-01 09:00 a é        load 1.00 reviewed all
            2000-01-01 09:00 a e\u{301}e load 1.00 reviewed all, long
            """),
        Ledger(
            "a glob matches the whole text: `*` any run, `?` one character, `\\` takes one as it is",
            [
                fails("run", .matches, .id, .text("a*b")), fails("one", .matches, .id, .text("a?b")),
                fails("star", .matches, .id, .text("a\\*b")),
            ],
            """
            2000-01-01 09:00 a ab   load 1.00 reviewed run
            2000-01-01 09:00 a a*b  load 1.00 reviewed run, one, star
            2000-01-01 09:00 a aéb  load 1.00 reviewed run, one
            2000-01-01 09:00 a axxb load 1.00 reviewed run
            2000-01-01 09:00 a abc  load 1.00 accepted
            """),
        Ledger(
            "`round` goes to the nearest multiple, halves to the even one",
            [
                Rule("nickel", .require(.call(.round, [.amount, .cents(10)]).is(.cents(20))), else: .review),
                Rule("whole", .require(.call(.round, [.amount / .dollars(1)]).is(0)), else: .review),
            ],
            """
            2000-01-01 09:00 a 1 load 0.15 accepted
            2000-01-01 09:00 a 2 load 0.25 accepted
            2000-01-01 09:00 a 3 load 0.26 reviewed nickel
            2000-01-01 09:00 a 4 load 0.50 reviewed nickel
            2000-01-01 09:00 a 5 load 1.50 reviewed nickel, whole
            """),
        Ledger(
            "`min`, `max` and `abs`",
            [
                Rule(
                    "lowest", .require(.call(.min, [.amount, .dollars(3), .dollars(2)]) < .dollars(2)), else: .review),
                Rule("highest", .require(.call(.max, [.hour, 9]).is(9)), else: .review),
                Rule("far", .require(.call(.abs, [.amount - .dollars(5)]) < .dollars(4)), else: .review),
            ],
            """
            2000-01-01 08:00 a 1 load  1.00 reviewed far
            2000-01-01 09:00 a 2 load  1.99 accepted
            2000-01-01 10:00 a 3 load  2.00 reviewed lowest, highest
            2000-01-01 09:00 a 4 load 10.00 reviewed lowest, far
            """),
    ]
}
