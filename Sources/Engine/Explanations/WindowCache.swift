internal import RulesDSL

/// The texts of the windows met last: most transactions lie in the window of the one before.
struct WindowCache {
    private struct Entry {
        var number: Int32 = 0
        var name: [UInt8] = []
        var period: [UInt8] = []
    }

    private let windows: WindowText
    private let kinds: [CalendarWindow]
    private var entries: [Entry]

    /// A cache for the windows of a program, by their index there.
    init(_ windows: WindowText, _ kinds: [CalendarWindow]) {
        self.windows = windows
        self.kinds = kinds
        entries = Array(repeating: Entry(), count: kinds.count)
    }

    /// Appends the window's name, as in `WindowText`.
    mutating func append(nameOf window: Int, _ number: Int32, to output: inout OutputBuffer) {
        prepare(window, number)
        output.append(entries[window].name)
    }

    /// Appends the window in ISO 8601, as in `WindowText`.
    mutating func append(periodOf window: Int, _ number: Int32, to output: inout OutputBuffer) {
        prepare(window, number)
        output.append(entries[window].period)
    }

    private mutating func prepare(_ window: Int, _ number: Int32) {
        guard entries[window].number != number else { return }
        let kind = kinds[window]
        var name = OutputBuffer(capacity: 64)
        windows.append(kind, number, to: &name)
        var period = OutputBuffer(capacity: 64)
        windows.append(periodOf: kind, number, to: &period)
        entries[window] = Entry(number: number, name: Array(name.text.utf8), period: Array(period.text.utf8))
    }
}
