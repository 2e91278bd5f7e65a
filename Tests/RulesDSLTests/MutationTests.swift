import Engine
import RulesDSL
import Testing

/// Which small changes of rules are tried, and that each is one a person could have made.
struct MutationTests {
    private static let rich = """
        policy   "Test"
        currency USD
        timezone "Europe/Paris"
        week     starts monday
        late     up to 2 days
        field tier : text optional
        field kept : boolean default false
        list vip : text ["17", "42"]
        table cap by tier { "a": $10.00  "b": $20.00  else: $20.00 }
        let usual = average amount on load per customer per rolling 30 days or $5.00
        unique once { key id, kind per customer  within 30 days  conflict on amount, tier decline as Changed
          else ignore }
        limit daily { on load where not kept  sum amount per customer, tier per day  at most cap
          unless customer in vip  active from 2026-01-01 until 2026-02-01  else review as Daily }
        limit tries { count of attempts across everyone per week  at most 3 }
        require steady { on withdrawal  that amount < 2 * usual and (tier or "none") is not "x"  mode shadow }

        """

    private func mutated(_ text: String) -> MutatedPolicies {
        MutatedPolicies(
            SourceMap([SourceFile(name: "test.rules", text: text)]), vocabulary: AccountVocabulary.vocabulary,
            resources: TestResources.resources)
    }

    /// `before → after` for each change of rules under the plain header.
    private func changes(_ rules: String, of kind: Mutation.Kind? = nil) -> [String] {
        mutated(CheckedText.header + rules).mutations.filter { kind == nil || $0.kind == kind }
            .map { "\($0.before) → \($0.after)" }
    }

    @Test(arguments: [
        ("at most $5,000.00", ["$4,999.99", "$5,000.01"]), ("at most USD 7", ["USD 6.99", "USD 7.01"]),
        ("at most $0.00", ["$0.01"]), ("at most $999.99", ["$999.98", "$1,000.00"]),
    ])
    func `an amount is changed by the smallest unit, and never below zero`(bound: String, others: [String]) {
        let rules = "limit a { sum amount per customer per day  \(bound) }"
        #expect(changes(rules, of: .value) == others.map { "\(bound) → at most \($0)" })
    }

    @Test(arguments: [
        ("hour > 3", ["hour > 3 → hour > 4"]), ("hour >= 3", ["hour >= 3 → hour >= 2"]),
        ("hour < 3", ["hour < 3 → hour < 2"]), ("3 >= hour", ["3 >= hour → 4 >= hour"]),
        (
            "amount <= 0.5 * balance",
            [
                "that amount <= 0.5 * balance → that amount <= 0.4 * balance",
                "that amount <= 0.5 * balance → that amount <= 0.6 * balance",
            ]
        ),
        ("date < 2026-03-01", ["date < 2026-03-01 → date < 2026-02-28"]),
        ("time > 2026-01-01T00:00:00Z", ["time > 2026-01-01T00:00:00Z → time > 2026-01-01T00:00:01Z"]),
        ("weekday is sunday", ["weekday is sunday → weekday is monday"]),
        ("kind is load", []),
        ("customer is \"17\"", ["that customer is \"17\" → that customer is \"17-\""]),
    ])
    func `a value beside a comparison is moved to where the other sign would not reach`(
        condition: String, expected: [String]
    ) {
        #expect(changes("require a { that \(condition) }", of: .value) == expected)
    }

    @Test(arguments: [
        ("hour < 3", "hour <= 3"), ("hour <= 3", "hour < 3"), ("hour > 3", "hour >= 3"), ("hour >= 3", "hour > 3"),
        ("id is \"a\"", "id is not \"a\""), ("id in [\"a\"]", "id not in [\"a\"]"),
    ])
    func `a comparison becomes its neighbour, both ways`(one: String, other: String) {
        for (before, after) in [(one, other), (other, one)] {
            #expect(changes("require a { that \(before) }", of: .comparison) == ["\(before) → \(after)"])
        }
    }

