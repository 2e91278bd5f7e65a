extension PolicyChecker {
    /// A field by its name, where no expression may stand.
    mutating func checkField(_ name: NameSyntax, among candidates: [String]) -> FieldIndex? {
        guard !name.text.isEmpty else { return nil }
        switch declarations.meaning(of: name.text) {
        case .field(let field): return field
        case .kind, .weekday, .value, .list, .builtin, .function, .rule:
            let near = suggestion(for: name.text, among: candidates)
            report(CheckMessage.notAField(name, suggestion: near, fields: candidates))
            return nil
        case nil:
            let near = suggestion(for: name.text, among: candidates)
            if near != nil || !hidesNames {
                report(CheckMessage.unknownName(name, suggestion: near, fields: candidates))
            }
            return nil
        }
    }

    /// A field that the transaction brings itself; `message` is what to say of one that depends on what was before.
    mutating func checkTransactionField(
        _ name: NameSyntax, or message: (NameSyntax) -> Diagnostic
    ) -> FieldIndex? {
        guard let field = checkField(name, among: declarations.transactionNames) else { return nil }
        guard declarations.fields[field.index].origin == .transaction else {
            report(message(name))
            return nil
        }
        return field
    }

    /// The fields, if all are known and none is named twice.
    mutating func checkDistinct(_ names: [NameSyntax], _ fields: [FieldIndex?]) -> [FieldIndex]? {
        var first: [FieldIndex: NameSyntax] = [:]
        for (name, field) in zip(names, fields) {
            guard let field else { continue }
            if let earlier = first[field] {
                report(CheckMessage.fieldTwice(name, first: earlier))
            } else {
                first[field] = name
            }
        }
        let known = fields.compactMap { $0 }
        return known.count == fields.count ? known : nil
    }

    /// Kinds by their names, ascending; those that are unknown or named twice are reported and left out.
    mutating func checkKinds(_ names: [NameSyntax]) -> [Int] {
        var kinds: [Int: NameSyntax] = [:]
        for name in names where !name.text.isEmpty {
            guard let kind = checkKind(name) else { continue }
            if let first = kinds[kind] {
                report(CheckMessage.kindTwice(name, first: first))
            } else {
                kinds[kind] = name
            }
        }
        return kinds.keys.sorted()
    }

    /// A kind of transaction by its name.
    mutating func checkKind(_ name: NameSyntax) -> Int? {
        guard !name.text.isEmpty else { return nil }
        guard let kind = vocabulary.kinds.firstIndex(of: name.text) else {
            let meant = ForeignKind.meant(by: name.text).flatMap { vocabulary.kinds.contains($0) ? $0 : nil }
            let near = meant ?? suggestion(for: name.text, among: vocabulary.kinds)
            report(CheckMessage.unknownKind(name, suggestion: near, kinds: vocabulary.kinds))
            return nil
        }
        return kind
    }
}
