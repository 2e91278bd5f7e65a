/// Keeps every event of a run in memory: append, fetch by number, by transaction id, and by account.
///
/// Its aggregates are accounts: each event knows the one before it of the same customer, so that an account's history
/// is fetched in time linear in its own length.
package final class EventStore: Subscriber {
    private var events: [Event] = []
    private var previousOfCustomer: [Int] = []
    private var lastOfCustomer: [String.UTF8Key: Int] = [:]
    private var byID: [String.UTF8Key: [Int]] = [:]

    /// An empty store.
    package init() {}

    /// How many events there are.
    package var count: Int { events.count }

    package func receive(_ message: Message, on bus: Bus) {
        guard case .transactionsDecided(let events) = message, let decisions = events.decisions.first else { return }
        let batch = events.transactions
        var cursor = EventCursor(batch)
        var fact = 0
        for row in 0..<batch.count {
            var facts: [Fact] = []
            while fact < decisions.factCount && Int(decisions.facts[fact].row) == row {
                facts.append(decisions.facts[fact])
                fact += 1
            }
            let body = Self.body(batch.transaction(row), decisions.kinds[row], decisions.causes[row], facts)
            append(Event(number: cursor.eventNumber(of: row), line: cursor.line(of: row), body: body))
        }
    }

    private static func body(
        _ transaction: Transaction, _ kind: DecisionKind, _ cause: Cause, _ facts: [Fact]
    ) -> Event.Body {
        switch kind {
        case .accepted, .reviewed:
            transaction.kind == .load
                ? .accountDeposited(transaction, reviews: facts) : .accountWithdrawn(transaction, reviews: facts)
        case .ignored, .declined:
            // Not from the facts: a run without explanations records none of a repeat.
            cause == .duplicate || cause == .conflict
                ? .duplicateTransaction(transaction, kind, failures: facts)
                : .accountLimitExceeded(transaction, failures: facts)
        }
    }

    /// Appends an event, whose number must be above all others.
    package func append(_ event: Event) {
        let index = events.count
        let customer = String.UTF8Key(event.transaction.customer)
        previousOfCustomer.append(lastOfCustomer[customer] ?? -1)
        lastOfCustomer[customer] = index
        byID[String.UTF8Key(event.transaction.id), default: []].append(index)
        events.append(event)
    }

    /// The events from an index on, in order.
    package func events(from index: Int = 0) -> ArraySlice<Event> { events[min(index, events.count)...] }

    /// The events of one account, in order.
    package func events(of customer: String) -> [Event] {
        var found: [Event] = []
        var index = lastOfCustomer[String.UTF8Key(customer)] ?? -1
        while index >= 0 {
            found.append(events[index])
            index = previousOfCustomer[index]
        }
        return found.reversed()
    }

    /// The events of every transaction with this id, in order, whoever sent it.
    package func events(withID id: String) -> [Event] {
        (byID[String.UTF8Key(id)] ?? []).map { events[$0] }
    }
}

extension String {
    /// A text compared by its bytes: Swift's own comparison takes two ids for one where Unicode finds them equivalent.
    package struct UTF8Key: Hashable, Sendable {
        private let bytes: [UInt8]

        package init(_ text: String) {
            bytes = Array(text.utf8)
        }

        package var text: String { String(decoding: bytes, as: UTF8.self) }
    }
}

extension TransactionBatch {
    /// A row as a value of its own.
    package func transaction(_ row: Int) -> Transaction {
        Transaction(
            understood: String(decoding: idText(row).copied, as: UTF8.self),
            customer: String(decoding: customerText(row).copied, as: UTF8.self), kind: kind(of: row),
            amount: amounts[row], time: times[row], fields: fieldValues(of: row))
    }
}
