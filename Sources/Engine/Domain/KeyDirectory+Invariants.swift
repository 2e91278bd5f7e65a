extension KeyDirectory {
    /// Checks that each key is found, under a number of its own.
    ///
    /// - Throws: What is wrong.
    package func checkInvariants() throws(BrokenInvariant) {
        let taken = (0..<slots.capacity).filter { slots[$0].number != 0 }
        guard taken.count * 2 <= slots.capacity else { throw BrokenInvariant("more than half of the slots are taken") }
        try BrokenInvariant.checkProbing(slots: slots.capacity, entries: count) { slot in
            slots[slot].number == 0 ? nil : Int(truncatingIfNeeded: slots[slot].hash >> shift)
        }
        try BrokenInvariant.checkNumbering(taken.map { slots[$0].number })
        let keys = Set(taken.map { texts.text(at: slots[$0].text).copied })
        guard keys.count == taken.count else { throw BrokenInvariant("a key has several numbers") }
    }
}
