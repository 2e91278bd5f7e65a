import Synchronization

/// Standard output or standard error: text that is gathered and written in whole, and the first failure to do so.
package final class ConsoleStream: Sendable {
    private enum Destination: Sendable {
        case descriptor(Descriptor)
        /// Kept, for tests.
        case memory
    }

    private struct State {
        var bytes: [UInt8] = []
        var failure: SystemFailure?
    }

    private let destination: Destination
    private let state = Mutex(State())
    /// Whether a person looks at it.
    package let isTerminal: Bool

    private static let flushSize = 1 << 16

    /// A stream to an open descriptor.
    package init(_ descriptor: Descriptor) {
        destination = .descriptor(descriptor)
        isTerminal = descriptor.isTerminal
    }

    /// A stream that keeps what it is given, as if it were a terminal or not.
    package init(keepingAsTerminal isTerminal: Bool) {
        destination = .memory
        self.isTerminal = isTerminal
    }

    /// Appends text; it may be written later.
    package func write(_ text: String) {
        state.withLock { state in
            state.bytes += text.utf8
            if state.bytes.count >= Self.flushSize { flush(&state) }
        }
    }

    /// Appends text and a line's end.
    package func writeLine(_ text: String = "") {
        write(text + "\n")
    }

    /// Writes what was gathered. The answer is the first failure since the beginning; after one nothing more is tried.
    @discardableResult package func flush() -> SystemFailure? {
        state.withLock { state in
            flush(&state)
            return state.failure
        }
    }

    private func flush(_ state: inout State) {
        guard case .descriptor(let descriptor) = destination, !state.bytes.isEmpty else { return }
        if state.failure == nil {
            do {
                try descriptor.write(state.bytes)
            } catch {
                state.failure = error
            }
        }
        state.bytes.removeAll(keepingCapacity: true)
    }

    /// What a stream that keeps has been given.
    package var kept: String {
        state.withLock { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
