/// Makes a failing case small: without the lines, rules and terms that the difference does not need.
struct Shrinker {
    private(set) var policy: Policy
    private(set) var lines: [InputLine]
    /// The rules as they are printed for the comparison.
    private(set) var rules: String
    private let comparison: Comparison
    private let isRefusal: Bool
    /// No more attempts than these: a report soon is better than the smallest one late.
    private var attempts = 600

    /// Shrinks a case that is known to differ.
    static func shrunk(
        _ policy: Policy, _ rules: String, _ lines: [InputLine], _ comparison: Comparison
    ) throws -> (Policy, String, [InputLine]) {
        guard let difference = try comparison.difference(policy, rules, lines) else { return (policy, rules, lines) }
        var shrinker = Shrinker(policy, rules, lines, comparison, difference)
        try shrinker.run(difference)
        return (shrinker.policy, shrinker.rules, shrinker.lines)
    }

    private init(
        _ policy: Policy, _ rules: String, _ lines: [InputLine], _ comparison: Comparison,
        _ difference: Comparison.Difference
    ) {
        self.policy = policy
        self.rules = rules
        self.lines = lines
        self.comparison = comparison
        isRefusal = if case .refused = difference { true } else { false }
    }

    private mutating func run(_ difference: Comparison.Difference) throws {
        if case .line(let line, _, _) = difference { _ = try keep(policy, Array(lines.prefix(line))) }
        if isRefusal { _ = try keep(policy, []) }
        // The tidy layout, unless the difference lies in the layout itself.
        guard try keep(policy, lines) else {
            try dropLines(printed: rules)
            return
        }
        var size = -1
        while size != lines.count + policy.weight, attempts > 0 {
            size = lines.count + policy.weight
            try dropLines(printed: nil)
            try simplifyPolicy()
        }
        try simplifyLines()
    }

    /// Takes the smaller case if it still differs in the same way.
    private mutating func keep(_ policy: Policy, _ lines: [InputLine], printed: String? = nil) throws -> Bool {
        guard attempts > 0 else { return false }
        attempts -= 1
        let rules = printed ?? PolicyPrinter.tidy(policy)
        switch try comparison.difference(policy, rules, lines) {
        case nil: return false
        case .refused: guard isRefusal else { return false }
        case .line: guard !isRefusal else { return false }
        }
        self.policy = policy
        self.rules = rules
        self.lines = lines
        return true
    }

    // MARK: Lines

    private mutating func dropLines(printed: String?) throws {
        var chunk = max(1, lines.count / 2)
        while true {
            var start = 0
            while start < lines.count {
                var fewer = lines
                fewer.removeSubrange(start..<min(lines.count, start + chunk))
                if try !keep(policy, fewer, printed: printed) { start += chunk }
            }
            if chunk == 1 { return }
            chunk /= 2
        }
    }

    /// Usual spellings in place of unusual ones.
    private mutating func simplifyLines() throws {
        for index in lines.indices {
            guard case .transaction(let transaction) = lines[index].meaning else { continue }
            var simpler = lines
            let text = LineSpelling.plain(transaction, policy.currency)
            simpler[index] = InputLine(text: text, meaning: lines[index].meaning)
            _ = try keep(policy, simpler)
        }
    }

    // MARK: Policy

    private mutating func simplifyPolicy() throws {
        for index in policy.rules.indices.reversed() {
            var fewer = policy
            fewer.rules.remove(at: index)
            _ = try keep(fewer, lines)
        }
        var index = 0
        while index < policy.rules.count {
            for simpler in policy.rules[index].simplerOnes {
                var candidate = policy
                candidate.rules[index] = simpler
                if try keep(candidate, lines) { break }
            }
            index += 1
        }
        for index in policy.lets.indices.reversed() {
            var fewer = policy
            let gone = fewer.lets.remove(at: index)
            let users = fewer.lets.map(\.term) + fewer.rules.flatMap(\.terms)
            guard !users.contains(where: { $0.names.contains(gone.name) }) else { continue }
            _ = try keep(fewer, lines)
        }
    }
}

extension Policy {
    /// How much there is to it.
    fileprivate var weight: Int {
        rules.reduce(lets.count) { $0 + 1 + $1.terms.reduce(0) { $0 + $1.size(with: lets) } }
    }
}
