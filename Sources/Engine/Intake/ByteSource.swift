/// Where the input comes from.
package protocol ByteSource: AnyObject {
    /// Reads at least one and at most `count` bytes to `start`; 0 at the end of the input. Waits where it must.
    func read(into bytes: Column<UInt8>, at start: Int, count: Int) throws(CriticalError) -> Int
    /// Whether a read would not have to wait now. What is there is decided first, so that a peer at the other end of
    /// a pipe gets its answers.
    var isReady: Bool { get }
    /// How many bytes the whole input has, if that is known.
    var length: Int? { get }
    /// Ends the input for whoever waits for it now: the run has failed elsewhere. Any thread may call it.
    func interrupt()
}

extension ByteSource {
    /// A source that never waits has nobody to wake.
    package func interrupt() {}
}

/// Input that is already in memory, handed out in pieces of at most a given size.
package final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private let pieceSize: Int
    private var position = 0

    /// A source of the given bytes.
    package init(_ bytes: [UInt8], pieceSize: Int = .max) {
        self.bytes = bytes
        self.pieceSize = max(1, pieceSize)
    }

    package func read(into target: Column<UInt8>, at start: Int, count: Int) -> Int {
        let taken = min(count, pieceSize, bytes.count - position)
        target.copy(from: Array(bytes[position..<position + taken]), to: start)
        position += taken
        return taken
    }

    package var isReady: Bool { true }
    package var length: Int? { bytes.count }
}
