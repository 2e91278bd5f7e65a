/// One place in the pipeline: a chunk of input and all that is made of it, allocated once.
final class PipelineSlot {
    /// How far the chunk has come. Each stage moves it on by one or two: taken by a thread, then done.
    enum State: Int {
        case free
        case creating
        case created
        case resolving
        case resolved
        case deciding
        case decided
        case rendering
        case rendered
        case delivering
    }

    var state = State.free
    /// How many policies have decided the chunk.
    var decided = 0
    let transactions: TransactionBatch
    let decisions: [DecisionBatch]
    let rendered: [RenderedOutput]
    /// What the decisions under each policy add up to.
    var tallies: [Tally]
    /// How many customers there were when the chunk's own were numbered.
    var customers = 0
    /// How many bytes of the input were read when the chunk was.
    var bytesRead = 0

    init(byteCapacity: Int, programs: [Program], renderings: Int) {
        transactions = TransactionBatch(byteCapacity: byteCapacity, fields: programs.first?.input ?? .empty)
        let rows = transactions.rowCapacity
        decisions = programs.map { DecisionBatch($0, rowCapacity: rows) }
        tallies = programs.map { Tally(rules: $0.rules.count) }
        rendered = (0..<renderings).map { _ in RenderedOutput(capacity: byteCapacity) }
    }

    var events: EventBatch {
        EventBatch(transactions: transactions, decisions: decisions, rendered: rendered)
    }
}
