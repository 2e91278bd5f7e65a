/// A plain cell where it lies: the number of the window it last counted in, and what that holds.
///
/// Nothing is ever reset: a later window reads as empty, an earlier one is closed.
struct PlainCell {
    private let words: Column<Int64>
    private let windowHalf: Int
    private let word: Int

    /// The cell of a counter in the record that begins at word `record`.
    @inline(__always)
    init(words: Column<Int64>, record: Int, windowHalf: Int32, word: Int32) {
        self.words = words
        self.windowHalf = record &* 2 &+ Int(windowHalf)
        self.word = record &+ Int(word)
    }

    /// The cell of a plain limit.
    @inline(__always)
    init(words: Column<Int64>, record: Int, _ step: Step) {
        self.init(words: words, record: record, windowHalf: step.windowHalf, word: step.cell)
    }

    /// Whether a later window was counted in.
    @inline(__always)
    func isClosed(_ window: Int32) -> Bool { window < words[half: windowHalf] }

    /// What a window holds that is not closed.
    @inline(__always)
    func content(of window: Int32) -> Int64 { window == words[half: windowHalf] ? words[word] : 0 }

    @inline(__always)
    func store(_ content: Int64, of window: Int32) {
        words[half: windowHalf] = window
        words[word] = content
    }
}
