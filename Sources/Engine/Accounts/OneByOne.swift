/// Accounts that take single transactions instead of batches: the same stages, one row at a time.
package final class OneByOne {
    package let program: Program
    package let batch: TransactionBatch
    package let decisions: DecisionBatch
    private let classifier: Classifier
    private let customers: CustomerDirectory
    private let memory: TransactionMemory?
    private let accounts: Accounts
    private let machine: Machine
    /// The balance of the customer when the transaction was found.
    private var arrivalBalance: Int64 = 0

    /// Accounts without any history.
    package init(_ program: Program) throws(CriticalError) {
        self.program = program
        batch = TransactionBatch(byteCapacity: TransactionBatch.bytesForOne(program.input), fields: program.input)
        decisions = DecisionBatch(program, rowCapacity: batch.rowCapacity)
        classifier = Classifier(program)
        customers = try CustomerDirectory()
        memory = program.resolvedAhead ? try TransactionMemory(expecting: 0) : nil
        accounts = try Accounts(program, recording: .all)
        machine = Machine(program, decisions.memory)
    }

    /// Makes the transaction the batch's only row, ready to be judged and decided. Its id counts as seen from here.
    package func prepare(_ transaction: Transaction) throws(CriticalError) {
        try find(transaction)
        try memory?.remember(0..<1, of: batch)
        decisions.clearFacts()
    }

    /// Makes the transaction the batch's only row and finds its cells; nothing is seen of it, and its id counts as new
    /// where repeats are found ahead.
    package func find(_ transaction: Transaction) throws(CriticalError) {
        batch.fill(with: transaction)
        batch.repeats[0] = 0
        classifier.classify(batch, into: decisions)
        try customers.number(0..<1, of: batch)
        try accounts.prepare(0..<1, batch, decisions, customers: customers.count)
        arrivalBalance = balance
    }

    /// The steps of the row's plan.
    package var steps: [Step] {
        let plan = program.plans[Int(decisions.classes[0])]
        return (0..<Int(plan.count)).map { program.steps[Int(plan.start) + $0] }
    }

    /// The row's cell of a counter: a number of its own for each cell that the counter has.
    package func cell(of counter: Counter) -> Int {
        accounts.cell(of: counter.scope, 0, batch, decisions)
    }

    /// Decides the prepared transaction and applies the decision. The answer is the number of judgements.
    @discardableResult
    package func decide() throws(CriticalError) -> Int {
        try accounts.decideFully(0, machine, batch, decisions, isThorough: true)
        return judgementCount
    }

    /// Judges the prepared transaction by every rule and changes nothing. The answer is the number of judgements.
    package func judge() -> Int {
        let arrival = Accounts.Arrival(0, batch, accounts)
        _ = accounts.judge(arrival, machine, batch, decisions, isThorough: true)
        return judgementCount
    }

    /// The `let`s that rules of the row's plan may read.
    package var readLets: [Int] {
        letSteps.filter(\.isRead).map { Int($0.index) }
    }

    /// The `let`s that counted the transaction that was decided last.
    package var countedLets: [Int] {
        letSteps.enumerated().compactMap { place, step in
            // Of one that only reads nothing is pending, or what an earlier transaction left there.
            guard step.isCounted, program.counters[Int(step.index)].counted.includes(decisions.kinds[0]),
                decisions.pendingLets[place].window != 0
            else { return nil }
            return Int(step.index)
        }
    }

    private var letSteps: [LetStep] {
        let plan = program.plans[Int(decisions.classes[0])]
        return (0..<Int(plan.letCount)).map { program.letSteps[Int(plan.firstLet) + $0] }
    }

    /// What stands for the aggregate of a `let` where nothing is counted, for the transaction that was judged last; nil
    /// where it can't be computed.
    package func fallback(ofLet index: Int) -> Int64? {
        program.letFallbacks[index].flatMap(value)
    }

    /// What an expression of the program was for the transaction that was judged last, when it arrived; nil where it
    /// can't be computed.
    package func value(of code: Code) -> Int64? { try? machine.value(of: code, input) }

    /// The same of an expression that is a text.
    package func text(of code: Code) -> String? {
        (try? machine.text(of: code, input)).map { String(decoding: $0.copied, as: UTF8.self) }
    }

    /// Which parts of a condition make it what it is for the transaction that was judged last.
    func decidingParts(of condition: Condition) -> [PartFinding] { condition.decidingParts(machine, input) }

    private var input: MachineInput { MachineInput(batch: batch, row: 0, balance: arrivalBalance) }

    /// What the aggregate of a `let` was for the transaction that was judged last, if a rule of its plan may read it.
    package func value(ofLet index: Int) -> AggregateValue { decisions.memory.aggregates[index] }

    private var judgementCount: Int { Int(program.plans[Int(decisions.classes[0])].count) }

    /// The balance of the prepared transaction's customer.
    package var balance: Int64 {
        accounts.balance(of: batch.customerNumbers[0])
    }

    /// The number of a customer (1 to 256 bytes), who need not have been seen.
    package func number(of customer: String) throws(CriticalError) -> UInt32 {
        fill(with: customer)
        try customers.number(0..<1, of: batch)
        try accounts.makeRoom(for: customers.count)
        return batch.customerNumbers[0]
    }

    /// The balance of a customer; 0 for one who was never seen.
    package func balance(of customer: String) -> Int64 {
        guard (1...Transaction.longestID).contains(customer.utf8.count) else { return 0 }
        fill(with: customer)
        return customers.number(ifKnown: 0, of: batch).map { accounts.balance(of: $0) } ?? 0
    }

    /// Makes a transaction of the customer the batch's only row.
    private func fill(with customer: String) {
        batch.fill(with: Transaction(understood: "0", customer: customer, kind: .load, amount: 1, time: 0, fields: [:]))
    }

    /// Gives a customer without history a balance, as a test of a rules file does.
    package func setBalance(_ balance: Int64, of customer: String) throws(CriticalError) {
        try accounts.setBalance(balance, of: try number(of: customer))
    }
}
