/// What a window of the calendar holds that is still open. Its time is that of its end.
struct OpenWindow: TimelineStep {
    let time: Int64
    private let held: PackedContent
    /// The window's number.
    let number: Int32

    init(_ moment: Moment, _ content: WindowContent) throws(CriticalError) {
        time = moment.windowEnd
        number = moment.window
        held = try PackedContent(content)
    }

    var content: WindowContent { held.content }

    mutating func merge(_ other: OpenWindow) {
        self = other
    }

    /// Windows come to the last of them.
    @inline(__always)
    func apply(to total: inout OpenWindow?) {
        total = self
    }

    struct Run: TimelineRun {
        private var last: OpenWindow

        init(_ window: OpenWindow) {
            last = window
        }

        mutating func append(_ next: Run) {
            last = next.last
        }

        func apply(to total: inout OpenWindow?) {
            total = last
        }
    }
}
