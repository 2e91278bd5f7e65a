extension PolicyGenerator {
    // MARK: Fields

    private static let names: [(name: String, type: ModelType)] = [
        ("merchant", .text), ("country", .text), ("tier", .text), ("channel", .text), ("risk", .number),
        ("fee", .money), ("vip-flag", .boolean), ("opened", .time), ("points", .number), ("abroad", .boolean),
    ]

    mutating func addFields() {
        for (name, type) in random.shuffled(Self.names).prefix(1 + random.index(below: 4)) {
            let presence: DeclaredField.Presence =
                switch random.index(below: 3) {
                case 0: .required
                case 1: .optional
                default: .defaults(to: setting.someValue(type, &random))
                }
            var field = DeclaredField(name: name, type: type, presence: presence)
            let path = random.pick([
                nil, nil, ["merchant", name], ["merchant", "more", name], ["a", "b", "c"], ["a", "b", name], [name],
                ["\u{DC}n\u{ED}", "x y"], ["Id"], ["a", "id"],
            ])
            let others = policy.fields.map(\.keys)
            let keys = path ?? [name]
            // No two in one place, nor one inside another.
            guard !others.contains(where: { zip($0, keys).allSatisfy { $0 == $1 } }) else { continue }
            field.path = path
            policy.fields.append(field)
        }
        terms.fields = policy.fields
    }

    /// The transaction's own fields, declared ones included.
    var ownFields: [Field] {
        Field.builtin.filter { $0 != .balance } + policy.fields.map { .declared($0) }
    }

    // MARK: Lists and tables

    mutating func addLists() {
        for number in 0...random.index(below: 2) {
            let type = random.pick([ModelType.text, .text, .text, .number, .money, .date, .time])
            var members: [Value] = []
            for _ in 0...random.index(below: 4) {
                guard case .literal(let value) = terms.constant(type), !members.contains(value) else { continue }
                members.append(value)
            }
            guard !members.isEmpty else { continue }
            var list = ModelList(name: "known-\(number)", type: type, members: members)
            if random.chance(40), members.allSatisfy(Self.fitsLine) { list.file = "lists/known-\(number).txt" }
            policy.lists.append(list)
        }
        terms.lists = policy.lists
    }

    /// Whether a value can stand in a file of its own line.
    private static func fitsLine(_ value: Value) -> Bool {
        guard case .text(let text) = value else { return true }
        let string = text.string
        return !string.isEmpty && !string.hasPrefix("#") && !string.hasPrefix(" ") && !string.hasSuffix(" ")
            && !string.contains("\n")
    }

    mutating func addTables() {
        for number in 0...random.index(below: 2) {
            let keyTypes: [ModelType] = [.text, .number, .kind, .weekday, .boolean, .date]
            let key = random.pick(ownFields.filter { keyTypes.contains($0.type) })
            let type = random.pick([ModelType.money, .money, .number, .number, .boolean, .duration])
            var entries: [ModelTable.Entry] = []
            for _ in 0...random.index(below: 3) {
                guard case .literal(let value) = terms.constant(key.type),
                    !entries.contains(where: { $0.key == value }),
                    value.size ?? 0 >= 0 || key.type == .date
                else { continue }
                entries.append(.init(key: value, value: terms.constant(type)))
            }
            policy.tables.append(
                ModelTable(
                    name: "cap-by-\(number)", key: key, type: type, entries: entries, otherwise: terms.constant(type)))
        }
        terms.tables = policy.tables
    }

    // MARK: Lets

    mutating func makeLet(_ number: Int) -> Let {
        let name = random.pick(["cap", "usual", "let-it", "x"]) + "-\(number)"
        if random.chance(50) { return makeAggregate(name) }
        let type = random.pick([ModelType.money, .money, .number, .number, .boolean, .duration, .text, .weekday, .date])
        let term =
            type == .boolean
            ? small { $0.condition(depth: 2) }
            : random.chance(50) ? terms.constant(type) : small { $0.variable(type, depth: 2) }
        return Let(name: name, type: type, term: term)
    }

    private mutating func makeAggregate(_ name: String) -> Let {
        var type = ModelType.number
        let function: Aggregate.Function
        switch random.index(below: 8) {
        case 0, 1: function = .count
        case 2: function = .distinct(random.pick(ownFields))
        default:
            type = random.pick([.money, .money, .number])
            let term = measured(type)
            function = random.pick([.sum(term), .average(term), .largest(term), .smallest(term)])
        }
        var own = LetAggregate(aggregate: aggregate(function))
        switch function {
        case .count, .sum, .distinct: break
        case .average, .largest, .smallest:
            own.fallback = random.chance(70) ? terms.constant(type) : small { $0.any(type, depth: 1) }
        }
        if random.chance(60) {
            own.kinds = kinds()
            if random.chance(35) { own.filter = small { $0.condition(depth: 2) } }
        }
        return Let(name: name, type: type, meaning: .aggregate(own))
    }

    mutating func measured(_ type: ModelType) -> Term {
        type == .money && random.chance(65) ? .amount : small { $0.variable(type, depth: 2) }
    }

    // MARK: Aggregates

    mutating func aggregate(_ function: Aggregate.Function) -> Aggregate {
        var counts = Aggregate.Counts.accepted
        if random.chance(30) { counts = .attempts }
        if random.chance(15) { counts = .declined }
        return Aggregate(function: function, counts: counts, scope: scope(), window: window())
    }

    private mutating func scope() -> [Field]? {
        if random.chance(20) { return nil }
        let declared = policy.fields.map { Field.declared($0) }
        guard !declared.isEmpty, random.chance(45) else { return [.customer] }
        var scope = Array(random.shuffled(declared).prefix(1 + random.index(below: 2)))
        if random.chance(65) { scope.insert(.customer, at: random.index(below: scope.count + 1)) }
        return scope
    }

    private mutating func window() -> Window {
        if random.chance(40) {
            return .rolling(setting.someLength(&random, upToDays: 3_660))
        }
        return random.pick([.day, .day, .day, .week, .week, .month, .year, .ever])
    }
}
