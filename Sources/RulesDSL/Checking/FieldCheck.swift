extension PolicyChecker {
    /// `field name : type [optional | default value] [from "json.path"]`.
    mutating func check(_ field: FieldSyntax) -> CheckedField? {
        let type = checkType(field.type, of: "a field", among: DeclaredTypes.ofFields)
        let presence = checkPresence(of: field, type)
        let path = checkPath(of: field)
        guard let type, let presence, let path else { return nil }
        return CheckedField(
            name: field.name.text, type: type, presence: presence, path: path,
            position: sources.position(of: field.name.range))
    }

    private mutating func checkPresence(of field: FieldSyntax, _ type: ValueType?) -> CheckedField.Presence? {
        guard let syntax = field.defaultValue else { return field.optional == nil ? .required : .optional }
        guard let type, let value = checkFixed(syntax, as: type, of: "the default of `\(field.name.text)`") else {
            return nil
        }
        guard isTextShortEnough(value, syntax, of: field.name.text) else { return nil }
        return .defaults(to: value)
    }

    /// A field's text has at most as many bytes as one of the input.
    mutating func isTextShortEnough(_ value: Constant, _ syntax: ExpressionSyntax, of field: String) -> Bool {
        guard case .text(let text) = value, text.utf8.count > CheckLimits.identifierBytes else { return true }
        report(CheckMessage.fieldTextLength(syntax.range, field: field, bytes: text.utf8.count))
        return false
    }

    /// The keys that lead to the field, none of them empty, apart from those of every other field.
    private mutating func checkPath(of field: FieldSyntax) -> [String]? {
        let written = field.path ?? field.name
        guard !written.text.isEmpty || field.path != nil else { return nil }
        let keys = written.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard keys.allSatisfy({ !$0.isEmpty }) else {
            report(CheckMessage.emptyPathKey(written))
            return nil
        }
        guard keys.count <= CheckLimits.pathKeys else {
            report(CheckMessage.pathTooDeep(written))
            return nil
        }
        guard let first = keys.first, !vocabulary.inputKeys.contains(first) else {
            report(CheckMessage.pathOfInput(written, isName: field.path == nil, keys: vocabulary.inputKeys))
            return nil
        }
        guard checkPathIsFree(keys, written, of: field) else { return nil }
        return keys
    }

    /// Two fields can't have one path, nor can one lead through the value of another.
    private mutating func checkPathIsFree(_ keys: [String], _ written: NameSyntax, of field: FieldSyntax) -> Bool {
        let bytes = keys.map { Array($0.utf8) }
        for (name, other) in paths {
            let shared = min(other.count, bytes.count)
            guard other.prefix(shared).elementsEqual(bytes.prefix(shared)) else { continue }
            report(
                CheckMessage.pathTaken(
                    written, by: name, from: other.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "."),
                    isSame: other.count == bytes.count))
            return false
        }
        paths.append((field.name, bytes))
        return true
    }
}
