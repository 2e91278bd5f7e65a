/// By how much what a window holds changes from one second to the next, as its end moves on: what comes, less what
/// leaves.
struct WindowChange: TimelineStep {
    let time: Int64
    private var change: PackedContent

    @inline(__always)
    init(at time: Int64, by content: WindowContent) throws(CriticalError) {
        self.time = time
        change = try PackedContent(content)
    }

    var content: WindowContent {
        @inline(__always) get { change.content }
    }

    @inline(__always)
    mutating func merge(_ other: WindowChange) throws(CriticalError) {
        self = try WindowChange(at: time, by: content + other.content)
    }

    @inline(__always)
    func apply(to total: inout WindowContent) {
        total = total + content
    }

    /// Changes that follow one another: what they make together, and the least and the most on the way there.
    struct Run: TimelineRun {
        private var all: WindowContent
        /// After at least one of the changes; the count and the total each by itself.
        private(set) var least: WindowContent
        private(set) var most: WindowContent

        @inline(__always)
        init(_ change: WindowChange) {
            all = change.content
            least = all
            most = all
        }

        @inline(__always)
        mutating func append(_ next: Run) {
            least.count = min(least.count, all.count + next.least.count)
            least.total = min(least.total, all.total + next.least.total)
            most.count = max(most.count, all.count + next.most.count)
            most.total = max(most.total, all.total + next.most.total)
            all = all + next.all
        }

        @inline(__always)
        func apply(to total: inout WindowContent) {
            total = total + all
        }
    }
}

extension WindowContent {
    @inline(__always)
    static func + (first: WindowContent, second: WindowContent) -> WindowContent {
        WindowContent(count: first.count + second.count, total: first.total + second.total)
    }
}
