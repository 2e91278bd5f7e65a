/// That a structure is not as its own code leaves it, which no input can bring about.
///
/// `checkInvariants()` of a structure throws it. Tests call that after changes, so that a mistake is found where it is
/// made; nothing calls it while deciding, since it looks at everything that the structure holds.
package struct BrokenInvariant: Error, Sendable, Equatable {
    package let message: String

    package init(_ message: String) {
        self.message = message
    }
}

extension BrokenInvariant {
    /// Checks that every entry of an open-addressing table is found: no slot is empty from the one where the search
    /// for it begins up to its own.
    ///
    /// - Parameters:
    ///   - slots: How many slots there are.
    ///   - entries: How many of them should be taken.
    ///   - home: Where the search for the entry of a slot begins; nil for an empty slot.
    /// - Throws: What is wrong.
    package static func checkProbing(slots: Int, entries: Int, home: (Int) -> Int?) throws(BrokenInvariant) {
        guard slots > 0, slots & (slots - 1) == 0 else { throw BrokenInvariant("\(slots) slots are no power of two") }
        var taken = 0
        for slot in 0..<slots {
            guard var place = home(slot) else { continue }
            taken += 1
            while place != slot {
                guard home(place) != nil else {
                    throw BrokenInvariant("slot \(slot) is not reached: \(place) is empty")
                }
                place = (place + 1) & (slots - 1)
            }
        }
        guard taken == entries else { throw BrokenInvariant("\(taken) slots are taken, not \(entries)") }
    }

    /// Checks that numbers are those from 1 to their count, each once.
    package static func checkNumbering(_ numbers: [UInt32]) throws(BrokenInvariant) {
        for (index, number) in numbers.sorted().enumerated() where number != UInt32(index + 1) {
            throw BrokenInvariant("number \(number) stands where \(index + 1) should")
        }
    }
}
