package import Engine

/// Output that is kept in memory.
package final class MemorySink: ByteSink {
    /// All that was written.
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package func write(_ source: Column<UInt8>, count: Int) {
        bytes += TextSlice(source, offset: 0, length: count).copied
    }

    /// What was written, as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
