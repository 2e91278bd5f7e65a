internal import RulesDSL

/// How far a run has come.
package struct RunProgress: Sendable {
    /// Bytes of the input read so far.
    package let bytesRead: Int
    /// Bytes of the whole input, if that is known.
    package let bytesTotal: Int?
    /// Transactions and rejected lines so far.
    package let events: Int

    package init(bytesRead: Int, bytesTotal: Int?, events: Int) {
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
        self.events = events
    }
}

/// Runs an input through one or two policies. It builds the parts, starts them, lets them drain when the input ends or a
/// stop is asked for, and ends with the first critical error.
package final class Runner {
    /// What a run needs to know.
    package struct Configuration {
        /// One program, or the old and the new one of a dry-run, which read the same fields.
        package let programs: [Program]
        package let source: any ByteSource
        /// How many threads work, at least 1.
        package var threads = 2
        /// About how many bytes of input are worked on together.
        package var chunkSize = Runner.defaultChunkSize
        /// How many seconds a transaction may be ahead of the latest one before it; no limit without.
        package var maximumLead: Int64?
        /// Which failures are recorded with decisions: all, for explanations.
        package var recordedFacts = RecordedFacts.ofAccepted
        /// Asked before each chunk; after the first `true` nothing more is read, and what was read is finished.
        package var shouldStop: () -> Bool = { false }
        /// Where the modules say what they do.
        package var logLevels = LogLevels.silent
        /// Told after each chunk.
        package var progress: ((RunProgress) -> Void)?

        package init(programs: [Program], source: any ByteSource) {
            self.programs = programs
            self.source = source
        }
    }

    package static let defaultChunkSize = 256 << 10
    private static let slotCount = 8
    /// An estimate for sizing tables: a canonical line has about this many bytes.
    private static let bytesPerLine = 85

    /// Where the parts of the run hear of events. Subscribe before `run`.
    package let bus = Bus()

    private let configuration: Configuration
    private let reader: Reader
    private let creator: Creator
    private let classifiers: [Classifier]
    private let accounts: [Accounts]
    /// Repeats do not depend on decisions: those that are resolved ahead are the same under every policy.
    private let memory: TransactionMemory?
    private let customers: CustomerDirectory
    private var renderings: [any Rendering] = []
    private var tallies: [Tally]
    private var horizon: TimeHorizon?
    private var lines = 0
    private var events = 0

    /// Prepares a run.
    package init(_ configuration: Configuration) throws(CriticalError) {
        self.configuration = configuration
        let programs = configuration.programs
        guard let first = programs.first else { throw CriticalError(.inconsistency, "a run needs a policy") }
        guard programs.allSatisfy({ $0.input == first.input }) else {
            throw CriticalError(.inconsistency, "the policies of a run must read the same fields")
        }
        reader = Reader(configuration.source, chunkSize: configuration.chunkSize)
        creator = Creator(currency: first.policy.currency, fields: first.input)
        classifiers = programs.map { Classifier($0) }
        let expected = (configuration.source.length ?? 0) / Self.bytesPerLine
        var accounts: [Accounts] = []
        for program in programs {
            accounts.append(try Accounts(program, recording: configuration.recordedFacts, expecting: expected))
        }
        self.accounts = accounts
        memory = programs.contains(where: \.resolvedAhead) ? try TransactionMemory(expecting: expected) : nil
        customers = try CustomerDirectory()
        horizon = configuration.maximumLead.map { TimeHorizon(maximumLead: $0) }
        tallies = programs.map { Tally(rules: $0.rules.count) }
        let log = EventLog(configuration.logLevels)
        if log.isNeeded {
            bus.subscribe(
                log, to: .transactionsRead, .transactionsCreated, .transactionsRejected, .transactionsDecided,
                .dataWritten)
        }
    }

    /// Renders every batch and writes it to the sink, in order.
    package func write(_ rendering: any Rendering, to sink: any ByteSink, name: String) {
        bus.subscribe(Writer(name: name, rendering: renderings.count, sink: sink), to: .transactionsDecided)
        renderings.append(rendering)
    }

    /// Runs until the input ends. The answer is the summary under each policy.
    package func run() throws(CriticalError) -> [RunSummary] {
        let capacity = Reader.byteCapacity(chunkSize: configuration.chunkSize)
        let programs = configuration.programs
        let renderings = renderings.count
        let stages = PipelineStages(
            read: read, create: create, resolve: resolve, decide: decide, render: render, deliver: deliver,
            interrupt: configuration.source.interrupt)
        let logger = configuration.logLevels.logger("runner")
        logger.log(.info, "starting with \(configuration.threads) threads")
        let manager = ProcessManager(
            slots: Self.slotCount,
            makeSlot: { PipelineSlot(byteCapacity: capacity, programs: programs, renderings: renderings) },
            stages: stages, policies: accounts.count)
        do {
            try manager.run(threads: configuration.threads)
        } catch {
            logger.log(.error, error.message)
            throw error
        }
        logger.log(.info, "drained after \(lines) lines and \(events) events")
        return zip(tallies, configuration.programs).map { tally, program in
            var summary = tally.summary(program)
            (summary.rejectsByReason, summary.firstReject) = (tallies[0].rejects, tallies[0].firstReject)
            return summary
        }
    }

    private func read(_ slot: PipelineSlot) throws(CriticalError) -> Bool {
        guard !configuration.shouldStop() else { return false }
        do {
            let hasChunk = try reader.fill(slot.transactions)
            slot.bytesRead = reader.bytesRead
            return hasChunk
        } catch {
            throw error.during("reading the input")
        }
    }

    private func create(_ slot: PipelineSlot) {
        creator.create(slot.transactions)
        classify(slot)
    }

    private func classify(_ slot: PipelineSlot) {
        for (classifier, decisions) in zip(classifiers, slot.decisions) {
            classifier.classify(slot.transactions, into: decisions)
        }
    }

    private func resolve(_ slot: PipelineSlot) throws(CriticalError) {
        let batch = slot.transactions
        if horizon?.reject(in: batch) == true { classify(slot) }
        number(batch)
        do {
            try recognize(batch)
        } catch {
            throw error.during("recognizing customers and repeats")
        }
        slot.customers = customers.count
    }

    /// Tells the chunk where it stands in the input.
    private func number(_ batch: TransactionBatch) {
        batch.linesBefore = lines
        batch.eventsBefore = events
        lines += batch.lineCount
        events += batch.count + batch.rejects.count
    }

    private func recognize(_ batch: TransactionBatch) throws(CriticalError) {
        var start = 0
        while start < batch.count {
            let rows = start..<min(start + CustomerDirectory.batch, batch.count)
            try customers.number(rows, of: batch)
            try memory?.remember(rows, of: batch)
            start = rows.upperBound
        }
    }

    private func decide(_ slot: PipelineSlot, by policy: Int) throws(CriticalError) {
        do {
            try accounts[policy].decide(slot.transactions, into: slot.decisions[policy], customers: slot.customers)
        } catch {
            throw error.during("deciding")
        }
    }

    private func render(_ slot: PipelineSlot) {
        let events = slot.events
        for (rendering, output) in zip(renderings, slot.rendered) {
            output.buffer.clear()
            rendering.render(events, into: &output.buffer)
        }
        for (index, decisions) in slot.decisions.enumerated() {
            var tally = Tally(rules: decisions.program.rules.count)
            tally.count(slot.transactions, decisions)
            slot.tallies[index] = tally
        }
    }

    private func deliver(_ slot: PipelineSlot) throws(CriticalError) {
        for index in tallies.indices { tallies[index].add(slot.tallies[index]) }
        tallies[0].countRejects(slot.transactions, configuration.programs[0].policy.currency)
        let events = slot.events
        try bus.publish(.transactionsRead(events))
        try bus.publish(.transactionsCreated(events))
        if !slot.transactions.rejects.isEmpty { try bus.publish(.transactionsRejected(events)) }
        try bus.publish(.transactionsDecided(events))
        let batch = slot.transactions
        configuration.progress?(
            RunProgress(
                bytesRead: slot.bytesRead, bytesTotal: configuration.source.length,
                events: batch.eventsBefore + batch.count + batch.rejects.count))
    }
}
