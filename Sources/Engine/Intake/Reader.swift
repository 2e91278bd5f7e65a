/// Cuts the input into chunks of whole lines.
///
/// A line over `lineLimit` bytes, which the Creator rejects, is cut behind the limit where a chunk does not hold all of
/// it; the rest is skipped, so that no input can make the reader hold more than a chunk and a line.
package final class Reader {
    /// The longest line that can be a transaction, in bytes, without its line end.
    package static let lineLimit = 65_536

    /// The room a batch needs for chunks of this size.
    package static func byteCapacity(chunkSize: Int) -> Int {
        max(chunkSize, 1) + lineLimit + 2
    }

    private let source: any ByteSource
    private let chunkSize: Int
    private let carry: Column<UInt8>
    private var carryCount = 0
    private var isAtStart = true
    private var isAtEnd = false
    private var isSkipping = false
    /// How many bytes were read so far.
    package private(set) var bytesRead = 0

    /// A reader of the source, in chunks of about `chunkSize` bytes.
    package init(_ source: any ByteSource, chunkSize: Int) {
        self.source = source
        self.chunkSize = max(chunkSize, 1)
        carry = Column(zeroed: Self.byteCapacity(chunkSize: chunkSize))
    }

    deinit {
        carry.deallocate()
    }

    /// Fills `bytes` of the batch with the next lines; `false` at the end of the input.
    package func fill(_ batch: TransactionBatch) throws(CriticalError) -> Bool {
        let bytes = batch.bytes
        while true {
            var count = carryCount
            bytes.copy(from: carry, count: carryCount)
            carryCount = 0
            let end = try readLines(into: bytes, &count)
            if count == 0 { return false }
            if isSkipping {
                skipLine(bytes, count)
            } else if end > 0 {
                keep(bytes, from: end, to: count)
                finish(batch, end)
                return true
            } else {
                // One line without an end: the last one, or one over the limit.
                isSkipping = count > Self.lineLimit
                finish(batch, min(count, Self.lineLimit + 1))
                return true
            }
        }
    }

    /// Reads until there is a chunk, or what is there now, with at least one line end; or a line over the limit; or the
    /// end of the input. The answer is where the last whole line ends.
    private func readLines(into bytes: Column<UInt8>, _ count: inout Int) throws(CriticalError) -> Int {
        var end = lastNewline(bytes, from: 0, count)
        while !isAtEnd {
            if end > 0 && (count >= chunkSize || !source.isReady) { break }
            if end == 0 && count > Self.lineLimit { break }
            let room = bytes.capacity - TransactionBatch.tail - count
            let wanted = count < chunkSize ? chunkSize - count : chunkSize
            let read = try source.read(into: bytes, at: count, count: min(wanted, room))
            if read == 0 { isAtEnd = true }
            bytesRead += read
            let before = count
            count += read
            if isAtStart { skipByteOrderMark(bytes, &count) }
            end = max(end, lastNewline(bytes, from: min(before, count), count))
        }
        // The first lines can be shorter than a byte order mark; what comes next is no start any more.
        isAtStart = false
        return end
    }

    /// Drops the rest of a line over the limit.
    private func skipLine(_ bytes: Column<UInt8>, _ count: Int) {
        guard let newline = firstNewline(bytes, count) else { return }
        isSkipping = false
        keep(bytes, from: newline + 1, to: count)
    }

    private func skipByteOrderMark(_ bytes: Column<UInt8>, _ count: inout Int) {
        guard count >= 3 else { return }
        isAtStart = false
        if bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF {
            count -= 3
            bytes.copy(from: bytes, sourceStart: 3, count: count)
        }
    }

    private func keep(_ bytes: Column<UInt8>, from start: Int, to end: Int) {
        carryCount = end - start
        carry.copy(from: bytes, sourceStart: start, count: carryCount)
    }

    private func finish(_ batch: TransactionBatch, _ count: Int) {
        batch.byteCount = count
        // The fast lane reads ahead in words: stale bytes there must not complete a cut line.
        for index in count..<count + TransactionBatch.tail {
            batch.bytes[index] = 0
        }
    }

    /// Where the last line end is, plus one; 0 if there is none from `start` on.
    private func lastNewline(_ bytes: Column<UInt8>, from start: Int, _ count: Int) -> Int {
        var index = count
        while index > start {
            if bytes[index - 1] == 0x0A { return index }
            index -= 1
        }
        return 0
    }

    private func firstNewline(_ bytes: Column<UInt8>, _ count: Int) -> Int? {
        (0..<count).first { bytes[$0] == 0x0A }
    }
}
