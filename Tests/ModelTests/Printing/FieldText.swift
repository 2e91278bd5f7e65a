/// The JSON of one declared field of a line.
struct FieldText {
    /// The keys that lead to it.
    var keys: ArraySlice<String>
    /// Nil where it is missing.
    var text: String?

    /// The pairs of an object that holds the fields, without what is missing.
    static func pairs(_ fields: [FieldText]) -> [String] {
        groups(fields).compactMap { key, fields in
            if let text = fields[0].text, fields[0].keys.count == 1 { return "\(quoted(key)):\(text)" }
            let inner = pairs(fields.filter { $0.keys.count > 1 }.map(\.inner))
            return inner.isEmpty ? nil : "\(quoted(key)):{\(inner.joined(separator: ","))}"
        }
    }

    /// The fields by their first keys, in the order in which these come first.
    static func groups(_ fields: [FieldText]) -> [(key: String, fields: [FieldText])] {
        var groups: [(key: String, fields: [FieldText])] = []
        for field in fields {
            guard let key = field.keys.first else { continue }
            if let index = groups.firstIndex(where: { $0.key == key }) {
                groups[index].fields.append(field)
            } else {
                groups.append((key, [field]))
            }
        }
        return groups
    }

    /// The same without its first key.
    var inner: FieldText { FieldText(keys: keys.dropFirst(), text: text) }

    static func quoted(_ key: String) -> String { LineSpelling.quoted(Text(key)) }
}

extension LineSpelling {
    /// A value as people would write it.
    static func plain(_ value: Value, _ currency: ModelCurrency) -> String {
        switch value {
        case .money(let minor): return "\"\(plainAmount(minor, currency))\""
        case .number(let millionths):
            let (whole, full) = LiteralSpelling.split(millionths, decimals: 6)
            let decimals = LiteralSpelling.trimmed(full)
            return (millionths < 0 ? "-" : "") + whole + (decimals.isEmpty ? "" : "." + decimals)
        case .text(let text): return quoted(text)
        case .time(let time): return "\"\(LiteralSpelling.time(time))\""
        case .boolean(let isTrue): return isTrue ? "true" : "false"
        case .duration, .date, .weekday, .kind: return "null"
        }
    }

    /// The pairs of the declared fields, in any spelling.
    mutating func fieldPairs(of transaction: Transaction) -> [String] {
        let fields = policy.fields.map { field in
            let value = transaction.declared[field.name]
            let isLeftOut = value.map { .defaults(to: $0) == field.presence && random.chance(60) } ?? true
            return FieldText(keys: field.keys[...], text: isLeftOut ? nil : value.map { varied($0) })
        }
        return variedPairs(fields)
    }

    private mutating func variedPairs(_ fields: [FieldText]) -> [String] {
        var pairs = FieldText.groups(fields).compactMap { key, fields in
            if fields[0].keys.count == 1 {
                guard let text = fields[0].text ?? (random.chance(50) ? "null" : nil) else { return String?.none }
                return "\(self.key(key))\(gap()):\(gap())\(text)"
            }
            var inner = variedPairs(fields.map(\.inner))
            if random.chance(10) { inner.append(random.pick(["\"\":0", "\"Id.\":{}", "\"note\":[null]"])) }
            if inner.isEmpty, random.chance(60) {
                return random.chance(50) ? "\(self.key(key)):null" : nil
            }
            return "\(self.key(key)):\(gap()){\(inner.joined(separator: "\(gap()),"))\(gap())}"
        }
        if random.chance(30) { pairs = random.shuffled(pairs) }
        return pairs
    }

    private mutating func varied(_ value: Value) -> String {
        switch value {
        case .money(let minor): amount(minor, isNegative: minor < 0)
        case .number(let millionths): number(millionths, decimals: 6, isNegative: millionths < 0)
        case .text(let text): identifier(text)
        case .time(let time): "\"\(self.time(time))\""
        case .duration, .date, .weekday, .kind, .boolean: Self.plain(value, currency)
        }
    }
}
