/// What is done to a chunk, stage by stage. The serial stages take chunks one at a time, in order.
struct PipelineStages {
    /// Serial: fills the slot with the next chunk; `false` at the end of the input.
    let read: (PipelineSlot) throws(CriticalError) -> Bool
    /// Parallel: lines become transactions, with their classes and windows.
    let create: (PipelineSlot) -> Void
    /// Serial: customers are numbered and repeats found.
    let resolve: (PipelineSlot) throws(CriticalError) -> Void
    /// Serial under each policy: transactions are decided. Policies know nothing of each other.
    let decide: (PipelineSlot, _ policy: Int) throws(CriticalError) -> Void
    /// Parallel: outputs are rendered.
    let render: (PipelineSlot) -> Void
    /// Serial: events are published, which writes the outputs.
    let deliver: (PipelineSlot) throws(CriticalError) -> Void
    /// Ends a `read` that waits, once another stage has failed.
    let interrupt: () -> Void
}

/// Moves chunks through the stages with any number of threads.
///
/// Every thread runs the same loop and takes the first thing that is possible, the stages nearest to the end first,
/// except that the two serial stages every decision waits for go before all. Results depend on the order of chunks
/// alone, so the number of threads changes nothing but the time.
///
/// Sendable since all state is read and written under the monitor, and a slot's content only by the thread that took
/// the slot under the monitor.
final class ProcessManager: @unchecked Sendable {
    private let monitor = Monitor()
    /// Made when all others are taken: a short input shouldn't wait for memory that it will never use.
    private let makeSlot: () -> PipelineSlot
    private var slotsToMake: Int
    /// The last freed is the next taken, for most of it is still in the cache.
    private var free: [PipelineSlot] = []
    /// The slots of the chunks that are read and not yet delivered, in order.
    private var underWay: [PipelineSlot] = []
    private let stages: PipelineStages
    private let policies: Int

    private var nextRead = 0
    private var nextResolve = 0
    /// For each policy.
    private var nextDecide: [Int]
    private var nextDeliver = 0
    private var isReading = false
    private var isResolving = false
    /// For each policy.
    private var isDeciding: [Bool]
    private var isDelivering = false
    private var isAtEnd = false
    private var failure: CriticalError?

    /// A manager of at most `slots` chunks at once.
    init(slots: Int, makeSlot: @escaping () -> PipelineSlot, stages: PipelineStages, policies: Int) {
        slotsToMake = slots
        self.makeSlot = makeSlot
        self.stages = stages
        self.policies = policies
        nextDecide = Array(repeating: 0, count: policies)
        isDeciding = Array(repeating: false, count: policies)
    }

    /// Runs until the input has ended and everything is delivered, or until the first failure.
    func run(threads: Int) throws(CriticalError) {
        Workers.run(threads) { self.work() }
        if let failure { throw failure }
    }

    private func work() {
        monitor.lock()
        while failure == nil {
            if takeDecide() || takeResolve() || takeDeliver() || takeRender() || takeRead() { continue }
            if isAtEnd && nextDeliver == nextRead { break }
            monitor.wait()
        }
        monitor.wakeAll()
        monitor.unlock()
    }

    private func slot(_ chunk: Int) -> PipelineSlot { underWay[chunk - nextDeliver] }

    private func takeSlot() -> PipelineSlot? {
        if let slot = free.popLast() { return slot }
        guard slotsToMake > 0 else { return nil }
        slotsToMake -= 1
        return makeSlot()
    }

    /// Runs a stage without the lock, and takes the lock again for what it changes.
    private func perform(
        _ slot: PipelineSlot, _ running: PipelineSlot.State, _ done: PipelineSlot.State,
        _ stage: (PipelineSlot) throws(CriticalError) -> Void
    ) {
        slot.state = running
        monitor.unlock()
        var thrown: CriticalError?
        do {
            try stage(slot)
        } catch {
            thrown = error
        }
        monitor.lock()
        slot.state = done
        if let thrown, failure == nil {
            failure = thrown
            stages.interrupt()
        }
        monitor.wakeAll()
    }

    private func takeDecide() -> Bool {
        for policy in 0..<policies where !isDeciding[policy] && nextDecide[policy] < nextResolve {
            let slot = slot(nextDecide[policy])
            isDeciding[policy] = true
            // Another policy may be at the same chunk.
            perform(slot, .deciding, .deciding) { (slot) throws(CriticalError) in try stages.decide(slot, policy) }
            isDeciding[policy] = false
            nextDecide[policy] += 1
            slot.decided += 1
            if slot.decided == policies {
                slot.decided = 0
                slot.state = .decided
            }
            return true
        }
        return false
    }

    private func takeResolve() -> Bool {
        guard !isResolving, nextResolve < nextRead, slot(nextResolve).state == .created else { return false }
        let slot = slot(nextResolve)
        isResolving = true
        perform(slot, .resolving, .resolved, stages.resolve)
        isResolving = false
        nextResolve += 1
        return true
    }

    private func takeDeliver() -> Bool {
        guard !isDelivering, nextDeliver < nextRead, slot(nextDeliver).state == .rendered else { return false }
        let slot = slot(nextDeliver)
        isDelivering = true
        perform(slot, .delivering, .free, stages.deliver)
        isDelivering = false
        nextDeliver += 1
        free.append(underWay.removeFirst())
        return true
    }

    private func takeRender() -> Bool {
        for chunk in nextDeliver..<nextResolve where slot(chunk).state == .decided {
            perform(slot(chunk), .rendering, .rendered) { (slot) throws(CriticalError) in stages.render(slot) }
            return true
        }
        return false
    }

    private func takeRead() -> Bool {
        guard !isReading, !isAtEnd, let slot = takeSlot() else { return false }
        isReading = true
        var hasChunk = false
        perform(slot, .creating, .creating) { (slot) throws(CriticalError) in hasChunk = try stages.read(slot) }
        isReading = false
        guard hasChunk, failure == nil else {
            isAtEnd = true
            return true
        }
        underWay.append(slot)
        nextRead += 1
        perform(slot, .creating, .created) { (slot) throws(CriticalError) in stages.create(slot) }
        return true
    }
}
