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
        lines = ["--- \(name)", "+++ \(name) (formatted)"] + Self.show(hunks, of: steps)
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
        let common = common(old, new)
        var steps: [Step] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if left < old.count, !common.old[left] {
                steps.append(.removed(old[left]))
                left += 1
            } else if right < new.count, !common.new[right] {
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

    /// Which lines of each text stand in the other one, too, in the same order.
    private static func common(_ old: [String], _ new: [String]) -> (old: [Bool], new: [Bool]) {
        var numbers: [String: Int] = [:]
        func numbered(_ lines: [String]) -> [Int] {
            lines.map { line in
                let number = numbers[line] ?? numbers.count
                numbers[line] = number
                return number
            }
        }
        let (left, right) = (numbered(old), numbered(new))
        // The search takes the longer the more differs: lines that the other text has nowhere are left out of it.
        let (inOld, inNew) = (Set(left), Set(right))
        var common = (old: left.map(inNew.contains), new: right.map(inOld.contains))
        let shared = (old: left.indices.filter { common.old[$0] }, new: right.indices.filter { common.new[$0] })
        for change in shared.new.map({ right[$0] }).difference(from: shared.old.map { left[$0] }) {
            switch change {
            case .remove(let offset, _, _): common.old[shared.old[offset]] = false
            case .insert(let offset, _, _): common.new[shared.new[offset]] = false
            }
        }
        return common
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

    private static func show(_ hunks: [Range<Int>], of steps: [Step]) -> [String] {
        var shown: [String] = []
        var (old, new, next) = (0, 0, 0)
        for hunk in hunks {
            for step in steps[next..<hunk.lowerBound] { count(step, &old, &new) }
            let (oldBegin, newBegin) = (old, new)
            for step in steps[hunk] { count(step, &old, &new) }
            shown.append("@@ -\(span(oldBegin, old)) +\(span(newBegin, new)) @@")
            shown += steps[hunk].flatMap(lines)
            next = hunk.upperBound
        }
        return shown
    }

    private static func lines(of step: Step) -> [String] {
        let line =
            switch step {
            case .kept(let text): " " + text
            case .removed(let text): "-" + text
            case .inserted(let text): "+" + text
            }
        return line.split(separator: "\n").map(String.init)
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
