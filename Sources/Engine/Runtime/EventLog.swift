internal import RulesDSL

/// Tells the loggers of the modules what comes along the bus.
final class EventLog: Subscriber {
    private let reader: Logger
    private let creator: Logger
    private let account: Logger
    private let writer: Logger
    private var chunk = 0

    init(_ levels: LogLevels) {
        reader = levels.logger("reader")
        creator = levels.logger("creator")
        account = levels.logger("account")
        writer = levels.logger("writer")
    }

    /// Whether anything below errors is said at all; otherwise the log need not listen.
    var isNeeded: Bool {
        [reader, creator, account, writer].contains { $0.says(.warn) }
    }

    func receive(_ message: Message, on bus: Bus) {
        switch message {
        case .transactionsRead(let events):
            chunk += 1
            let batch = events.transactions
            reader.log(.debug, "chunk \(chunk): \(batch.lineCount) lines, \(batch.byteCount) bytes")
        case .transactionsCreated(let events):
            creator.log(.debug, "chunk \(chunk): \(events.transactions.count) transactions")
        case .transactionsRejected(let events): tellRejects(events)
        case .transactionsDecided(let events): tellDecisions(events)
        case .dataWritten(let name, let bytes): writer.log(.debug, "\(name): \(bytes) bytes")
        }
    }

    private func tellRejects(_ events: EventBatch) {
        guard creator.says(.warn), let decisions = events.decisions.first else { return }
        let currency = decisions.program.policy.currency
        for reject in events.transactions.rejects {
            let line = events.transactions.linesBefore + reject.lineInChunk + 1
            creator.within("line \(line)").log(.warn, "rejected: \(reject.reason.sentence(currency))")
        }
    }

    private func tellDecisions(_ events: EventBatch) {
        let batch = events.transactions
        for decisions in events.decisions {
            account.log(.debug, "chunk \(chunk): \(batch.count) decisions, \(decisions.factCount) failures recorded")
            guard account.says(.trace) else { continue }
            for row in 0..<batch.count {
                let kind = decisions.kinds[row]
                let by = kind.isAccepted ? "" : " by \(decisions.program.ruleName(Int(decisions.rules[row])))"
                let line = batch.linesBefore + Int(batch.lines[row]) + 1
                account.within("line \(line)").log(.trace, "\(batch.kind(of: row).name) \(kind.name)\(by)")
            }
        }
    }
}
