extension PolicyChecker {
    /// Enters all declarations before any of them is checked, since a name may be used before the line that declares
    /// it.
    mutating func declare(_ all: [DeclarationSyntax]) {
        for declaration in all {
            switch declaration.kind {
            case .constant(let name, let value):
                checkNewName(name, of: "`let`")
                declarations.add(constant: name, value)
            case .aggregate(let name, let aggregate):
                checkNewName(name, of: "`let`")
                declarations.add(aggregate: name, aggregate)
            case .field(let field):
                checkNewName(field.name, of: "field")
                declarations.add(field)
            case .list(let list):
                checkNewName(list.name, of: "list")
                declarations.add(list)
            case .table(let table):
                checkNewName(table.name, of: "table")
                declarations.add(table)
            case .function(let function):
                checkNewName(function.name, of: "function")
                declarations.add(function)
            case .rule(let rule):
                checkNewName(rule.name, of: "rule")
                declarations.add(rule, at: declaration.range)
            case .test(let test): declarations.add(test)
            case .policy, .currency, .timezone, .week, .late, .include: break
            }
        }
        parts = CheckedParts(for: declarations, behind: vocabulary.fields.count)
        checkCounts(all)
    }

    private mutating func checkCounts(_ all: [DeclarationSyntax]) {
        var lets: [NameSyntax] = []
        var fields: [NameSyntax] = []
        for declaration in all {
            switch declaration.kind {
            case .constant(let name, _), .aggregate(let name, _): lets.append(name)
            case .field(let field): fields.append(field.name)
            case .policy, .currency, .timezone, .week, .late, .include, .list, .table, .function, .rule, .test: break
            }
        }
        checkCount(lets, of: "lets", atMost: CheckLimits.lets)
        checkCount(fields, of: "fields", atMost: CheckLimits.fields)
        checkCount(declarations.lists.map(\.name), of: "lists", atMost: CheckLimits.lists)
        checkCount(declarations.tables.map(\.name), of: "tables", atMost: CheckLimits.tables)
        checkCount(declarations.functions.map(\.name), of: "functions", atMost: CheckLimits.functions)
        checkCount(declarations.rules.map(\.syntax.name), of: "rules", atMost: CheckLimits.rules)
        checkCount(declarations.tests.map(\.name), of: "tests", atMost: CheckLimits.tests)
    }

    private mutating func checkCount(_ names: [NameSyntax], of what: String, atMost limit: Int) {
        guard names.count > limit else { return }
        report(CheckMessage.tooMany(names[limit].range, what, count: names.count, limit: limit))
    }

    private mutating func checkNewName(_ name: NameSyntax, of what: String) {
        guard !name.text.isEmpty else { return }
        if let first = declarations.declaration(of: name.text) {
            report(CheckMessage.nameTwice(name, first: first))
        } else if let owner = owner(of: name.text) {
            report(CheckMessage.nameReserved(name, owner: owner))
        } else if !KebabCase.isValid(name.text), !syntaxErrors.areAny(in: name.range) {
            report(CheckMessage.nameForm(name, of: what, replacement: KebabCase.form(of: name.text)))
        }
    }

    /// What a name already is in every policy, in words; nil where it is free.
    private func owner(of name: String) -> String? {
        switch declarations.meaning(of: name) {
        case .field: "a field"
        case .kind: "a kind of transaction"
        case .weekday: "a weekday"
        case .builtin: "a function"
        case .value, .list, .function, .rule: nil
        case nil: ReservedWords.contains(name) ? "a word of the language" : nil
        }
    }
}

/// What the declarations became, each in the place of its declaration; nil where something in it is wrong.
struct CheckedParts {
    var fields: [CheckedField?]
    var lists: [CheckedList?]
    var tables: [CheckedTable?]
    var functions: [CheckedFunction?]
    /// In an order in which each uses only those before it; first those that rules need.
    var aggregates: [CheckedLetAggregate] = []
    /// How many of the aggregates rules need.
    var neededAggregates = 0

    init(for declarations: DeclarationTable, behind vocabulary: Int) {
        fields = Array(repeating: nil, count: declarations.fields.count - vocabulary)
        lists = Array(repeating: nil, count: declarations.lists.count)
        tables = Array(repeating: nil, count: declarations.tables.count)
        functions = Array(repeating: nil, count: declarations.functions.count)
    }

    /// All of them, or nil if one is missing.
    var declarations: CheckedDeclarations? {
        var all = CheckedDeclarations()
        all.fields = fields.compactMap { $0 }
        all.lists = lists.compactMap { $0 }
        all.tables = tables.compactMap { $0 }
        all.functions = functions.compactMap { $0 }
        all.aggregates = Array(aggregates.prefix(neededAggregates))
        let isWhole =
            all.fields.count == fields.count && all.lists.count == lists.count && all.tables.count == tables.count
            && all.functions.count == functions.count
        return isWhole ? all : nil
    }
}
