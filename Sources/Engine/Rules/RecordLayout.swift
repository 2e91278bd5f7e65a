/// Where the plain cells of a record stand: each has a word for its value and half a word for the number of the window
/// which that is of.
///
/// The smaller a record, the fewer cache lines a decision waits for: two window numbers share a word, and limits that
/// count exactly the same transactions in the same window share a number.
struct RecordLayout {
    /// How many words the record has so far.
    private(set) var words: Int
    private var freeHalf: Int?

    init(words: Int) {
        self.words = words
    }

    /// The next word, for a value.
    mutating func addWord() -> Int32 {
        words += 1
        return Int32(words - 1)
    }

    /// The next half of a word, for the number of a window.
    mutating func addHalf() -> Int32 {
        if let half = freeHalf {
            freeHalf = nil
            return Int32(half)
        }
        let half = Int(addWord()) * 2
        freeHalf = half + 1
        return Int32(half)
    }
}

extension ProgramCompiler {
    /// What limits have in common whose cells always last counted in the same window.
    private struct Selection: Hashable {
        let mask: Int
        let bits: Int
        let window: Int32
    }

    /// Gives every plain cell its place.
    mutating func layOutRecords() {
        var halves: [Selection: Int32] = [:]
        let selections = sharedSelections
        for index in parts.counters.indices where parts.counters[index].isPlain {
            let selection = selections[index]
            let counter = placed(parts.counters[index], windowHalf: selection.flatMap { halves[$0] })
            if let selection { halves[selection] = counter.windowHalf }
            parts.counters[index] = counter
        }
        for index in steps.indices where steps[index].step.shape == .plainLimit {
            let counter = parts.counters[Int(steps[index].step.index)]
            steps[index].step.cell = counter.index
            steps[index].step.windowHalf = counter.windowHalf
        }
    }

    /// By counter, the selections of limits that count exactly what they let pass. Of those with the same selection
    /// either all count a transaction or none: the window is open for all or for none, and a sum that does not fit
    /// declines.
    private var sharedSelections: [Int: Selection] {
        var selections: [Int: Selection] = [:]
        for (step, pattern) in steps where step.shape == .plainLimit && !step.isShadow {
            selections[Int(step.index)] = Selection(mask: pattern.mask, bits: pattern.bits, window: step.window)
        }
        return selections
    }

    /// A counter whose cell has its place: with the number of a window that stands already, or one of its own.
    private mutating func placed(_ counter: Counter, windowHalf known: Int32?) -> Counter {
        var counter = counter
        switch counter.place {
        case .record:
            counter.windowHalf = known ?? parts.record.addHalf()
            counter.index = parts.record.addWord()
        case .shared:
            counter.windowHalf = known ?? parts.shared.addHalf()
            counter.index = parts.shared.addWord()
        case .cells: break
        }
        return counter
    }
}
