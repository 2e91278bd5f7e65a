extension Timeline {
    /// The blocks that nodes stand in.
    private struct Blocks {
        var leaves: [(block: UInt32, size: Int)] = []
        var inner: [(block: UInt32, size: Int)] = []
    }

    /// Checks all nodes below the roots of all cells: steps in the order of their times, parents that know where their
    /// children begin, and a block for each.
    ///
    /// - Throws: What is wrong.
    func checkInvariants(of roots: [Node]) throws(BrokenInvariant) {
        var blocks = Blocks()
        for root in roots where !root.isUnused {
            try check(root, from: .min, before: .max, &blocks)
        }
        try steps.checkInvariants(inUse: blocks.leaves)
        try children.checkInvariants(inUse: blocks.inner)
    }

    /// Checks a node, all of whose steps are in [lower, upper).
    private func check(
        _ node: Node, from lower: Int64, before upper: Int64, _ blocks: inout Blocks
    ) throws(BrokenInvariant) {
        guard Int(node.first) + Int(node.count) <= 1 << Int(node.size) else {
            throw BrokenInvariant("a node of \(node.count) from \(node.first) is longer than its block")
        }
        if node.height == 0 {
            blocks.leaves.append((block: node.block, size: Int(node.size)))
            try checkOrder(node.places.map { steps.elements[$0].time }, from: lower, before: upper)
        } else {
            blocks.inner.append((block: node.block, size: Int(node.size)))
            try checkChildren(of: node, from: lower, before: upper, &blocks)
        }
    }

    private func checkChildren(
        of node: Node, from lower: Int64, before upper: Int64, _ blocks: inout Blocks
    ) throws(BrokenInvariant) {
        let children = node.places.map { self.children.elements[$0] }
        try checkOrder(children.map(\.time), from: lower, before: upper)
        guard !children.isEmpty else { throw BrokenInvariant("a parent has no children") }
        for (index, child) in children.enumerated() {
            guard child.node.height == node.height - 1 else { throw BrokenInvariant("a child is not one less high") }
            guard child.node.count > 0 else { throw BrokenInvariant("a child is empty") }
            let end = index + 1 < children.count ? children[index + 1].time : upper
            try check(child.node, from: child.time, before: end, &blocks)
        }
    }

    private func checkOrder(_ times: [Int64], from lower: Int64, before upper: Int64) throws(BrokenInvariant) {
        for (first, second) in zip(times, times.dropFirst()) where first >= second {
            throw BrokenInvariant("\(second) follows \(first)")
        }
        guard let first = times.first, let last = times.last else { return }
        guard first >= lower, last < upper || upper == .max else {
            throw BrokenInvariant("\(first) to \(last) is not within \(lower) to \(upper)")
        }
    }
}
