/// What changes between two texts, line by line, as `diff -u` shows it.
package struct UnifiedDifference {
    /// How many unchanged lines stand around a change.
    private static let context = 3

    private enum Step {
        case kept(String)
        case removed(String)
        case inserted(String)

        var isKept: Bool {
            if case .kept = self { true } else { false }
        }
    }

    /// All lines to show, none where the texts are the same.
    package let lines: [String]

    package init(from old: String, to new: String, name: String) {
        let steps = Self.steps(from: Self.lines(of: old), to: Self.lines(of: new))
        let hunks = Self.hunks(of: steps)
        guard !hunks.isEmpty else {
            lines = []
            return
        }
        lines = ["--- \(name)", "+++ \(name) (formatted)"] + hunks.flatMap { Self.show($0, of: steps) }
    }

    /// By bytes: in a string a CR LF is one character. A text whose last line has no end says so, as `diff` does.
    private static func lines(of text: String) -> [String] {
        var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
        if lines.last == "" {
            lines.removeLast()
        } else if let last = lines.popLast() {
            lines.append(last + "\n\\ No newline at end of file")
        }
        return lines
    }

    private static func steps(from old: [String], to new: [String]) -> [Step] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var steps: [Step] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if removed.contains(left) {
                steps.append(.removed(old[left]))
                left += 1
            } else if inserted.contains(right) {
                steps.append(.inserted(new[right]))
                right += 1
            } else {
                steps.append(.kept(old[left]))
                left += 1
                right += 1
            }
        }
        return steps
    }

    /// The runs of steps to show: changes with what is around them.
    private static func hunks(of steps: [Step]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for index in steps.indices where !steps[index].isKept {
            let around = max(0, index - context)..<min(steps.count, index + context + 1)
            if let last = hunks.last, last.upperBound >= around.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
            } else {
                hunks.append(around)
            }
        }
        return hunks
    }

    private static func show(_ hunk: Range<Int>, of steps: [Step]) -> [String] {
        var (old, new) = (0, 0)
        for step in steps[..<hunk.lowerBound] { count(step, &old, &new) }
        let (oldBegin, newBegin) = (old, new)
        var body: [String] = []
        for step in steps[hunk] {
            count(step, &old, &new)
            let line =
                switch step {
                case .kept(let text): " " + text
                case .removed(let text): "-" + text
                case .inserted(let text): "+" + text
                }
            body += line.split(separator: "\n").map(String.init)
        }
        return ["@@ -\(span(oldBegin, old)) +\(span(newBegin, new)) @@"] + body
    }

    private static func count(_ step: Step, _ old: inout Int, _ new: inout Int) {
        switch step {
        case .kept: (old, new) = (old + 1, new + 1)
        case .removed: old += 1
        case .inserted: new += 1
        }
    }

    /// `first,count`; of nothing, the line before it.
    private static func span(_ begin: Int, _ end: Int) -> String {
        begin == end ? "\(begin),0" : "\(begin + 1),\(end - begin)"
    }
}
