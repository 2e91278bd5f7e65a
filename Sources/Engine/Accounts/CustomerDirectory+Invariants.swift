extension CustomerDirectory {
    /// Checks that each customer is found, under a number of their own.
    ///
    /// - Throws: What is wrong.
    package func checkInvariants() throws(BrokenInvariant) {
        let taken = (0..<slots.capacity).filter { slots[$0].number != 0 }
        guard taken.count * 2 <= slots.capacity else { throw BrokenInvariant("more than half of the slots are taken") }
        try BrokenInvariant.checkProbing(slots: slots.capacity, entries: count) { slot in
            slots[slot].number == 0 ? nil : Int(truncatingIfNeeded: mix(slots[slot].key, seed: seed) >> shift)
        }
        try BrokenInvariant.checkNumbering(taken.map { slots[$0].number })
        let numeric = taken.filter { slots[$0].text == 0 }
        let others = taken.filter { slots[$0].text != 0 }
        guard Set(numeric.map { slots[$0].key }).count == numeric.count,
            Set(others.map { texts.text(at: slots[$0].text).copied }).count == others.count
        else { throw BrokenInvariant("a customer has several numbers") }
    }
}
