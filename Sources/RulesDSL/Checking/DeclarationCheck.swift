extension PolicyChecker {
    /// Checks each declaration once, those first that others need. Nothing here recurses from one into another: a chain
    /// of thousands of `let`s must not exhaust the stack.
    mutating func checkDeclarations() {
        for index in declarations.named.indices {
            var used = UsedNames()
            used.add(declarations.named[index].body)
            declarations.named[index].uses = used.names.compactMap { declarations.index(of: $0) }
        }
        markUsed()
        let (order, cyclic) = orderOfDeclarations()
        // What rules need never needs what they don't, so that the order stays one.
        let needed = order.filter { declarations.named[$0].isUsed }
        for index in needed where !cyclic.contains(index) { checkDeclaration(index) }
        parts.neededAggregates = parts.aggregates.count
        for index in order where !declarations.named[index].isUsed && !cyclic.contains(index) {
            checkDeclaration(index)
        }
    }

    /// What nothing uses is legal and probably a mistake, unless an error hides the use.
    mutating func warnOfUnused() {
        guard !hasErrors, !sawMissing else { return }
        for declaration in declarations.named where !declaration.isUsed {
            report(CheckMessage.unused(declaration.name))
        }
    }

    private mutating func checkDeclaration(_ index: Int) {
        let name = declarations.named[index].name
        switch declarations.named[index].body {
        case .constant(let syntax): declarations.named[index].value = check(syntax)
        case .aggregate(let syntax): declarations.named[index].value = checkLetAggregate(name, syntax)
        case .table(let syntax, let table): declarations.named[index].value = check(syntax, at: table)
        case .list(let syntax, let list): parts.lists[list.index] = check(syntax)
        case .field(let syntax, let field):
            parts.fields[field.index - vocabulary.fields.count] = check(syntax)
        case .function(let syntax, let function): parts.functions[function.index] = check(syntax, at: function)
        }
    }

    /// Marks what rules and tests mention, and what that mentions in turn.
    private mutating func markUsed() {
        var used = UsedNames()
        for rule in declarations.rules { used.add(rule.syntax) }
        for test in declarations.tests { used.add(test) }
        var pending = used.names.compactMap { declarations.index(of: $0) }
        while let next = pending.popLast() {
            guard !declarations.named[next].isUsed else { continue }
            declarations.named[next].isUsed = true
            pending += declarations.named[next].uses
        }
    }

    /// All declarations, each after those that it names, and the ones that are defined by themselves (which are
    /// reported, once for each circle, the first time).
    private mutating func orderOfDeclarations() -> (order: [Int], cyclic: Set<Int>) {
        enum Mark { case new, open, done }
        let named = declarations.named
        var marks = [Mark](repeating: .new, count: named.count)
        var order: [Int] = []
        var cyclic: Set<Int> = []
        var path: [(index: Int, next: Int)] = []
        for root in named.indices where marks[root] == .new {
            path.append((root, 0))
            marks[root] = .open
            while let (index, next) = path.last {
                guard next < named[index].uses.count else {
                    marks[index] = .done
                    order.append(index)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let used = named[index].uses[next]
                switch marks[used] {
                case .new:
                    marks[used] = .open
                    path.append((used, 0))
                case .open where cyclic.contains(index) && cyclic.contains(used): break
                case .open:
                    let circle = path.map(\.index).drop { $0 != used }
                    if cyclic.isDisjoint(with: circle) {
                        report(CheckMessage.circular(circle.map { named[$0].name }))
                    }
                    cyclic.formUnion(circle)
                case .done: break
                }
            }
        }
        return (order, cyclic)
    }
}
