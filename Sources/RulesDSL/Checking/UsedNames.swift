/// Every name that a part of the tree mentions, whatever it means there. Nothing here recurses: what a machine wrote
/// must not exhaust the stack.
struct UsedNames {
    private(set) var names: [String] = []

    mutating func add(_ syntax: ExpressionSyntax?) {
        guard let syntax else { return }
        var pending = [syntax]
        while let next = pending.popLast() {
            switch next.kind {
            case .name(let name): names.append(name)
            case .list(let elements): pending += elements
            case .unary(_, let operand): pending.append(operand)
            case .binary(_, let left, let right, operatorRange: _): pending += [left, right]
            case .conditional(let condition, let then, let otherwise): pending += [condition, then, otherwise]
            case .parenthesized(let inner): pending.append(inner)
            case .call(let function, let arguments):
                names.append(function.text)
                pending += arguments
            case .literal, .boolean, .missing: break
            }
        }
    }

    mutating func add(_ aggregate: AggregateSyntax) {
        add(aggregate.expression)
        add(aggregate.selection?.condition)
        add(aggregate.scope)
        if case .rolling(let length, _) = aggregate.window { add(length) }
        add(aggregate.fallback)
    }

    mutating func add(_ body: NamedDeclaration.Body) {
        switch body {
        case .constant(let value): add(value)
        case .aggregate(let aggregate): add(aggregate)
        case .table(let table, _):
            names.append(table.key.text)
            for entry in table.entries {
                add(entry.key)
                add(entry.value)
            }
            add(table.otherwise)
        case .list(let list, _):
            if case .inPlace(let members, _) = list.members { members.forEach { add($0) } }
        case .field(let field, _): add(field.defaultValue)
        case .function: break
        }
    }

    mutating func add(_ rule: RuleSyntax) {
        for clause in rule.clauses { add(clause) }
    }

    /// What the values of a test's entries mention; to give a field a value is not to use it.
    mutating func add(_ test: TestSyntax) {
        add(test.balance)
        for entry in test.entries {
            add(entry.amount)
            for value in entry.values { add(value.value) }
        }
    }

    private mutating func add(_ clause: ClauseSyntax) {
        switch clause.kind {
        case .on(_, where: let condition): add(condition)
        case .key(let fields, scope: let scope):
            names += fields.map(\.text)
            add(scope)
        case .within(let length): add(length)
        case .conflict(on: let fields, outcome: _, code: _): names += fields.map(\.text)
        case .measure(let aggregate): add(aggregate)
        case .atMost(let expression), .that(let expression), .unless(let expression): add(expression)
        case .active(from: let from, until: let until):
            add(from)
            add(until)
        case .because(let sentence): addPlaceholders(of: sentence.text)
        case .mode, .otherwise: break
        }
    }

    private mutating func add(_ scope: ScopeSyntax?) {
        if case .per(let fields) = scope { names += fields.map(\.text) }
    }

    /// What stands in braces, as far as it matters here.
    private mutating func addPlaceholders(of sentence: String) {
        for part in sentence.split(separator: "{").dropFirst(sentence.hasPrefix("{") ? 0 : 1) {
            if let end = part.firstIndex(of: "}") { names.append(String(part[..<end])) }
        }
    }
}
