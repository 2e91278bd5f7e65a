/// A tree without its places, as a list of parts: two declarations with equal lists say the same.
///
/// The tree is walked by reflection, so that nothing new in it can be forgotten here. That is slow, and done only where
/// the texts differ.
enum Meaning {
    /// Whether two files, both without errors, have the same declarations in the same order.
    static func isSame(
        _ old: RulesFileSyntax, in oldSource: SourceFile, and new: RulesFileSyntax, in newSource: SourceFile
    ) -> Bool {
        old.declarations.count == new.declarations.count
            && zip(old.declarations, new.declarations).allSatisfy { old, new in
                oldSource.bytes(of: old.range) == newSource.bytes(of: new.range) || parts(of: old) == parts(of: new)
            }
    }

    private static func parts(of declaration: DeclarationSyntax) -> [String] {
        var parts: [String] = []
        add(declaration, to: &parts)
        return parts
    }

    private static func add(_ value: Any, to parts: inout [String]) {
        // Casts of everything that there is would take long.
        let type = type(of: value)
        if type == SourceRange.self { return }
        if type == RuleSyntax.self, let rule = value as? RuleSyntax {
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

extension SourceFile {
    fileprivate func bytes(of range: SourceRange) -> ArraySlice<UInt8> {
        bytes[range.lower..<range.upper]
    }
}
