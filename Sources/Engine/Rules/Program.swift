package import RulesDSL

/// A checked policy made ready to decide: flat, every place resolved, nothing looked up by name.
///
/// Which steps apply to a transaction follows from its class: a byte with one bit for the kind and one for each
/// distinct `where` that depends on the transaction alone and can't fail. The class selects a precompiled plan.
package final class Program: Sendable {
    /// Distinct `where` conditions that fit into a class; further ones are judged in their step.
    static let classPredicates = 6
    /// Above so many rules a plan for every class would take too much memory: only the kind makes a class.
    static let rulesForClasses = 256
    /// Window numbers are stored above zero, so that zeroed memory is a cell that never counted.
    package static let windowBias: Int32 = 1 << 29
    /// How many words of a record the processor loads at once.
    static let wordsOfLine = 8

    package let policy: CheckedPolicy
    /// The windows of the policy's zone, and its wall clock.
    package let calendar: CalendarNumbering
    package let rules: [ProgramRule]
    /// For each rule, how many reasons the conditions of those before it have: together they number all reasons.
    let firstReasons: [Int]
    /// The declared fields of the batches it decides.
    package let input: InputFields
    /// What its rules can name.
    package let fields: FieldTable

    /// The steps of all plans, those of a plan together, in the order of precedence.
    package let steps: Column<Step>
    /// For each class its plan.
    package let plans: Column<Plan>
    /// What is read of the aggregates of `let`s, those of a plan together.
    package let letSteps: Column<LetStep>
    /// For each `let` of the policy that has an `or` and is read, what that computes, for explanations.
    let letFallbacks: [Code?]
    /// First those of the policy's `let`s, in their order, then those of its limits.
    package let counters: Column<Counter>
    /// The code of all expressions, each up to its `end`.
    package let instructions: Column<Instruction>
    /// The texts that stand in the rules.
    let constants: Column<UInt8>
    let lookups: Lookups
    /// The functions of plugins, in the order of the policy.
    let functions: [FunctionCall]
    /// The most values that any expression has on the stack.
    package let stackDepth: Int
    /// The most steps a plan has.
    package let longestPlan: Int

    /// The conditions behind the class bits 1, 2, 4 …; bit 0 is the kind.
    package let predicates: [Code]
    /// The windows of the calendar that counters use, in the order of `Counter.window`.
    package let windows: [CalendarWindow]
    /// Words of one account: the balance, then the plain cells as `RecordLayout` has laid them out.
    package let recordWords: Int
    /// Words shared by everyone: their plain cells.
    package let sharedWords: Int

    /// The cells that are not plain, in the order of `Counter.index`.
    package let cells: [Cells]
    /// The keys under which cells are found, and values that are told apart.
    package let keys: [Key]
    package let uniques: [UniqueKey]
    /// The only unique of the policy, where it is `key id per customer` for every transaction: repeats of it do not
    /// depend on decisions and are found ahead of them.
    package let resolvedAhead: Bool

    /// What a unique remembers.
    package struct UniqueKey: Sendable, Equatable {
        /// The fields of the key, then those of the scope.
        package let fields: [FieldIndex]
        /// Seconds after which a key is free again; nil if never.
        package let within: Int64?
        /// The fields by which repeats are told from conflicts; none without a `conflict` clause.
        package let compared: [FieldIndex]

        init(_ unique: CheckedUnique) {
            var fields = unique.key
            if case .fields(let scopes) = unique.scope { fields += scopes }
            self.fields = fields
            within = unique.within
            compared = unique.conflict?.fields ?? []
        }
    }

    /// The cells of one aggregate.
    package struct Cells: Sendable, Equatable {
        package let shape: AggregateShape
        package let scope: Counter.Scope
    }

    /// Fields whose values together are numbered.
    package struct Key: Sendable, Equatable {
        /// Ascending, but for the customer.
        package let fields: [FieldIndex]
        /// Whether the customer belongs to it, too.
        package let ofCustomer: Bool
    }

    /// Whether a cell of the scope counts transactions of one customer only.
    package func isOfOneCustomer(_ scope: Counter.Scope) -> Bool {
        switch scope {
        case .customer: true
        case .everyone: false
        case .key(let key): keys[Int(key)].ofCustomer
        }
    }

    init(_ parts: ProgramCompiler.Parts) {
        policy = parts.policy
        calendar = CalendarNumbering(weekStart: policy.weekStart, clock: LocalClock(policy.zone))
        rules = parts.rules
        firstReasons = rules.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1.condition?.reasons.count ?? 0)) }
        input = parts.input
        fields = parts.fields
        steps = Column(copying: parts.steps, orOne: ProgramCompiler.noStep)
        plans = Column(copying: parts.plans, orOne: Plan())
        letSteps = Column(copying: parts.letSteps, orOne: ProgramCompiler.noLetStep)
        letFallbacks = parts.letFallbacks
        counters = Column(copying: parts.counters, orOne: Counter())
        instructions = Column(copying: parts.code.instructions, orOne: Instruction(.end))
        constants = parts.code.constants.column()
        lookups = Lookups(parts.code.lookups, texts: constants)
        functions = parts.functions
        stackDepth = parts.code.stackDepth
        longestPlan = parts.plans.map { Int($0.count) }.max() ?? 0
        predicates = parts.predicates
        windows = parts.windows
        recordWords = parts.record.words
        sharedWords = parts.shared.words
        cells = parts.cells
        keys = parts.keys
        uniques = parts.uniques
        resolvedAhead = parts.resolvedAhead
    }

    deinit {
        steps.deallocate()
        plans.deallocate()
        letSteps.deallocate()
        counters.deallocate()
        instructions.deallocate()
        constants.deallocate()
        lookups.deallocate()
    }
}

extension Column {
    /// A column that holds the elements of an array, or one filler where the array is empty.
    init(copying elements: [Element], orOne filler: Element) {
        self.init(repeating: elements.first ?? filler, capacity: max(elements.count, 1))
        for (index, element) in elements.enumerated() {
            self[index] = element
        }
    }
}
