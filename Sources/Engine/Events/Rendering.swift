/// Makes the bytes of an output from a batch. Pure, so that batches are rendered in parallel, ahead of their turn.
package protocol Rendering: Sendable {
    /// Appends the batch's lines.
    func render(_ events: EventBatch, into output: inout OutputBuffer)
}

/// The buffer of one rendering in one slot of the pipeline, kept from chunk to chunk.
package final class RenderedOutput {
    package var buffer: OutputBuffer

    package init(capacity: Int) {
        buffer = OutputBuffer(capacity: capacity)
    }
}
