/// What an entry of a test says beyond its time, kind and amount.
struct EntryValues {
    var customer: String?
    var id: String?
    /// The declared fields by their order; nil for one that is missing.
    var fields: [Constant?]
}

extension PolicyChecker {
    /// The values that an entry gives, and those that its declared fields have without being named.
    mutating func checkValues(of entry: TestEntrySyntax) -> EntryValues? {
        let start = vocabulary.fields.count
        var values = EntryValues(fields: parts.fields.map { $0?.presence.defaultValue })
        var first: [String: NameSyntax] = [:]
        var isWhole = true
        for value in entry.values where !value.field.text.isEmpty {
            if let earlier = first[value.field.text] {
                report(CheckMessage.fieldTwice(value.field, first: earlier))
                continue
            }
            first[value.field.text] = value.field
            if case .field(let field) = declarations.meaning(of: value.field.text), field.index >= start {
                let constant = checkFieldValue(value, field)
                values.fields[field.index - start] = constant
                isWhole = isWhole && constant != nil
            } else {
                isWhole = checkText(value, into: &values) && isWhole
            }
        }
        return checkNothingLacks(entry, first) && isWhole ? values : nil
    }

    private mutating func checkFieldValue(_ value: TestEntrySyntax.Value, _ field: FieldIndex) -> Constant? {
        let name = value.field.text
        guard let type = declarations.fields[field.index].type else {
            _ = check(value.value)
            return nil
        }
        guard let constant = checkFixed(value.value, as: type, of: "`\(name)`") else { return nil }
        return isTextShortEnough(constant, value.value, of: name) ? constant : nil
    }

    /// `customer "7"` or `id "a"`: the only fields of the program's own that an entry can give.
    private mutating func checkText(_ value: TestEntrySyntax.Value, into values: inout EntryValues) -> Bool {
        let name = value.field.text
        guard name == "customer" || name == "id" else {
            let allowed = ["customer", "id"] + declarations.declaredFieldNames
            let near = suggestion(for: name, among: allowed)
            if near != nil || !hidesNames {
                report(CheckMessage.entryField(value.field, suggestion: near, allowed: allowed))
            }
            return false
        }
        guard let checked = check(value.value) else { return false }
        guard case .text(let text) = checked.constant else {
            report(
                CheckMessage.entryText(
                    value.value.range, text: excerpt(value.value), field: name, type: checked.type,
                    replacement: rewriting(value.value, to: .text)))
            return false
        }
        guard (1...CheckLimits.identifierBytes).contains(text.utf8.count) else {
            report(CheckMessage.entryTextLength(value.value.range, field: name, bytes: text.utf8.count))
            return false
        }
        if name == "id" { values.id = text } else { values.customer = text }
        return true
    }

    /// A field that every transaction has must be given; the first that is not is reported.
    private mutating func checkNothingLacks(_ entry: TestEntrySyntax, _ given: [String: NameSyntax]) -> Bool {
        for field in parts.fields {
            guard let field, field.presence == .required, given[field.name] == nil else { continue }
            report(CheckMessage.entryFieldMissing(entry.timeRange, field: field))
            return false
        }
        return true
    }
}

extension CheckedField.Presence {
    /// What an absent field is, where that is a value.
    fileprivate var defaultValue: Constant? {
        switch self {
        case .required, .optional: nil
        case .defaults(to: let value): value
        }
    }
}
