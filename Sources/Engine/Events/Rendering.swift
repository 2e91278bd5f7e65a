/// Makes the bytes of an output from a batch. Pure, so that batches are rendered in parallel, ahead of their turn.
package protocol Rendering: Sendable {
    /// Appends the batch's lines.
    func render(_ events: EventBatch, into output: OutputBuffer)
}
