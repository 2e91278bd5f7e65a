extension TransactionMemory {
    /// Checks that each id is found, once, in both tables.
    ///
    /// - Throws: What is wrong.
    package func checkInvariants() throws(BrokenInvariant) {
        try checkSmall()
        try checkWide()
    }

    private func checkSmall() throws(BrokenInvariant) {
        let taken = (0..<small.capacity).filter { small[$0] != 0 }
        guard taken.count * 4 <= small.capacity * 3 else { throw BrokenInvariant("too many small ids for the table") }
        try BrokenInvariant.checkProbing(slots: small.capacity, entries: smallCount) { slot in
            small[slot] == 0 ? nil : Int(truncatingIfNeeded: mix(small[slot], seed: seed) >> smallShift)
        }
        guard Set(taken.map { small[$0] }).count == taken.count else {
            throw BrokenInvariant("a small id is remembered twice")
        }
    }

    private func checkWide() throws(BrokenInvariant) {
        let taken = (0..<wide.capacity).filter { wide[$0].customer != 0 }
        guard taken.count * 4 <= wide.capacity * 3 else { throw BrokenInvariant("too many wide ids for the table") }
        try BrokenInvariant.checkProbing(slots: wide.capacity, entries: wideCount) { slot in
            wide[slot].customer == 0 ? nil : placeOfWide(wide[slot].key, wide[slot].customer)
        }
        let ids = Set(
            taken.map { slot in
                let id = wide[slot]
                let text = id.text == 0 ? nil : texts.text(at: id.text).copied
                return [AnyHashable(id.customer), AnyHashable(id.key), AnyHashable(text)]
            })
        guard ids.count == taken.count else { throw BrokenInvariant("a wide id is remembered twice") }
    }
}
