extension Column {
    /// How many bytes the elements take.
    var bytes: Int { capacity * MemoryLayout<Element>.stride }

    /// A larger copy of mapped memory in which element `count - 1` exists, or nil if it does already. Whoever takes the
    /// copy gives this column's memory back.
    func grown(for count: Int) throws(CriticalError) -> Column? {
        guard count > capacity else { return nil }
        var larger = max(capacity, 1)
        while larger < count { larger *= 2 }
        guard let copy = Column.mapped(capacity: larger) else { throw .outOfMemory }
        copy.copy(from: self, count: capacity)
        return copy
    }
}