    @Test func `conditions that are joined are parted, and what negates is left out`() {
        let found = changes("require a { that hour < 3 and not (hour > 5) and hour > 1 }", of: .logic)
        let whole = "that hour < 3 and not (hour > 5) and hour > 1"
        #expect(
            found == [
                "hour < 3 and → ", "and not (hour > 5) → ",
                "\(whole) → that hour < 3 or not (hour > 5) and hour > 1",
                "\(whole) → that hour < 3 and (hour > 5) and hour > 1", "and hour > 1 → ",
                "\(whole) → that hour < 3 and not (hour > 5) or hour > 1",
            ])
    }

    @Test(arguments: [
        ("day", ["week", "rolling 24 hours"]), ("week", ["day", "month"]), ("month", ["week", "year"]),
        ("year", ["month", "ever"]), ("ever", ["year"]),
    ])
    func `a window becomes the next smaller and the next larger one`(window: String, others: [String]) {
        let found = changes("limit a { count per customer per \(window)  at most 3 }", of: .window)
        #expect(
            found == others.map { "count per customer per \(window) → count per customer per \($0)" })
    }

    @Test func `lengths of time are changed by a second`() {
        let rules = "limit a { count per customer per rolling 24 hours  at most 3 }"
        #expect(
            changes(rules, of: .length) == [
                "count per customer per rolling 24 hours → count per customer per rolling 86399 seconds",
                "count per customer per rolling 24 hours → count per customer per rolling 86401 seconds",
            ])
    }

    @Test func `scopes lose a field, and gain one`() {
        let field = "field tier : text optional\n"
        #expect(
            changes(field + "limit a { count per customer, tier per day  at most 3 }", of: .scope) == [
                "count per customer, tier per day → count per tier per day",
                "count per customer, tier per day → count per customer per day",
            ])
        #expect(
            changes("limit a { count per customer per ever  at most 3 }", of: .scope) == [
                "count per customer per ever → count across everyone per ever"
            ])
        #expect(
            changes("limit a { count across everyone per ever  at most 3 }", of: .scope) == [
                "count across everyone per ever → count per customer per ever"
            ])
    }

    @Test func `what a rule does not say is changed, too`() {
        let found = changes("require a { that hour > 3 }")
        #expect(found.contains(" → on load") && found.contains(" → on withdrawal"))
        #expect(found.contains(" → else review"))
        #expect(found.contains("require a → "))
        #expect(changes("unique a { key id per customer }").contains(" → else ignore"))
    }

    @Test(arguments: [
        ("let a = $5.00\nrequire r { that hour > 3 }", "$5.01"),
        ("table t by hour { 1: 5  2: 6  else: 5 }\nrequire r { that hour > t }", "1: 5 → "),
        ("require r { that hour > 3  mode shadow  else review }", "else decline"),
        ("require r { that hour > 3  mode shadow }", "else review"),
        ("unique r { key id per customer  conflict decline as C  mode shadow }", "conflict"),
        ("limit r { count per customer per day  at most 3 }", "week starts"),
        ("field tier : text default \"a\"\nrequire r { that hour > 3 }", "\"a-\""),
    ])
    func `what can change no decision is left alone`(rules: String, change: String) {
        #expect(!changes(rules).contains { change.hasSuffix(" → ") ? $0 == change : $0.contains(change) })
    }

    @Test(arguments: [
        ("on load where customer is \"17\" that hour > 3", "customer is \"17\"", 1),
        ("that hour > 3 unless customer in [\"17\"]", "customer in [\"17\"]", 1),
        ("that hour > 3 unless not (customer is \"17\")", "not (customer is \"17\")", 1),
        ("that hour > 3 unless hour > 5 and hour < 9", "hour > 5 and hour < 9", 1),
    ])
    func `the opposite of a condition is tried once`(clauses: String, condition: String, times: Int) throws {
        let rules = "require a { \(clauses) }"
        let opposites: Set = [
            rules.replacing(condition, with: "not (\(condition))"), rules.replacing("is \"", with: "is not \""),
            rules.replacing("not (customer is \"17\")", with: "(customer is \"17\")"),
            rules.replacing(" in [", with: " not in ["),
        ]
        let texts = mutated(CheckedText.header + rules).mutations.map { mutation in
            var bytes = Array((CheckedText.header + rules).utf8)
            bytes.replaceSubrange(mutation.range.lower..<mutation.range.upper, with: mutation.replacement.utf8)
            return String(decoding: bytes.dropFirst(CheckedText.header.utf8.count), as: UTF8.self)
        }
        #expect(texts.filter { opposites.contains($0) && $0 != rules }.count == times, "\(texts)")
    }

    @Test(arguments: [
        ("kind { load: 5  withdrawal: 6  else: 7 }", false), ("kind { load: 5  else: 7 }", true),
        ("flag { true: 5  false: 6  else: 7 }", false), ("tier { \"load\": 5  \"withdrawal\": 6  else: 7 }", true),
    ])
    func `what a table says of everything else matters only where there is something else`(
        table: String, isTried: Bool
    ) {
        let fields = "field flag : boolean\nfield tier : text\n"
        let found = changes(fields + "table t by \(table)\nrequire r { that hour > t }", of: .value)
        #expect(found.contains("else: 7 → else: 8") == isTried, "\(found)")
    }

    @Test(arguments: [
        ("amount > $0.00", "amount > $0.01"), ("amount >= $0.01", "amount > $0.01"), ("hour <= 23", "hour < 23"),
        ("hour >= 0", "hour > 0"), ("$0.00 < amount", "$0.01 < amount"), ("hour < 24", "hour < 23"),
    ])
    func `what no amount and no hour can be is not tried`(condition: String, only: String) {
        let found = changes("require a { on load  that \(condition) }").filter { $0.contains(condition) }
        #expect(found.map { $0.replacing("that ", with: "") } == ["\(condition) → \(only)"])
    }

    @Test(arguments: [
        ("amount * 1 > fee", false), ("amount * 2 > fee", true), ("amount + $0.00 > fee", false),
        ("amount - $0.01 > fee", true), ("amount - ($0.00) > fee", false), ("amount * 1.0 > fee", false),
        ("1 * amount > fee", true),
    ])
    func `an operator whose opposite gives the same is left alone`(condition: String, isTried: Bool) {
        let found = changes("field fee : money\nrequire a { that \(condition) }", of: .arithmetic)
        #expect(found.isEmpty != isTried, "\(found)")
    }

    @Test func `of something long the words around a change are shown`() {
        let rules = """
            let spent = sum amount on withdrawal where amount > $5.00 per customer per rolling 30 days
            let small = $50.00
            require a { that spent < small }
            """
        let found = changes(rules)
        #expect(found.contains("$50.00 → $50.01"))
        let (start, end) = ("… amount > $5.00", "per rolling 30 …")
        #expect(found.contains("\(start) per customer \(end) → \(start) across everyone \(end)"), "\(found)")
        #expect(found.contains("… customer per rolling 30 days → … customer per rolling 2592001 seconds"), "\(found)")
    }

    @Test func `every kind of change is found in a file that has everything`() {
        let found = Set(mutated(Self.rich).mutations.map(\.kind))
        let others: Set<Mutation.Kind> = [.branch]
        #expect(found == Set(Mutation.Kind.allCases).subtracting(others))
        #expect(changes("require r { that hour > (if hour > 3 then 1 else 2) }", of: .branch).count == 2)
    }

    @Test func `nearly every change makes a policy, which is another one`() throws {
        let policies = mutated(Self.rich)
        var refused: [String] = []
        for mutation in policies.mutations {
            let file = policies.sources.files[mutation.range.file.index]
            let written = Array(file.bytes[mutation.range.lower..<mutation.range.upper])
            #expect(written != Array(mutation.replacement.utf8))
            #expect(!mutation.advice.isEmpty && mutation.before != mutation.after)
            if policies.mutant(mutation) == nil { refused.append("\(mutation.before) → \(mutation.after)") }
        }
        // Money can't be what a number is divided by.
        #expect(refused.count == 1 && refused.allSatisfy { $0.contains("2 / usual") }, "\(refused)")
    }

    @Test func `a change in a file that another one includes is read from there`() throws {
        let policies = mutated(CheckedText.header + "include \"more.rules\"\nrequire a { that amount >= small }")
        let mutation = try #require(policies.mutations.first { $0.subject == "small" && $0.after == "$50.01" })
        #expect(policies.sources.position(of: mutation.range).file == "more.rules")
        #expect(policies.mutant(mutation) != nil)
    }
}
