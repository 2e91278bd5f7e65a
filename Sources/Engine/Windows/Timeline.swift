/// Steps in the order of their times, one a second at most, for many cells: wherever a step is put in, and whatever
/// stretch of time is asked about, the cost grows with the logarithm of how many the cell has.
///
/// Up to 32 steps of a cell stand in one block, a power of two large. More are the leaves of a B+ tree, whose nodes
/// know of each child where it begins and what its steps come to.
final class Timeline<Step: TimelineStep> {
    /// The steps of a cell, or a part of them. All zeros are a cell without any.
    struct Node: BitwiseCopyable {
        var block: UInt32
        /// The position in the block at which the first element stands.
        var first: UInt8
        var count: UInt8
        /// The binary logarithm of the block's elements.
        var size: UInt8
        /// 0 for a leaf, whose elements are steps. Those of any other node are children, each less high by one.
        var height: UInt8

        /// Whether nothing was ever put in: what is dropped leaves its last block behind.
        var isUnused: Bool { block == 0 }

        /// Where an element is in the memory of its kind.
        @inline(__always)
        func place(of index: Int) -> Int {
            BlockArena<Step>.start(block) &+ Int(first) &+ index
        }

        /// The places of all elements.
        var places: Range<Int> {
            @inline(__always) get { place(of: 0)..<place(of: Int(count)) }
        }
    }

    /// An inner node's child.
    struct Child: BitwiseCopyable {
        /// Not later than its first step, and later than all steps of the child before it.
        var time: Int64
        var node: Node
        var run: Step.Run
    }

    let steps: BlockArena<Step>
    let children: BlockArena<Child>

    init() throws(CriticalError) {
        steps = try BlockArena()
        children = try BlockArena()
    }

    /// The bytes that are reserved.
    var bytes: Int { steps.bytes + children.bytes }

    /// The first of the steps that are kept; nil where there are none.
    func firstStep(of node: Node) -> Step? {
        if node.count == 0 { return nil }
        if node.height == 0 { return steps.elements[node.place(of: 0)] }
        return firstStep(of: children.elements[node.place(of: 0)].node)
    }

    /// Applies the steps in (after, through] to a total.
    @inline(__always)
    func apply(_ node: Node, after: Int64 = .min, through: Int64, to total: inout Step.Total) {
        if node.height > 0 { return applyChildren(node, after: after, through: through, to: &total) }
        let steps = self.steps.elements
        for place in node.places {
            let step = steps[place]
            if step.time > through { return }
            if step.time > after { step.apply(to: &total) }
        }
    }

    private func applyChildren(_ node: Node, after: Int64, through: Int64, to total: inout Step.Total) {
        let children = self.children.elements
        let places = node.places
        for place in places where !isOver(place, in: places, by: after) {
            let child = children[place]
            if child.time > through { return }
            if child.time > after && isOver(place, in: places, by: through) {
                child.run.apply(to: &total)
            } else {
                apply(child.node, after: after, through: through, to: &total)
            }
        }
    }

    /// Whether all steps of a child are no later than a time, as far as the next child tells.
    @inline(__always)
    private func isOver(_ place: Int, in places: Range<Int>, by time: Int64) -> Bool {
        place + 1 < places.upperBound && children.elements[place + 1].time <= time
    }

    /// The second of the first step in (after, through] with which something is so, or nil. `total` is what everything
    /// in front of the cell's first step comes to and, where a step is found, becomes what all up to that one come to.
    /// `isFound` says whether it is so with a step, after a total; of a run, whether it may be so with any of its
    /// steps.
    func first(
        of node: Node, after: Int64, through: Int64, from total: inout Step.Total,
        where isFound: (Step.Total, Step.Run) -> Bool
    ) -> Int64? {
        if node.height == 0 {
            return firstStep(of: node, after: after, through: through, from: &total, where: isFound)
        }
        let children = self.children.elements
        let places = node.places
        for place in places {
            let child = children[place]
            if child.time > through { return nil }
            if isOver(place, in: places, by: after) || (child.time > after && !isFound(total, child.run)) {
                child.run.apply(to: &total)
            } else if let second = first(
                of: child.node, after: after, through: through, from: &total, where: isFound)
            {
                return second
            }
        }
        return nil
    }

    private func firstStep(
        of leaf: Node, after: Int64, through: Int64, from total: inout Step.Total,
        where isFound: (Step.Total, Step.Run) -> Bool
    ) -> Int64? {
        let steps = self.steps.elements
        for place in leaf.places {
            let step = steps[place]
            if step.time > through { return nil }
            let found = step.time > after && isFound(total, Step.Run(step))
            step.apply(to: &total)
            if found { return step.time }
        }
        return nil
    }

    /// The second of the last step up to `through` of which something is so, or nil. Of a run it may be so if it is of
    /// one of its steps.
    func last(of node: Node, through: Int64, where isFound: (Step.Run) -> Bool) -> Int64? {
        for place in node.places.reversed() {
            if node.height == 0 {
                let step = steps.elements[place]
                if step.time <= through && isFound(Step.Run(step)) { return step.time }
            } else {
                let child = children.elements[place]
                guard child.time <= through, isFound(child.run) else { continue }
                if let second = last(of: child.node, through: through, where: isFound) { return second }
            }
        }
        return nil
    }
}
