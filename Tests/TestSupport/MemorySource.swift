package import Engine

/// Input that is already in memory, handed out in pieces of at most a given size.
package final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private let pieceSize: Int
    private var position = 0

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
