/// Writes one rendering of each batch to its sink, in order.
package final class Writer: Subscriber {
    private let name: String
    private let rendering: Int
    private let sink: any ByteSink

    /// A writer of the rendering with the given index.
    ///
    /// - Parameters:
    ///   - name: What people call the output, such as its path.
    ///   - rendering: The index among the run's renderings.
    ///   - sink: Where the bytes go.
    package init(name: String, rendering: Int, sink: any ByteSink) {
        self.name = name
        self.rendering = rendering
        self.sink = sink
    }

    package func receive(_ message: Message, on bus: Bus) throws(CriticalError) {
        guard case .transactionsDecided(let events) = message else { return }
        let output = events.rendered[rendering]
        let count = output.buffer.count
        guard count > 0 else { return }
        do {
            try sink.write(output.buffer.bytes, count: count)
        } catch {
            throw error.during(name).during("writing")
        }
        try bus.publish(.dataWritten(to: name, bytes: count))
    }
}
