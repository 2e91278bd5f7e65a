import Testing

/// A policy and transactions with what becomes of each: one sentence of the language's meaning, made exact.
struct Ledger: Sendable, CustomTestStringConvertible {
    /// The sentence, quoted.
    let sentence: String
    let policy: Policy
    /// `DATE CLOCK CUSTOMER ID KIND AMOUNT [FIELD=VALUE]… RESULT [shadow RULE, RULE]`, a line an entry; times are in
    /// UTC.
    let text: String

    init(
        _ sentence: String, _ rules: [Rule], lets: [Let] = [], weekStart: Int = 0, late: Int64 = 0,
        zone: ModelZone = .utc, fields: [DeclaredField] = [], lists: [ModelList] = [], tables: [ModelTable] = [],
        _ text: String
    ) {
        self.sentence = sentence
        policy = Policy(
            zone: zone, weekStart: weekStart, late: late, fields: fields, lists: lists, tables: tables, lets: lets,
            rules: rules)
        self.text = text
    }

    var testDescription: String { sentence }

    struct Entry {
        let text: String
        let transaction: Transaction
        let expected: Expectation
    }

    struct Expectation: Equatable {
        var verdict: Decision.Verdict
        /// The deciding rule and its code.
        var rule: String?
        var code: String?
        /// The codes of an accepted transaction's flags.
        var reviews: [String] = []
        /// The other failing rules of a decline.
        var others: [String] = []
        var usage: Failure.Usage?
        /// The failing rules that are only shadows.
        var shadows: [String] = []
    }

    func entries() throws -> [Entry] {
        try text.split(separator: "\n").map { line in
            var words = line.split(separator: " ").map(String.init)
            guard words.count >= 7, let kind = Kind.allCases.first(where: { $0.name == words[4] }) else {
                throw ModelMistake(what: String(line))
            }
            let time = try Self.time(words[0], words[1])
            var transaction = Transaction(
                id: Text(words[3]), customer: Text(words[2]), amount: try Self.cents(words[5]), kind: kind, time: time)
            words.removeFirst(6)
            transaction.declared = try declared(words.prefix { $0.contains("=") })
            words.removeAll { $0.contains("=") }
            return Entry(text: String(line), transaction: transaction, expected: try Self.expectation(words))
        }
    }

    private func declared(_ words: ArraySlice<String>) throws -> [String: Value] {
        var values: [String: Value] = [:]
        for case (let name, .defaults(let value)) in policy.fields.map({ ($0.name, $0.presence) }) {
            values[name] = value
        }
        for word in words {
            let parts = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard let field = policy.fields.first(where: { $0.name == parts[0] }) else {
                throw ModelMistake(what: word)
            }
            values[field.name] = try Self.value(field.type, parts[1])
        }
        return values
    }

    private static func value(_ type: ModelType, _ text: String) throws -> Value {
        switch type {
        case .text: return .text(Text(text))
        case .money: return .money(try cents(text))
        case .boolean: return .boolean(text == "true")
        case .number:
            guard let whole = Int64(text) else { throw ModelMistake(what: text) }
            return .number(whole * 1_000_000)
        case .time:
            let parts = text.split(separator: "T").map(String.init)
            return .time(try time(parts[0], parts[1]))
        case .duration, .date, .weekday, .kind: throw ModelMistake(what: text)
        }
    }

    // MARK: Reading an entry

    /// `accepted` · `reviewed A, B` · `declined by RULE as CODE (USED + THIS > LIMIT) also RULE, RULE` ·
    /// `ignored by RULE`
    private static func expectation(_ words: [String]) throws -> Expectation {
        if let index = words.firstIndex(of: "shadow") {
            var expected = try expectation(Array(words[..<index]))
            expected.shadows = words[(index + 1)...].map { $0.filter { $0 != "," } }
            return expected
        }
        let usage = try usage(words)
        let words = words.filter { $0 != "by" && $0 != "as" }
        let rest = words.dropFirst().map { $0.filter { $0 != "," } }
        switch words.first {
        case "accepted" where rest.isEmpty: return Expectation(verdict: .accepted)
        case "reviewed" where !rest.isEmpty: return Expectation(verdict: .accepted, reviews: rest)
        case "ignored" where rest.count == 1: return Expectation(verdict: .ignored, rule: rest[0])
        case "declined" where rest.count >= 2:
            let also = rest.firstIndex(of: "also").map { Array(rest[($0 + 1)...]) } ?? []
            return Expectation(verdict: .declined, rule: rest[0], code: rest[1], others: also, usage: usage)
        default: throw ModelMistake(what: words.joined(separator: " "))
        }
    }

    private static func usage(_ words: [String]) throws -> Failure.Usage? {
        guard let open = words.firstIndex(where: { $0.hasPrefix("(") }) else { return nil }
        let numbers = words[open...].prefix { $0 != "also" }.map { $0.filter { $0 != "(" && $0 != ")" } }
        guard numbers.count == 5, numbers[1] == "+", numbers[3] == ">" else {
            throw ModelMistake(what: words.joined(separator: " "))
        }
        let (used, this) = (try size(numbers[0]), try size(numbers[2]))
        return Failure.Usage(used: used, this: this, total: used + this, limit: try size(numbers[4]))
    }

    /// Money has a point, a count has none.
    private static func size(_ text: String) throws -> Int64 {
        if text.contains(".") { return try cents(text) }
        guard let count = Int64(text) else { throw ModelMistake(what: text) }
        return count * 1_000_000
    }

    private static func cents(_ text: String) throws -> Int64 {
        guard text.dropLast(2).hasSuffix("."), let cents = Int64(text.filter { $0 != "." && $0 != "," }) else {
            throw ModelMistake(what: text)
        }
        return cents
    }

    private static func time(_ date: String, _ clock: String) throws -> Int64 {
        let date = date.split(separator: "-").compactMap { Int($0) }
        let clock = clock.split(separator: ":").compactMap { Int64($0) } + [0]
        guard date.count == 3, clock.count >= 3 else { throw ModelMistake(what: "\(date) \(clock)") }
        let day = Calendar.dayNumber(year: date[0], month: date[1], day: date[2])
        return day * Calendar.secondsOfDay + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }
}

extension Check {
    static func key(
        _ fields: Field..., per scope: [Field]? = [.customer], within: Int64? = nil, conflict: Unique.Conflict? = nil
    ) -> Check {
        .unique(Unique(key: fields, scope: scope, within: within, conflict: conflict))
    }

    static func count(
        atMost bound: Term, per window: Window = .day, ofAttempts: Bool = false, perCustomer: Bool = true
    ) -> Check {
        limit(
            .count, atMost: bound, per: window, of: ofAttempts ? .attempts : .accepted, perCustomer ? [.customer] : nil)
    }

    static func sum(
        _ term: Term = .amount, atMost bound: Term, per window: Window = .day, ofAttempts: Bool = false,
        perCustomer: Bool = true
    ) -> Check {
        limit(
            .sum(term), atMost: bound, per: window, of: ofAttempts ? .attempts : .accepted,
            perCustomer ? [.customer] : nil)
    }

    static func limit(
        _ function: Aggregate.Function, atMost bound: Term, per window: Window = .day,
        of counts: Aggregate.Counts = .accepted, _ scope: [Field]? = [.customer]
    ) -> Check {
        .limit(Aggregate(function: function, counts: counts, scope: scope, window: window), atMost: bound)
    }
}
