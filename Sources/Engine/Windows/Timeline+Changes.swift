extension Timeline {
    /// The binary logarithms of the elements in the smallest leaf, in the largest, and in any other node.
    private static var smallestLeaf: UInt8 { 2 }
    private static var largestLeaf: UInt8 { 5 }
    private static var innerNode: UInt8 { 4 }

    // MARK: - Putting in

    /// Puts a step in its place, or into the one of the same second.
    @inline(__always)
    func insert(_ step: Step, into root: inout Node) throws(CriticalError) {
        if root.block == 0 {
            root.size = Self.smallestLeaf
            root.block = try steps.allocate(size: UInt32(Self.smallestLeaf))
        }
        if try append(step, to: &root) { return }
        guard let second = try add(step, to: &root) else { return }
        var parent = try Node(
            block: children.allocate(size: UInt32(Self.innerNode)), first: 0, count: 0, size: Self.innerNode,
            height: root.height + 1)
        let pair = [child(root), child(second)]
        children.elements.copy(from: pair, to: parent.place(of: 0))
        parent.count = 2
        root = parent
    }

    /// The same where no step of a node is later and the last leaf has room, which is so most of the time. Whether it
    /// is.
    @inline(__always)
    private func append(_ step: Step, to node: inout Node) throws(CriticalError) -> Bool {
        node.height == 0 ? try appendToLeaf(step, &node) : try appendToChild(step, node)
    }

    private func appendToChild(_ step: Step, _ node: Node) throws(CriticalError) -> Bool {
        let last = node.place(of: Int(node.count) - 1)
        var child = children.elements[last]
        guard try append(step, to: &child.node) else { return false }
        child.run.append(Step.Run(step))
        children.elements[last] = child
        return true
    }

    @inline(__always)
    private func appendToLeaf(_ step: Step, _ leaf: inout Node) throws(CriticalError) -> Bool {
        let steps = self.steps.elements
        let end = leaf.place(of: Int(leaf.count))
        if leaf.count > 0 && steps[end - 1].time >= step.time {
            guard steps[end - 1].time == step.time else { return false }
            try steps[end - 1].merge(step)
            return true
        }
        guard Int(leaf.first) + Int(leaf.count) < 1 &<< Int(leaf.size) else { return false }
        steps[end] = step
        leaf.count += 1
        return true
    }

    /// Puts a step in its place below a node; if that had no room, a second one that follows it.
    private func add(_ step: Step, to node: inout Node) throws(CriticalError) -> Node? {
        if node.height > 0 { return try addToChild(step, &node) }
        let steps = self.steps.elements
        let places = node.places
        var place = places.upperBound
        while place > places.lowerBound && steps[place - 1].time > step.time { place -= 1 }
        if place > places.lowerBound && steps[place - 1].time == step.time {
            try steps[place - 1].merge(step)
            return nil
        }
        return try insert(
            step, at: place - places.lowerBound, of: &node, in: self.steps, largest: Self.largestLeaf)
    }

    private func addToChild(_ step: Step, _ node: inout Node) throws(CriticalError) -> Node? {
        let places = node.places
        var place = places.upperBound - 1
        while place > places.lowerBound && children.elements[place].time > step.time { place -= 1 }
        var changed = children.elements[place].node
        let second = try add(step, to: &changed)
        children.elements[place] = child(changed)
        guard let second else { return nil }
        return try insert(
            child(second), at: place + 1 - places.lowerBound, of: &node, in: children, largest: Self.innerNode)
    }

    /// What a parent knows of a node.
    private func child(_ node: Node) -> Child {
        let places = node.places
        if node.height == 0 {
            let steps = self.steps.elements
            var run = Step.Run(steps[places.lowerBound])
            for place in places.dropFirst() { run.append(Step.Run(steps[place])) }
            return Child(time: steps[places.lowerBound].time, node: node, run: run)
        }
        let children = self.children.elements
        var run = children[places.lowerBound].run
        for place in places.dropFirst() { run.append(children[place].run) }
        return Child(time: children[places.lowerBound].time, node: node, run: run)
    }

    /// Puts an element in front of the one at `index`. A node that is full keeps one half, and the other becomes a
    /// second one; but where time goes on and everything is put in at the end, the nodes behind it stay full.
    private func insert<Element: BitwiseCopyable>(
        _ element: Element, at index: Int, of node: inout Node, in arena: BlockArena<Element>, largest: UInt8
    ) throws(CriticalError) -> Node? {
        if node.count < 1 &<< node.size {
            put(element, at: index, of: &node, in: arena.elements)
            return nil
        }
        if node.size < largest {
            try resize(&node, to: node.size + 1, in: arena)
            put(element, at: index, of: &node, in: arena.elements)
            return nil
        }
        var second = node
        second.block = try arena.allocate(size: UInt32(node.size))
        let kept = index == Int(node.count) ? index : Int(node.count) / 2
        second.count = node.count - UInt8(kept)
        second.first = 0
        arena.elements.copy(
            from: arena.elements, sourceStart: node.place(of: kept), count: Int(second.count), to: second.place(of: 0))
        node.count = UInt8(kept)
        if index > kept || second.count == 0 {
            put(element, at: index - kept, of: &second, in: arena.elements)
        } else {
            put(element, at: index, of: &node, in: arena.elements)
        }
        return second
    }

    /// The same where there is room.
    @inline(__always)
    private func put<Element: BitwiseCopyable>(
        _ element: Element, at index: Int, of node: inout Node, in elements: Column<Element>
    ) {
        if Int(node.first) + Int(node.count) == 1 &<< Int(node.size) {
            let old = node.place(of: 0)
            node.first = 0
            elements.copy(from: elements, sourceStart: old, count: Int(node.count), to: node.place(of: 0))
        }
        let place = node.place(of: index)
        elements.copy(from: elements, sourceStart: place, count: Int(node.count) - index, to: place + 1)
        elements[place] = element
        node.count += 1
    }

    private func resize<Element: BitwiseCopyable>(
        _ node: inout Node, to size: UInt8, in arena: BlockArena<Element>
    ) throws(CriticalError) {
        let block = try arena.allocate(size: UInt32(size))
        let old = node
        (node.block, node.first, node.size) = (block, 0, size)
        arena.elements.copy(
            from: arena.elements, sourceStart: old.place(of: 0), count: Int(old.count), to: node.place(of: 0))
        arena.release(old.block, size: UInt32(old.size))
    }

    // MARK: - Dropping

    /// Drops steps up to a time, and applies them to a total. Where a cell has many, a few of them may stay until
    /// later.
    @inline(__always)
    func dropFirst(of root: inout Node, through time: Int64, to total: inout Step.Total) throws(CriticalError) {
        if root.height > 0 { dropChildren(of: &root, through: time, to: &total) }
        guard root.height == 0 else { return }
        let steps = self.steps.elements
        while root.count > 0 && steps[root.place(of: 0)].time <= time {
            steps[root.place(of: 0)].apply(to: &total)
            root.first += 1
            root.count -= 1
        }
        if root.size > Self.smallestLeaf + 1 && Int(root.count) * 4 < 1 &<< Int(root.size) {
            try resize(&root, to: root.size - 1, in: self.steps)
        }
    }

    /// Drops steps from the end of which something is so, as far back as the last leaf's second one. What is known of
    /// them in runs stays: nothing may change by that once the next step is put in behind them.
    @inline(__always)
    func dropLast(of node: inout Node, where isDropped: (Step) -> Bool) {
        if node.height > 0 { return dropLastOfChild(node, where: isDropped) }
        let steps = self.steps.elements
        while node.count > 1 && isDropped(steps[node.place(of: Int(node.count) - 1)]) { node.count -= 1 }
    }

    private func dropLastOfChild(_ node: Node, where isDropped: (Step) -> Bool) {
        let last = node.place(of: Int(node.count) - 1)
        var child = children.elements[last]
        dropLast(of: &child.node, where: isDropped)
        children.elements[last] = child
    }

    /// Drops leaves whose steps are all no later than a time. A root with one child is replaced by it.
    private func dropChildren(of root: inout Node, through time: Int64, to total: inout Step.Total) {
        _ = dropLeaves(of: &root, through: time, to: &total)
        while root.height > 0 && root.count == 1 {
            let only = children.elements[root.place(of: 0)].node
            children.release(root.block, size: UInt32(root.size))
            root = only
        }
    }

    /// The same below a node, which keeps its last leaf; whether there were any.
    private func dropLeaves(of node: inout Node, through time: Int64, to total: inout Step.Total) -> Bool {
        var isChanged = false
        while node.count > 1 && children.elements[node.place(of: 1)].time <= time {
            let over = children.elements[node.place(of: 0)]
            over.run.apply(to: &total)
            release(over.node)
            node.first += 1
            node.count -= 1
            isChanged = true
        }
        guard node.height > 1 else { return isChanged }
        var first = children.elements[node.place(of: 0)].node
        guard dropLeaves(of: &first, through: time, to: &total) else { return isChanged }
        children.elements[node.place(of: 0)] = child(first)
        return true
    }

    private func release(_ node: Node) {
        if node.height == 0 { return steps.release(node.block, size: UInt32(node.size)) }
        for place in node.places { release(children.elements[place].node) }
        children.release(node.block, size: UInt32(node.size))
    }
}
