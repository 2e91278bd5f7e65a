internal import RulesDSL

/// The texts of the windows met last: most transactions lie in the window of the one before.
struct WindowCache {
    private struct Entry {
        var number: Int32 = 0
        var name: [UInt8] = []
        var json: [UInt8] = []
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

    /// Appends `{"unit":"day","from":"…","until":"…"}`.
    mutating func append(jsonOf window: Int, _ number: Int32, to output: inout OutputBuffer) {
        prepare(window, number)
        output.append(entries[window].json)
    }

    private mutating func prepare(_ window: Int, _ number: Int32) {
        guard entries[window].number != number else { return }
        let kind = kinds[window]
        var name = OutputBuffer(capacity: 64)
        windows.append(kind, number, to: &name)
        var json = OutputBuffer(capacity: 128)
        json.append("{\"unit\":\"")
        json.append(Array(kind.rawValue.utf8))
        if let bounds = windows.bounds(kind, number) {
            json.append("\",\"from\":\"")
            RFC3339.append(bounds.lowerBound, to: &json)
            json.append("\",\"until\":\"")
            RFC3339.append(bounds.upperBound, to: &json)
        }
        json.append("\"}")
        entries[window] = Entry(number: number, name: Array(name.text.utf8), json: Array(json.text.utf8))
    }
}
