/// A policy whose every name is resolved and every type agrees. Only the checker makes one.
package struct CheckedPolicy: Sendable {
    /// The name from `policy "…"`.
    package let name: String
    /// The currency of every amount.
    package let currency: Currency
    /// The name of the zone whose days, weeks and months count.
    package let timezone: String
    /// The offsets of that zone.
    package let zone: ZoneRules
    /// The day on which a week begins.
    package let weekStart: Weekday
    /// How many seconds a transaction may come after its window has ended; 0 without `late`.
    package let late: Int64
    /// The declared fields: `FieldIndex`es behind those of the vocabulary, in this order.
    package let fields: [CheckedField]
    /// The aggregates that `let`s name, in an order in which each uses only those before it.
    package let aggregates: [CheckedLetAggregate]
    /// The lists, in the order of their declarations.
    package let lists: [CheckedList]
    /// The tables, in the order of their declarations.
    package let tables: [CheckedTable]
    /// The functions of plugins that are declared, in that order.
    package let functions: [CheckedFunction]
    /// The rules in the order of precedence.
    package let rules: [CheckedRule]
    /// The tests in the order in which they were written.
    package let tests: [CheckedTest]
    /// The texts it came from.
    package let sources: SourceMap

    package init(
        name: String, currency: Currency, timezone: String, zone: ZoneRules, weekStart: Weekday, late: Int64,
        declarations: CheckedDeclarations, rules: [CheckedRule], tests: [CheckedTest], sources: SourceMap
    ) {
        self.name = name
        self.currency = currency
        self.timezone = timezone
        self.zone = zone
        self.weekStart = weekStart
        self.late = late
        fields = declarations.fields
        aggregates = declarations.aggregates
        lists = declarations.lists
        tables = declarations.tables
        functions = declarations.functions
        self.rules = rules
        self.tests = tests
        self.sources = sources
    }

    /// The same policy with other rules, which use what it declares.
    package func replacing(rules: [CheckedRule]) -> CheckedPolicy {
        var declarations = CheckedDeclarations()
        declarations.fields = fields
        declarations.aggregates = aggregates
        declarations.lists = lists
        declarations.tables = tables
        declarations.functions = functions
        return CheckedPolicy(
            name: name, currency: currency, timezone: timezone, zone: zone, weekStart: weekStart, late: late,
            declarations: declarations, rules: rules, tests: tests, sources: sources)
    }
}
