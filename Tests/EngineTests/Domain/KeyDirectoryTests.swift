import Engine
import TestSupport
import Testing

@Suite struct KeyDirectoryTests {
    @Test func `keys are numbered in the order in which they are first seen, whatever their bytes`() throws {
        let directory = try KeyDirectory(hash: ByteHash(seed: 7))
        var numbers = SeededNumbers(seed: 7)
        var known: [[UInt8]: UInt32] = [:]
        for step in 0..<8_000 {
            // Short alphabets, so that keys come again, and are parts of one another.
            let length = Int.random(in: 0...12, using: &numbers)
            let key = (0..<length).map { _ in UInt8.random(in: 0...2, using: &numbers) }
            try Self.withText(key) { text in
                #expect(directory.number(ifKnown: text) == known[key])
                let number = try directory.number(of: text)
                #expect(number == known[key] ?? UInt32(known.count), "step \(step), \(key)")
                known[key] = number
            }
            if step % 200 == 0 { try directory.checkInvariants() }
        }
        #expect(directory.count == known.count)
        #expect(known.count > 2_000)
    }

    @Test func `a hash never decides`() throws {
        let directory = try KeyDirectory()
        for round in 0..<2 {
            for index in 0..<600 {
                try Self.withText(Array("key \(index)".utf8)) { text in
                    let number = try directory.number(of: text, hash: UInt64(index % 3))
                    #expect(number == UInt32(index), "round \(round)")
                }
            }
        }
        #expect(directory.count == 600)
        try directory.checkInvariants()
    }

    @Test func `looking ahead changes nothing`() throws {
        let directory = try KeyDirectory()
        let hashes = Column<UInt64>(repeating: 0, capacity: 4)
        defer { hashes.deallocate() }
        for index in 0..<4 {
            try Self.withText(Array("\(index)".utf8)) { hashes[index] = directory.hash(of: $0) }
        }
        directory.touch(hashes, count: 4)
        #expect(directory.count == 0)
        for index in 0..<4 {
            try Self.withText(Array("\(index)".utf8)) { text in
                let number = try directory.number(of: text, hash: hashes[index])
                #expect(number == UInt32(index))
                let again = try directory.number(of: text)
                #expect(again == number)
            }
        }
    }

    /// Hands over the bytes as a part of a longer text.
    private static func withText(_ bytes: [UInt8], _ body: (TextSlice) throws -> Void) throws {
        let column = Column<UInt8>(repeating: 0xAA, capacity: bytes.count + 24)
        defer { column.deallocate() }
        column.copy(from: bytes, to: 8)
        try body(TextSlice(column, offset: 8, length: bytes.count))
    }
}
