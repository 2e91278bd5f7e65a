import Engine
import Testing

@Suite struct BrokenInvariantTests {
    /// A table of eight slots by where the search for the entry of each begins.
    private static func check(_ homes: [Int: Int], entries: Int) throws(BrokenInvariant) {
        try BrokenInvariant.checkProbing(slots: 8, entries: entries) { homes[$0] }
    }

    @Test func `an entry is found where no slot before it is empty`() throws {
        try Self.check([:], entries: 0)
        try Self.check([1: 1, 2: 1, 3: 2], entries: 3)
        // Behind the last slot comes the first.
        try Self.check([6: 6, 7: 6, 0: 6], entries: 3)
    }

    @Test func `what is not found is wrong, and what is not counted`() {
        #expect(throws: BrokenInvariant("slot 3 is not reached: 2 is empty")) {
            try Self.check([1: 1, 3: 1], entries: 2)
        }
        #expect(throws: BrokenInvariant("slot 1 is not reached: 0 is empty")) {
            try Self.check([7: 7, 1: 7], entries: 2)
        }
        #expect(throws: BrokenInvariant("1 slots are taken, not 2")) { try Self.check([5: 5], entries: 2) }
        #expect(throws: BrokenInvariant("6 slots are no power of two")) {
            try BrokenInvariant.checkProbing(slots: 6, entries: 0) { _ in nil }
        }
    }

    @Test func `numbers are those from one on`() throws {
        try BrokenInvariant.checkNumbering([])
        try BrokenInvariant.checkNumbering([3, 1, 2])
        #expect(throws: BrokenInvariant("number 2 stands where 1 should")) {
            try BrokenInvariant.checkNumbering([2, 3])
        }
        #expect(throws: BrokenInvariant("number 1 stands where 2 should")) {
            try BrokenInvariant.checkNumbering([1, 1])
        }
    }
}
