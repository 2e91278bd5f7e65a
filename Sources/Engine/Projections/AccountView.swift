/// What became of each account, folded from events: what the seed calls the AccountView. It can be thrown away and
/// made anew from the event store.
package final class AccountView: Subscriber {
    package struct Account: Sendable, Equatable {
        /// Accepted loads less accepted withdrawals, in minor units.
        package var balance: Int64 = 0
        package var loads = 0
        package var withdrawals = 0
        package var declined = 0
        package var ignored = 0
    }

    private var accounts: [String.UTF8Key: Account] = [:]

    /// A view without any account.
    package init() {}

    package func receive(_ message: Message, on bus: Bus) {
        guard case .transactionsDecided(let events) = message, let decisions = events.decisions.first else { return }
        for row in 0..<events.transactions.count {
            fold(events.transactions.transaction(row), decisions.kinds[row])
        }
    }

    /// Folds the events of a store, in order.
    package func fold(_ events: some Sequence<Event>) {
        for event in events {
            fold(event.transaction, event.decision)
        }
    }

    private func fold(_ transaction: Transaction, _ decision: DecisionKind) {
        var account = accounts[String.UTF8Key(transaction.customer)] ?? Account()
        switch (decision, transaction.kind) {
        case (.accepted, .load), (.reviewed, .load):
            // An accepted transaction's balance fits: the decision made sure of it.
            account.balance &+= transaction.amount
            account.loads += 1
        case (.accepted, .withdrawal), (.reviewed, .withdrawal):
            account.balance &-= transaction.amount
            account.withdrawals += 1
        case (.declined, _): account.declined += 1
        case (.ignored, _): account.ignored += 1
        }
        accounts[String.UTF8Key(transaction.customer)] = account
    }

    /// The account of a customer, if any of its transactions was seen.
    package func account(_ customer: String) -> Account? { accounts[String.UTF8Key(customer)] }

    /// How many accounts there are.
    package var count: Int { accounts.count }
}
