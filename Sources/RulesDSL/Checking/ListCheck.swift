extension PolicyChecker {
    /// `list name : type [a, b]` or `list name : type from "file"`.
    mutating func check(_ list: ListSyntax) -> CheckedList? {
        let type = checkType(list.type, of: "a list", among: DeclaredTypes.ofLists)
        var members: [Constant]?
        switch list.members {
        case .inPlace(let elements, _): members = checkMembers(elements, of: list, type)
        case .file(let path): members = type.flatMap { readMembers(at: path, of: list, $0) }
        case .missing: sawMissing = true
        }
        guard let type, let members else { return nil }
        return CheckedList(
            name: list.name.text, type: type, members: members, position: sources.position(of: list.name.range))
    }

    private mutating func checkMembers(
        _ elements: [ExpressionSyntax], of list: ListSyntax, _ type: ValueType?
    ) -> [Constant]? {
        guard elements.count <= CheckLimits.members else {
            report(
                CheckMessage.tooMany(
                    elements[CheckLimits.members].range, "members in a list", count: elements.count,
                    limit: CheckLimits.members))
            return nil
        }
        if elements.isEmpty {
            if case .inPlace(_, let range) = list.members { report(CheckMessage.emptyList(range)) }
            return nil
        }
        let values = elements.map { element in
            type.map { checkFixed(element, as: $0, of: "a member of `\(list.name.text)`") } ?? check(element)?.constant
        }
        return distinct(zip(values, elements.map(\.range)))
    }

    /// The members without those that came before, or nil if one is missing.
    mutating func distinct(_ values: some Sequence<(Constant?, SourceRange)>) -> [Constant]? {
        var first: [FixedKey: SourceRange] = [:]
        var members: [Constant] = []
        var isWhole = true
        var repeats = 0
        for (value, range) in values {
            guard let value else {
                isWhole = false
                continue
            }
            if let earlier = first[FixedKey(value)] {
                repeats += 1
                // What was misspelt is said once.
                guard repeats <= DiagnosticCollector.limit, !syntaxErrors.areAny(in: range) else { continue }
                report(CheckMessage.memberTwice(range, text: excerpt(range), first: earlier))
            } else {
                first[FixedKey(value)] = range
                members.append(value)
            }
        }
        return isWhole ? members : nil
    }

    /// `value in list`, by the list's name.
    mutating func checkListed(
        _ value: TypedExpression?, _ left: ExpressionSyntax, in name: NameSyntax, isNegated: Bool,
        _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        guard case .list(let index) = declarations.meaning(of: name.text) else {
            reportNoList(name)
            return nil
        }
        let list = declarations.lists[index.index]
        guard let value, let type = DeclaredTypes.type(list.type.text, among: DeclaredTypes.ofLists) else { return nil }
        guard value.type == type else {
            report(
                CheckMessage.listType(
                    left.range, left: (excerpt(left), value.type), list: list.name, type,
                    replacement: rewriting(left, to: type)))
            return nil
        }
        let listed = operation(.listed(value.expression, in: index), type: .boolean, of: [value], syntax)
        guard isNegated, let listed else { return listed }
        return operation(.not(listed.expression), type: .boolean, of: [listed], syntax)
    }

    private mutating func reportNoList(_ name: NameSyntax) {
        let near = suggestion(for: name.text, among: declarations.listNames)
        if let index = declarations.index(of: name.text), case .constant(let value) = declarations.named[index].body,
            case .list = value.kind
        {
            // A list that a `let` can't name has been reported there.
            return
        }
        let isKnown = declarations.meaning(of: name.text) != nil
        guard isKnown || near != nil || !hidesNames else { return }
        report(CheckMessage.notAList(name, isKnown: isKnown, suggestion: near, lists: declarations.listNames))
    }
}
