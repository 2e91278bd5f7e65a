/// A tree without its places, as a list of parts: two files with equal lists say the same.
///
/// The tree is walked by reflection, so that nothing new in it can be forgotten here.
enum Meaning {
    static func parts(of syntax: RulesFileSyntax) -> [String] {
        var parts: [String] = []
        for declaration in syntax.declarations {
            add(declaration, to: &parts)
        }
        return parts
    }

    private static func add(_ value: Any, to parts: inout [String]) {
        if value is SourceRange { return }
        if let rule = value as? RuleSyntax {
            // The clauses of a rule come in any order.
            parts += [rule.kind.rawValue, rule.name.text]
            let clauses = rule.clauses.enumerated().sorted {
                (CanonicalOrder.rank(of: $0.element.kind), $0.offset)
                    < (CanonicalOrder.rank(of: $1.element.kind), $1.offset)
            }
            for clause in clauses { add(clause.element, to: &parts) }
            return
        }
        let mirror = Mirror(reflecting: value)
        if mirror.children.isEmpty {
            parts.append("\(value)")
            return
        }
        parts.append("(")
        for child in mirror.children {
            if let label = child.label { parts.append(label) }
            add(child.value, to: &parts)
        }
        parts.append(")")
    }
}
