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
            let text = LineSpelling.plain(transaction, policy)
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
        try simplifyEach(\.rules) { $0.simplerOnes }
        try simplifyEach(\.lets) { $0.simplerOnes }
        for simpler in policy.simplerHeaders { _ = try keep(simpler, lines) }
        try dropUnused()
    }

    /// Takes one simpler element after the other in the place of each.
    private mutating func simplifyEach<Element>(
        _ elements: WritableKeyPath<Policy, [Element]>, _ simplerOnes: (Element) -> [Element]
    ) throws {
        for index in policy[keyPath: elements].indices {
            for simpler in simplerOnes(policy[keyPath: elements][index]) {
                var candidate = policy
                candidate[keyPath: elements][index] = simpler
                if try keep(candidate, lines) { break }
            }
        }
    }

    private mutating func dropUnused() throws {
        for index in policy.lets.indices.reversed()
        where !policy.names(besides: index).contains(policy.lets[index].name) {
            var fewer = policy
            fewer.lets.remove(at: index)
            _ = try keep(fewer, lines)
        }
        let names = policy.names(besides: nil)
        var fewer = policy
        fewer.lists.removeAll { !names.contains($0.name) }
        fewer.tables.removeAll { !names.contains($0.name) }
        if fewer != policy { _ = try keep(fewer, lines) }
        try dropFields()
    }

    /// A field that is gone is gone from the lines too.
    private mutating func dropFields() throws {
        for field in policy.fields where !policy.usedFields.contains(field) {
            var fewer = policy
            fewer.fields.removeAll { $0 == field }
            let plain = lines.map { line in
                guard case .transaction(var transaction) = line.meaning else { return line }
                transaction.declared[field.name] = nil
                return InputLine(
                    text: LineSpelling.plain(transaction, fewer), meaning: .transaction(transaction))
            }
            _ = try keep(fewer, plain)
        }
    }
}

extension Policy {
    /// How much there is to it.
    fileprivate var weight: Int {
        let terms = rules.flatMap(\.terms) + lets.flatMap(\.terms)
        return terms.reduce(rules.count + lets.count + fields.count + lists.count + tables.count) {
            $0 + $1.nodes.count
        }
    }

    /// The names that are used, but for those that one `let` uses.
    fileprivate func names(besides index: Int?) -> Set<String> {
        let others = lets.indices.filter { $0 != index }.flatMap { lets[$0].terms }
        return (others + rules.flatMap(\.terms)).reduce(into: []) { $0.formUnion($1.names) }
    }

    fileprivate var usedFields: Set<DeclaredField> {
        var fields: Set<DeclaredField> = []
        for rule in rules { fields.formUnion(rule.declaredFields) }
        for named in lets { fields.formUnion(named.declaredFields) }
        for case .declared(let key) in tables.map(\.key) { fields.insert(key) }
        return fields
    }

    /// The same rules under a simpler header.
    fileprivate var simplerHeaders: [Policy] {
        var result: [Policy] = []
        func add(_ change: (inout Policy) -> Void) {
            var simpler = self
            change(&simpler)
            if simpler != self { result.append(simpler) }
        }
        add { $0.zone = .utc }
        for index in zone.changes.indices { add { $0.zone.changes.remove(at: index) } }
        add { $0.late = 0 }
        add { $0.weekStart = 0 }
        return result
    }
}
