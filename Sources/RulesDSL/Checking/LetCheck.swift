extension PolicyChecker {
    /// Checks each `let` once, those first that others need. Nothing here recurses from one `let` into another: a chain
    /// of thousands must not exhaust the stack.
    mutating func checkLets() {
        for index in declarations.lets.indices {
            declarations.lets[index].uses = letsNamed(in: declarations.lets[index].syntax)
        }
        let (order, cyclic) = orderOfLets()
        for index in order where !cyclic.contains(index) {
            declarations.lets[index].value = check(declarations.lets[index].syntax)
        }
        // What counts as a use is decided by the rules alone, in `warnOfUnusedLets`.
        for index in declarations.lets.indices {
            declarations.lets[index].isUsed = false
        }
    }

    /// A `let` that nothing uses is legal and probably a mistake, unless an error hides the use.
    mutating func warnOfUnusedLets() {
        guard !hasErrors, !sawMissing else { return }
        let (order, _) = orderOfLets()
        // Users come after what they use.
        for index in order.reversed() where declarations.lets[index].isUsed {
            for used in declarations.lets[index].uses {
                declarations.lets[used].isUsed = true
            }
        }
        for declaration in declarations.lets where !declaration.isUsed {
            report(CheckMessage.unusedLet(declaration.name))
        }
    }

    private func letsNamed(in syntax: ExpressionSyntax) -> [Int] {
        var found: [Int] = []
        var pending = [syntax]
        while let next = pending.popLast() {
            switch next.kind {
            case .name(let name):
                if case .constant(let index) = declarations.meaning(of: name) { found.append(index) }
            case .list(let elements): pending += elements
            case .unary(_, let operand): pending.append(operand)
            case .binary(_, let left, let right, operatorRange: _): pending += [left, right]
            case .conditional(let condition, let then, let otherwise): pending += [condition, then, otherwise]
            case .parenthesized(let inner): pending.append(inner)
            case .call(_, let arguments): pending += arguments
            case .literal, .boolean, .missing: break
            }
        }
        return found
    }

    /// All `let`s, each after those that it names, and the ones that are defined by themselves (which are reported, once
    /// for each circle, the first time).
    private mutating func orderOfLets() -> (order: [Int], cyclic: Set<Int>) {
        enum Mark { case new, open, done }
        let lets = declarations.lets
        var marks = [Mark](repeating: .new, count: lets.count)
        var order: [Int] = []
        var cyclic: Set<Int> = []
        var path: [(index: Int, next: Int)] = []
        for root in lets.indices where marks[root] == .new {
            path.append((root, 0))
            marks[root] = .open
            while let (index, next) = path.last {
                guard next < lets[index].uses.count else {
                    marks[index] = .done
                    order.append(index)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let used = lets[index].uses[next]
                switch marks[used] {
                case .new:
                    marks[used] = .open
                    path.append((used, 0))
                case .open where cyclic.contains(index) && cyclic.contains(used): break
                case .open:
                    let circle = path.map(\.index).drop { $0 != used }
                    if cyclic.isDisjoint(with: circle) {
                        report(CheckMessage.circularLet(circle.map { lets[$0].name }))
                    }
                    cyclic.formUnion(circle)
                case .done: break
                }
            }
        }
        return (order, cyclic)
    }
}
