/// What happened, as the parts of the engine tell each other. The events' names are in brackets.
package enum Message {
    /// Lines were read (`TxnRead`).
    case transactionsRead(EventBatch)
    /// Lines became transactions (`TxnCreated`).
    case transactionsCreated(EventBatch)
    /// Lines did not (`TxnCreateFailed`).
    case transactionsRejected(EventBatch)
    /// Transactions were decided (`AccountDeposited`, `AccountWithdrawn`, `DuplicateTxn`, `AccountLimitExceeded`).
    case transactionsDecided(EventBatch)
    /// Bytes were written to an output (`DataWritten`).
    case dataWritten(to: String, bytes: Int)

    /// The topic it is published on.
    package var topic: Topic {
        switch self {
        case .transactionsRead: .transactionsRead
        case .transactionsCreated: .transactionsCreated
        case .transactionsRejected: .transactionsRejected
        case .transactionsDecided: .transactionsDecided
        case .dataWritten: .dataWritten
        }
    }
}

/// What a subscriber can listen to.
package enum Topic: Int, CaseIterable, Sendable {
    case transactionsRead
    case transactionsCreated
    case transactionsRejected
    case transactionsDecided
    case dataWritten
}

/// A part of the engine that hears messages.
package protocol Subscriber: AnyObject {
    /// Takes a message. What it throws stops the run.
    func receive(_ message: Message, on bus: Bus) throws(CriticalError)
}

/// Delivers each message to all subscribers of its topic, in the order in which they subscribed, before the next
/// message is taken: fan-in, since anybody may publish, and fan-out, since anybody may listen.
///
/// Messages carry a chunk of events each, so that the bus costs nothing for a single transaction. It belongs to the
/// pipeline's delivery stage, which one thread runs at a time.
package final class Bus {
    private var subscribers: [[any Subscriber]] = Array(repeating: [], count: Topic.allCases.count)
    private var waiting: [Message] = []
    private var isDelivering = false

    /// A bus that nobody listens to yet.
    package init() {}

    /// Delivers the topics' messages to the subscriber from now on.
    package func subscribe(_ subscriber: any Subscriber, to topics: Topic...) {
        for topic in topics {
            subscribers[topic.rawValue].append(subscriber)
        }
    }

    /// Delivers a message, and after it those that subscribers published meanwhile.
    package func publish(_ message: Message) throws(CriticalError) {
        waiting.append(message)
        guard !isDelivering else { return }
        isDelivering = true
        defer { isDelivering = false }
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            for subscriber in subscribers[next.topic.rawValue] {
                try subscriber.receive(next, on: self)
            }
        }
    }
}
