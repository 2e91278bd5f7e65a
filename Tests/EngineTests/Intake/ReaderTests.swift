import Engine
import TestSupport
import Testing

/// The reader cuts input into whole lines, whatever the size of chunks and of the pieces that arrive.
@Suite struct ReaderTests {
    private func lines(_ input: String, chunkSize: Int, pieceSize: Int = .max) throws -> [String] {
        let reader = Reader(MemorySource(Array(input.utf8), pieceSize: pieceSize), chunkSize: chunkSize)
        let batch = TransactionBatch(byteCapacity: Reader.byteCapacity(chunkSize: chunkSize))
        // Bytes, since Swift takes CR LF for one character.
        var text: [UInt8] = []
        while try reader.fill(batch) {
            let chunk = (0..<batch.byteCount).map { batch.bytes[$0] }
            let tail = (0..<TransactionBatch.tail).map { batch.bytes[batch.byteCount + $0] }
            #expect(tail.allSatisfy { $0 == 0 })
            text += chunk
            if chunk.last != 0x0A { text.append(UInt8(ascii: "|")) }
        }
        return text.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1_000], [1, 2, 5, 1_000])
    func `chunks and pieces change nothing`(chunkSize: Int, pieceSize: Int) throws {
        let input = "a\nbb\r\n\nccc\nlast"
        let found = try lines(input, chunkSize: chunkSize, pieceSize: pieceSize)
        #expect(found == ["a", "bb\r", "", "ccc", "last|"])
    }

    @Test func `nothing has no lines`() throws {
        #expect(try lines("", chunkSize: 10) == [""])
    }

    @Test(arguments: [1, 2, 1_000])
    func `a byte order mark is skipped at the very start only`(pieceSize: Int) throws {
        let found = try lines("\u{FEFF}a\n\u{FEFF}b\n", chunkSize: 10, pieceSize: pieceSize)
        #expect(found.map { Array($0.utf8) } == ["a", "\u{FEFF}b", ""].map { Array($0.utf8) })
    }

    @Test(arguments: [1, 2, 1_000], [1, 2, 1_000])
    func `a byte order mark behind a short first line stays`(chunkSize: Int, pieceSize: Int) throws {
        let found = try lines("\n\u{FEFF}a\n", chunkSize: chunkSize, pieceSize: pieceSize)
        #expect(found.map { Array($0.utf8) } == ["", "\u{FEFF}a", ""].map { Array($0.utf8) })
    }

    @Test(arguments: [-1, 0, 1, 2, 100_000], [100, 1_000_000])
    func `a line over the limit is cut and the next one is whole`(excess: Int, chunkSize: Int) throws {
        let long = String(repeating: "x", count: Reader.lineLimit + excess)
        let reader = Reader(MemorySource(Array("a\n\(long)\nb\n".utf8), pieceSize: 1_024), chunkSize: chunkSize)
        let batch = TransactionBatch(byteCapacity: Reader.byteCapacity(chunkSize: chunkSize))
        var lengths: [Int] = []
        while try reader.fill(batch) {
            let bytes = (0..<batch.byteCount).map { batch.bytes[$0] }
            lengths += bytes.split(separator: 0x0A, omittingEmptySubsequences: true).map(\.count)
        }
        #expect(lengths.count == 3)
        #expect(lengths.first == 1 && lengths.last == 1)
        #expect((lengths[1] > Reader.lineLimit) == (excess > 0))
    }
}
