/// What the rules of a policy use, directly or by way of other names.
struct UsedDeclarations {
    private(set) var names: Set<String> = []
    /// The windows of the calendar: `day`, `week` …
    private(set) var windows: Set<String> = []
    private var hasRollingWindow = false
    private var hasActiveDates = false
    /// The fields that may be missing.
    private(set) var optionalFields: Set<String> = []
    private(set) var lists: [String: ListSyntax] = [:]
    /// The decimals of the policy's currency.
    private(set) var currencyExponent = 2

    init(_ declarations: [DeclarationSyntax]) {
        var bodies: [String: UsedNames] = [:]
        var collected = UsedNames()
        for declaration in declarations {
            switch declaration.kind {
            case .rule(let rule):
                collected.add(rule)
                rule.clauses.forEach { note($0) }
            case .constant(let name, let value): bodies[name.text] = Self.names { $0.add(value) }
            case .aggregate(let name, let aggregate):
                bodies[name.text] = Self.names { $0.add(aggregate) }
                note(aggregate)
            case .table(let table):
                bodies[table.name.text] = Self.names { names in
                    names.add(.table(table, TableIndex(0)))
                }
            case .field(let field): if field.optional != nil { optionalFields.insert(field.name.text) }
            case .list(let list): lists[list.name.text] = list
            case .currency(let code): currencyExponent = Currency.withCode(code.text)?.exponent ?? currencyExponent
            case .policy, .timezone, .week, .late, .include, .function, .test: break
            }
        }
        var pending = collected.names
        while let name = pending.popLast() {
            if names.insert(name).inserted { pending += bodies[name]?.names ?? [] }
        }
    }

    private static func names(_ add: (inout UsedNames) -> Void) -> UsedNames {
        var names = UsedNames()
        add(&names)
        return names
    }

    private mutating func note(_ clause: ClauseSyntax) {
        switch clause.kind {
        case .measure(let aggregate): note(aggregate)
        case .active: hasActiveDates = true
        case .on, .key, .within, .conflict, .atMost, .that, .unless, .mode, .otherwise, .because: break
        }
    }

    private mutating func note(_ aggregate: AggregateSyntax) {
        switch aggregate.window {
        case .calendar(let name): windows.insert(name.text)
        case .rolling: hasRollingWindow = true
        case nil: break
        }
    }

    func has(_ name: NameSyntax) -> Bool { names.contains(name.text) }

    /// Whether there is a window that a late transaction can find closed.
    var hasClosingWindow: Bool { hasRollingWindow || windows != windows.intersection(["ever"]) }

    /// Whether a decision can depend on the policy's days.
    var dependsOnZone: Bool {
        hasActiveDates || windows != windows.intersection(["ever"])
            || !names.isDisjoint(with: ["date", "weekday", "hour"])
    }
}
