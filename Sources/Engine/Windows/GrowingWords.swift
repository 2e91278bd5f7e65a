/// Zeroed words of which there can be ever more.
final class GrowingWords {
    private(set) var words: Column<Int64>
    /// Keeps the prefetching loads alive.
    private var touched: Int64 = 0

    init() throws(CriticalError) {
        guard let words = Column<Int64>.mapped(capacity: 1 << 9) else { throw .outOfMemory }
        self.words = words
    }

    deinit {
        words.unmap()
    }

    /// The bytes that are reserved.
    var bytes: Int { words.bytes }

    /// Makes sure that the first `count` words exist.
    func makeRoom(for count: Int) throws(CriticalError) {
        guard let larger = try words.grown(for: count) else { return }
        words.unmap()
        words = larger
    }

    /// Loads the words at these places, counted in strides.
    func touch(_ places: Column<Int>, count: Int, stride: Int) {
        let words = self.words
        var mixed: Int64 = 0
        for index in 0..<count {
            mixed ^= words[places[index] * stride]
        }
        touched ^= mixed
    }
}
