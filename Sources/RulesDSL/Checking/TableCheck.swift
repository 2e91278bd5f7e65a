extension PolicyChecker {
    /// `table name by field { key: value … else: value }`, and what its name stands for.
    mutating func check(_ table: TableSyntax, at index: TableIndex) -> TypedExpression? {
        let key = checkTableKey(table)
        let keys = checkKeys(of: table, key)
        var values = table.entries.map { ($0.value, checkTableValue($0.value, of: table)) }
        if let otherwise = table.otherwise {
            values.append((otherwise, checkTableValue(otherwise, of: table)))
        } else if !syntaxErrors.areAny(in: table.name.range) {
            report(CheckMessage.tableWithoutElse(table.name, example: table.entries.last.map { excerpt($0.value) }))
        }
        let type = agreedType(of: values, in: table)
        guard let key, let type, table.otherwise != nil, let keys, let last = values.last?.1?.scalar else { return nil }
        let entries = zip(keys, values).compactMap { key, value in value.1?.scalar.map { (key: key, value: $0) } }
        guard entries.count == table.entries.count else { return nil }
        parts.tables[index.index] = CheckedTable(
            name: table.name.text, key: key, type: type, entries: entries, otherwise: last,
            position: sources.position(of: table.name.range))
        return TypedExpression(CheckedExpression(.lookup(index), type: type, range: table.name.range))
    }

    private mutating func checkTableKey(_ table: TableSyntax) -> FieldIndex? {
        let allowed = declarations.fields.filter { field in
            field.type.map { DeclaredTypes.ofTableKeys.contains($0) } ?? false
        }
        guard let field = checkField(table.key, among: allowed.map(\.name)),
            let type = declarations.fields[field.index].type
        else { return nil }
        guard DeclaredTypes.ofTableKeys.contains(type), declarations.fields[field.index].origin == .transaction else {
            report(CheckMessage.tableKeyField(table.key, type: type))
            return nil
        }
        return field
    }

    /// The keys, each a fixed value of the field's type, none of them twice.
    private mutating func checkKeys(of table: TableSyntax, _ field: FieldIndex?) -> [Constant]? {
        guard let field, let type = declarations.fields[field.index].type else {
            for entry in table.entries { _ = check(entry.key) }
            return nil
        }
        var first: [FixedKey: SourceRange] = [:]
        var keys: [Constant] = []
        for entry in table.entries {
            guard let key = checkFixed(entry.key, as: type, of: "a key of `\(table.name.text)`") else { continue }
            if let earlier = first[FixedKey(key)] {
                report(CheckMessage.tableKeyTwice(entry.key.range, text: excerpt(entry.key), first: earlier))
                continue
            }
            first[FixedKey(key)] = entry.key.range
            keys.append(key)
        }
        if table.entries.count > CheckLimits.tableEntries {
            let extra = table.entries[CheckLimits.tableEntries].key.range
            report(
                CheckMessage.tooMany(
                    extra, "entries in a table", count: table.entries.count, limit: CheckLimits.tableEntries))
        }
        return keys.count == table.entries.count ? keys : nil
    }

    private mutating func checkTableValue(_ syntax: ExpressionSyntax, of table: TableSyntax) -> TypedExpression? {
        guard let value = check(syntax) else { return nil }
        guard value.type != .text else { return value }
        return fixed(value, syntax, of: "a value of `\(table.name.text)`") == nil ? nil : value
    }

    /// The one type of all values: that of the first, or money where numbers stand beside it.
    private mutating func agreedType(
        of values: [(ExpressionSyntax, TypedExpression?)], in table: TableSyntax
    ) -> ValueType? {
        let types = values.compactMap { $0.1?.type }
        if let (syntax, _) = values.first(where: { $0.1?.type == .text }) {
            report(CheckMessage.tableText(syntax.range, text: excerpt(syntax)))
            return nil
        }
        guard let type = types.first == .number && types.contains(.money) ? .money : types.first else { return nil }
        var isAgreed = true
        for (syntax, value) in values {
            guard let value, value.type != type else { continue }
            isAgreed = false
            report(
                CheckMessage.fixedType(
                    syntax.range, text: excerpt(syntax), type: value.type, place: "a value of `\(table.name.text)`",
                    expected: type, replacement: rewriting(syntax, to: type)))
        }
        return isAgreed ? type : nil
    }
}
