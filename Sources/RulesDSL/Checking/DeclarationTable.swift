/// What a file declares besides its rules and tests, as it was written, and what its name stands for once it is
/// checked.
struct NamedDeclaration {
    enum Body {
        case constant(ExpressionSyntax)
        case aggregate(AggregateSyntax)
        case table(TableSyntax, TableIndex)
        case list(ListSyntax, ListIndex)
        case field(FieldSyntax, FieldIndex)
        case function(FunctionSyntax, FunctionIndex)
    }

    let name: NameSyntax
    let body: Body
    /// What the name of a `let` or a table stands for; nil as long as it isn't checked, and where something in it is
    /// wrong.
    var value: TypedExpression?
    /// Whether a rule or a test needs it, by itself or through other declarations.
    var isUsed = false
    /// The other declarations that it names.
    var uses: [Int] = []
}

/// A field, whoever declares it.
struct KnownField {
    let name: String
    /// Nil where the declaration names no type that there is.
    let type: ValueType?
    let origin: Vocabulary.Field.Origin
    let isScope: Bool
    /// Whether it counts for a conflict that names no fields.
    let isPayload: Bool
    /// Whether a transaction may lack it.
    let isOptional: Bool

    init(_ field: Vocabulary.Field) {
        name = field.name
        type = field.type
        origin = field.origin
        isScope = field.isScope
        isPayload = field.isPayload
        isOptional = false
    }

    init(_ field: FieldSyntax) {
        name = field.name.text
        type = DeclaredTypes.type(field.type.text, among: DeclaredTypes.ofFields)
        origin = .transaction
        isScope = true
        isPayload = true
        isOptional = field.optional != nil
    }
}

/// Everything that has a name in a policy: what the host's vocabulary brings, and what the files declare. All share one
/// space of names, so that a name in a message or a test can only mean one thing.
struct DeclarationTable {
    enum Meaning {
        case field(FieldIndex)
        case kind(Int)
        case weekday(Weekday)
        /// The value of a `let` or a table: an index into `named`.
        case value(Int)
        case list(ListIndex)
        case builtin(BuiltinFunction)
        case function(FunctionIndex)
        case rule
    }

    var named: [NamedDeclaration] = []
    /// Those of the vocabulary, and behind them the declared ones.
    private(set) var fields: [KnownField]
    private(set) var lists: [ListSyntax] = []
    private(set) var tables: [TableSyntax] = []
    private(set) var functions: [FunctionSyntax] = []
    private(set) var rules: [(syntax: RuleSyntax, range: SourceRange)] = []
    private(set) var tests: [TestSyntax] = []
    /// The names that can stand in an expression.
    private(set) var valueNames: [String] = []
    /// Those of fields that can be scopes, and of those that a transaction brings itself.
    private(set) var scopeNames: [String]
    private(set) var transactionNames: [String]
    private(set) var fieldNames: [String]
    private(set) var declaredFieldNames: [String] = []
    private(set) var listNames: [String] = []
    private(set) var functionNames = BuiltinFunction.allCases.map(\.rawValue)
    /// Whether a declaration has no name that could be read, or is one too many to be looked at.
    private(set) var hasNameless = false
    private var meanings: [String: Meaning] = [:]
    private var declared: [String: NameSyntax] = [:]
    /// The index in `named` of what a name means.
    private var indexes: [String: Int] = [:]

    init(vocabulary: Vocabulary) {
        fields = vocabulary.fields.map { KnownField($0) }
        scopeNames = fields.filter(\.isScope).map(\.name)
        transactionNames = fields.filter { $0.origin == .transaction }.map(\.name)
        fieldNames = fields.map(\.name)
        for (index, field) in vocabulary.fields.enumerated() {
            meanings[field.name] = .field(FieldIndex(index))
        }
        for (index, kind) in vocabulary.kinds.enumerated() {
            meanings[kind] = .kind(index)
        }
        for day in Weekday.allCases {
            meanings[day.name] = .weekday(day)
        }
        valueNames = meanings.keys.sorted()
        for function in BuiltinFunction.allCases {
            meanings[function.rawValue] = .builtin(function)
        }
    }

    func meaning(of name: String) -> Meaning? {
        meanings[name]
    }

    /// Where something of that name stands already.
    func declaration(of name: String) -> NameSyntax? {
        declared[name]
    }

    /// The index in `named` of what a name means.
    func index(of name: String) -> Int? {
        indexes[name]
    }

    mutating func add(constant name: NameSyntax, _ syntax: ExpressionSyntax) {
        add(name, .constant(syntax), meaning: .value(named.count), isValue: true)
    }

    mutating func add(aggregate name: NameSyntax, _ syntax: AggregateSyntax) {
        add(name, .aggregate(syntax), meaning: .value(named.count), isValue: true)
    }

    /// Adds a field, unless there are as many as there may be: what its name means is then not known.
    mutating func add(_ field: FieldSyntax) {
        guard declaredFieldNames.count < CheckLimits.fields else { return hasNameless = true }
        let index = FieldIndex(fields.count)
        fields.append(KnownField(field))
        fieldNames.append(field.name.text)
        declaredFieldNames.append(field.name.text)
        scopeNames.append(field.name.text)
        transactionNames.append(field.name.text)
        add(field.name, .field(field, index), meaning: .field(index), isValue: true)
    }

    mutating func add(_ list: ListSyntax) {
        let index = ListIndex(lists.count)
        lists.append(list)
        listNames.append(list.name.text)
        add(list.name, .list(list, index), meaning: .list(index), isValue: false)
    }

    mutating func add(_ table: TableSyntax) {
        let index = TableIndex(tables.count)
        tables.append(table)
        add(table.name, .table(table, index), meaning: .value(named.count), isValue: true)
    }

    mutating func add(_ function: FunctionSyntax) {
        let index = FunctionIndex(functions.count)
        functions.append(function)
        functionNames.append(function.name.text)
        add(function.name, .function(function, index), meaning: .function(index), isValue: false)
    }

    mutating func add(_ rule: RuleSyntax, at range: SourceRange) {
        _ = enter(rule.name, as: .rule)
        rules.append((rule, range))
    }

    mutating func add(_ test: TestSyntax) {
        tests.append(test)
    }

    private mutating func add(_ name: NameSyntax, _ body: NamedDeclaration.Body, meaning: Meaning, isValue: Bool) {
        if enter(name, as: meaning) {
            indexes[name.text] = named.count
            if isValue { valueNames.append(name.text) }
        }
        named.append(NamedDeclaration(name: name, body: body))
    }

    /// Of two declarations with one name, the name means the first.
    private mutating func enter(_ name: NameSyntax, as meaning: Meaning) -> Bool {
        guard !name.text.isEmpty else {
            hasNameless = true
            return false
        }
        guard meanings[name.text] == nil else { return false }
        meanings[name.text] = meaning
        declared[name.text] = name
        return true
    }
}
