internal import RulesDSL

/// The texts of the windows met last: most transactions lie in the window of the one before.
struct WindowCache: ~Copyable {
    /// The most bytes of a window's text: half of it for the name of a time zone.
    static let longestText = 128

    private let windows: WindowText
    private let kinds: [CalendarWindow]
    private let numbers: Column<Int32>
    /// A window's name and its period, each in a place of its own.
    private let texts: Column<UInt8>
    private let lengths: Column<Int>

    /// A cache for the windows of a program, by their index there.
    init(_ program: Program) {
        windows = WindowText(program)
        kinds = program.windows
        numbers = Column(zeroed: max(1, kinds.count))
        texts = Column(zeroed: max(1, kinds.count) * 2 * Self.longestText + Column<UInt8>.copyStep)
        lengths = Column(zeroed: max(1, kinds.count) * 2)
    }

    deinit {
        numbers.deallocate()
        texts.deallocate()
        lengths.deallocate()
    }

    /// The window's name, as in `WindowText`.
    @inline(__always)
    func name(_ window: Int, _ number: Int32) -> TextSlice {
        text(window, number, place: window * 2)
    }

    /// The window in ISO 8601, as in `WindowText`.
    @inline(__always)
    func period(_ window: Int, _ number: Int32) -> TextSlice {
        text(window, number, place: window * 2 + 1)
    }

    @inline(__always)
    private func text(_ window: Int, _ number: Int32, place: Int) -> TextSlice {
        if numbers[window] != number { prepare(window, number) }
        return TextSlice(texts, offset: place * Self.longestText, length: lengths[place])
    }

    @inline(never)
    private func prepare(_ window: Int, _ number: Int32) {
        var text = OutputBuffer(capacity: Self.longestText)
        windows.append(kinds[window], number, to: &text)
        keep(text, at: window * 2)
        text.clear()
        windows.append(periodOf: kinds[window], number, to: &text)
        keep(text, at: window * 2 + 1)
        numbers[window] = number
    }

    private func keep(_ text: borrowing OutputBuffer, at place: Int) {
        lengths[place] = min(text.count, Self.longestText)
        texts.copy(from: text.bytes, count: lengths[place], to: place * Self.longestText)
    }
}
