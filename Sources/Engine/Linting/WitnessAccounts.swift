internal import RulesDSL

/// The accounts that decide what is tried, and how much more may be.
///
/// Each try begins without history. The accounts of a large policy are slow to make, and so every try is another
/// customer of the same ones where customers have nothing in common.
final class WitnessAccounts {
    /// The customer of a test that names none.
    private static let plainCustomer = "1"

    let program: Program
    /// How many judgements of single rules may still be made.
    private var patience: Int
    private let canShare: Bool
    private var shared: OneByOne?
    private var customers = 0

    init(_ program: Program, patience: Int) {
        self.program = program
        self.patience = patience
        canShare = program.policy.keepsCustomersApart
    }

    /// Whether there is no more time to try anything.
    var isExhausted: Bool { patience <= 0 }

    /// Accounts in which a customer has no history: the wanted one, or else any.
    func beginning(_ wanted: String?) throws(CriticalError) -> (accounts: OneByOne, customer: String) {
        guard canShare, wanted == nil else { return (try make(), wanted ?? Self.plainCustomer) }
        customers += 1
        if let shared { return (shared, "\(customers)") }
        let accounts = try make()
        shared = accounts
        return (accounts, "\(customers)")
    }

    private func make() throws(CriticalError) -> OneByOne {
        // In judgements: each aggregate has memory of its own.
        patience -= 10 * program.rules.count + 100 * program.cells.count
        return try OneByOne(program)
    }

    /// Counts one more transaction, which all rules may judge.
    func spendOnTransaction() {
        patience -= program.rules.count
    }
}

extension CheckedPolicy {
    /// Whether no decision about a customer depends on another one's transactions, or on who it is.
    fileprivate var keepsCustomersApart: Bool {
        aggregates.allSatisfy {
            $0.aggregate.scope.isOfCustomers && !expressions(of: $0).contains(where: readsCustomer)
        }
            && rules.allSatisfy { $0.keepsCustomersApart && !$0.expressions.contains(where: readsCustomer) }
    }

    private func expressions(of named: CheckedLetAggregate) -> [CheckedExpression] {
        [named.filter, named.fallback, named.aggregate.expression].compactMap { $0 }
    }

    private func readsCustomer(_ expression: CheckedExpression) -> Bool {
        reads(expression) { $0 == FieldIndex(.customer) }
    }
}

extension CheckedRule {
    fileprivate var keepsCustomersApart: Bool {
        switch check {
        case .unique(let unique): unique.scope.isOfCustomers
        case .limit(let aggregate, atMost: _): aggregate.scope.isOfCustomers
        case .require: true
        }
    }
}

extension CheckedScope {
    fileprivate var isOfCustomers: Bool {
        switch self {
        case .everyone: false
        case .fields(let fields): fields.contains(FieldIndex(.customer))
        }
    }
}
