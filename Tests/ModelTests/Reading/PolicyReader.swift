import RulesDSL

/// Makes a policy of a parsed file again: what the parser understood, in the words of the model.
struct PolicyReader {
    struct Surprise: Error, CustomStringConvertible {
        let description: String
    }

    /// Whose names the file uses, and what their types are, which only a checker could find out.
    private let known: Policy

    /// The policy that a file says; `known` is the one that was printed.
    static func read(_ syntax: RulesFileSyntax, knowing known: Policy) throws -> Policy {
        var policy = Policy()
        let reader = PolicyReader(known: known)
        for declaration in syntax.declarations { try reader.add(declaration, to: &policy) }
        return policy
    }

    var terms: TermReader { TermReader(known: known) }

    private func add(_ declaration: DeclarationSyntax, to policy: inout Policy) throws {
        switch declaration.kind {
        case .policy: break
        case .currency(let code):
            policy.currency = try found(code.text, ModelCurrency.all.first { $0.code == code.text })
        case .timezone(let name): policy.zone = try found(name.text, known.zone.name == name.text ? known.zone : nil)
        case .week(let day):
            policy.weekStart = try found(day.text, LiteralSpelling.weekdays.firstIndex(of: day.text))
        case .late(let length): policy.late = try duration(length)
        case .field(let field): policy.fields.append(try self.field(field))
        case .list(let list): policy.lists.append(try self.list(list))
        case .table(let table): policy.tables.append(try self.table(table))
        case .constant(let name, let expression):
            policy.lets.append(
                Let(name: name.text, type: try type(of: name.text), meaning: .term(try terms.term(expression))))
        case .aggregate(let name, let aggregate):
            let own = LetAggregate(
                aggregate: try self.aggregate(aggregate), kinds: try kinds(aggregate.selection?.kinds),
                filter: try aggregate.selection?.condition.map { try terms.term($0) },
                fallback: try aggregate.fallback.map { try terms.term($0) })
            policy.lets.append(Let(name: name.text, type: try type(of: name.text), meaning: .aggregate(own)))
        case .rule(let rule): policy.rules.append(try self.rule(rule))
        case .include, .function, .test: throw Surprise(description: "\(declaration)")
        }
    }

    func found<Value>(_ what: String, _ value: Value?) throws -> Value {
        guard let value else { throw Surprise(description: what) }
        return value
    }

    private func type(of name: String) throws -> ModelType {
        try found(name, known.lets.first { $0.name == name }?.type)
    }

    // MARK: Declarations

    private func field(_ syntax: FieldSyntax) throws -> DeclaredField {
        var presence = DeclaredField.Presence.required
        if syntax.optional != nil { presence = .optional }
        if let value = syntax.defaultValue { presence = .defaults(to: try terms.value(value)) }
        return DeclaredField(
            name: syntax.name.text, type: try found(syntax.type.text, ModelType(word: syntax.type.text)),
            presence: presence, path: syntax.path.map { $0.text.split(separator: ".").map(String.init) })
    }

    private func list(_ syntax: ListSyntax) throws -> ModelList {
        var list = ModelList(
            name: syntax.name.text, type: try found(syntax.type.text, ModelType(word: syntax.type.text)), members: [])
        switch syntax.members {
        case .inPlace(let members, _): list.members = try members.map { try terms.value($0) }
        case .file(let path): list.file = path.text
        case .missing: throw Surprise(description: "\(syntax)")
        }
        return list
    }

    private func table(_ syntax: TableSyntax) throws -> ModelTable {
        ModelTable(
            name: syntax.name.text, key: try terms.field(syntax.key.text),
            type: try found(syntax.name.text, known.tables.first { $0.name == syntax.name.text }?.type),
            entries: try syntax.entries.map {
                ModelTable.Entry(key: try terms.value($0.key), value: try terms.term($0.value))
            },
            otherwise: try terms.term(try found("else", syntax.otherwise)))
    }

    // MARK: Aggregates

    func kinds(_ names: [NameSyntax]?) throws -> [Kind]? {
        try names?.map { name in try found(name.text, Kind.allCases.first { $0.name == name.text }) }
    }

    func aggregate(_ syntax: AggregateSyntax) throws -> Aggregate {
        var counts = Aggregate.Counts.accepted
        if syntax.counted?.text == "attempts" { counts = .attempts }
        if syntax.counted?.text == "declined" { counts = .declined }
        return Aggregate(
            function: try function(syntax), counts: counts, scope: try scope(syntax.scope),
            window: try window(try found("window", syntax.window)))
    }

    private func function(_ syntax: AggregateSyntax) throws -> Aggregate.Function {
        guard let expression = syntax.expression else {
            return try found(syntax.function.text, syntax.function.text == "count" ? .count : nil)
        }
        if syntax.function.text == "distinct", case .name(let name) = expression.kind {
            return .distinct(try terms.field(name))
        }
        let term = try terms.term(expression)
        switch syntax.function.text {
        case "sum": return .sum(term)
        case "average": return .average(term)
        case "largest": return .largest(term)
        case "smallest": return .smallest(term)
        default: throw Surprise(description: syntax.function.text)
        }
    }

    func scope(_ syntax: ScopeSyntax?) throws -> [Field]? {
        switch try found("scope", syntax) {
        case .per(let names): try names.map { try terms.field($0.text) }
        case .everyone: nil
        }
    }

    private func window(_ syntax: WindowSyntax) throws -> Window {
        switch syntax {
        case .calendar(let name): try found(name.text, Window.calendar.first { "\($0)" == name.text })
        case .rolling(let length, _): .rolling(try duration(length))
        }
    }

    func duration(_ expression: ExpressionSyntax) throws -> Int64 {
        guard case .duration(let seconds) = try terms.value(expression) else {
            throw Surprise(description: "\(expression)")
        }
        return seconds
    }
}

extension ModelType {
    fileprivate init?(word: String) {
        guard let type = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = type
    }
}
