/// What became of each account: a report, folded from events. It can be thrown away and made anew from the event store.
///
/// Accounts are in the order of their first transactions. Each takes about 100 bytes, and its customer's name.
package final class AccountView: Subscriber {
    /// What became of one account.
    package struct Account: Sendable, Equatable {
        package let customer: String
        /// Accepted loads less accepted withdrawals, in minor units.
        package var balance: Int64 = 0
        /// How many loads were accepted.
        package var loads = 0
        /// How many withdrawals were accepted.
        package var withdrawals = 0
        /// How many of both were flagged for review.
        package var reviewed = 0
        package var declined = 0
        package var ignored = 0

        init(_ customer: String) {
            self.customer = customer
        }

        mutating func count(_ decision: DecisionKind, _ kind: TransactionKind, _ amount: Int64) {
            switch decision {
            case .declined: declined += 1
            case .ignored: ignored += 1
            case .reviewed:
                reviewed += 1
                move(kind, amount)
            case .accepted: move(kind, amount)
            }
        }

        /// An accepted transaction's balance fits: the decision made sure of it.
        private mutating func move(_ kind: TransactionKind, _ amount: Int64) {
            switch kind {
            case .load:
                balance &+= amount
                loads += 1
            case .withdrawal:
                balance &-= amount
                withdrawals += 1
            }
        }
    }

    package private(set) var accounts: [Account] = []
    private var places: [String.UTF8Key: Int] = [:]
    /// The place of each customer of the run by its number there; below zero before its first transaction.
    private var placesByNumber: [Int] = []

    /// A view without any account.
    package init() {}

    package func receive(_ message: Message, on bus: Bus) {
        guard case .transactionsDecided(let events) = message, let decisions = events.decisions.first else { return }
        let batch = events.transactions
        for row in 0..<batch.count {
            accounts[place(of: row, batch)].count(decisions.kinds[row], batch.kind(of: row), batch.amounts[row])
        }
    }

    /// Folds the events of a store, in order.
    package func fold(_ events: some Sequence<Event>) {
        for event in events {
            let transaction = event.transaction
            accounts[place(of: transaction.customer)].count(event.decision, transaction.kind, transaction.amount)
        }
    }

    /// The account of a customer, if any of its transactions was seen.
    package func account(_ customer: String) -> Account? {
        places[String.UTF8Key(customer)].map { accounts[$0] }
    }

    private func place(of row: Int, _ batch: TransactionBatch) -> Int {
        let number = Int(batch.customerNumbers[row])
        while placesByNumber.count <= number { placesByNumber.append(-1) }
        if placesByNumber[number] < 0 {
            placesByNumber[number] = place(of: String(decoding: batch.customerText(row), as: UTF8.self))
        }
        return placesByNumber[number]
    }

    private func place(of customer: String) -> Int {
        if let place = places[String.UTF8Key(customer)] { return place }
        places[String.UTF8Key(customer)] = accounts.count
        accounts.append(Account(customer))
        return accounts.count - 1
    }
}
