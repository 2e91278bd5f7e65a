extension SentenceTemplate.Placeholder {
    /// Whether it only exists where something is counted.
    var isOfLimit: Bool {
        switch self {
        case .used, .this, .total, .limit, .excess, .window: true
        case .id, .customer, .amount, .kind, .time, .balance, .rule, .code: false
        }
    }

    /// Those that a kind of rule has, in the order of their declaration.
    static func all(in kind: RuleSyntax.Kind) -> [SentenceTemplate.Placeholder] {
        allCases.filter { kind == .limit || !$0.isOfLimit }
    }
}

extension PolicyChecker {
    /// Takes a sentence apart. `{{` and `}}` are braces; anything else in braces is a placeholder.
    mutating func checkBecause(_ clause: ClauseSyntax.Kind?, of rule: RuleSyntax) -> SentenceTemplate? {
        guard case .because(let sentence) = clause else { return nil }
        let bytes = Array(sentence.text.utf8)
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var parts: [SentenceTemplate.Part] = []
        var text: [UInt8] = []
        var index = 0
        var isWhole = true
        while index < bytes.count {
            let byte = bytes[index]
            let isDoubled = index + 1 < bytes.count && bytes[index + 1] == byte
            guard byte == open || byte == close else {
                text.append(byte)
                index += 1
                continue
            }
            if isDoubled {
                text.append(byte)
                index += 2
                continue
            }
            guard byte == open, let end = bytes[index...].firstIndex(of: close) else {
                report(CheckMessage.loneBrace(range(index..<index + 1, in: sentence), isOpening: byte == open))
                return nil
            }
            if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
            text = []
            let name = NameSyntax(
                String(decoding: bytes[(index + 1)..<end], as: UTF8.self), range(index..<end + 1, in: sentence))
            if let part = checkPlaceholder(name, of: rule) {
                parts.append(part)
            } else {
                isWhole = false
            }
            index = end + 1
        }
        if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
        return isWhole ? SentenceTemplate(parts: parts) : nil
    }

    private mutating func checkPlaceholder(_ name: NameSyntax, of rule: RuleSyntax) -> SentenceTemplate.Part? {
        let placeholders = SentenceTemplate.Placeholder.all(in: rule.kind)
        let available = placeholders.map(\.rawValue) + declarations.declaredFieldNames
        guard let placeholder = SentenceTemplate.Placeholder(rawValue: name.text) else {
            if case .field(let field) = declarations.meaning(of: name.text), field.index >= vocabulary.fields.count {
                return .field(field)
            }
            let near = suggestion(for: name.text, among: available)
            if near != nil || !hidesNames {
                report(CheckMessage.unknownPlaceholder(name, suggestion: near, available: available))
            }
            return nil
        }
        guard placeholders.contains(placeholder) else {
            report(CheckMessage.placeholderOfLimit(name, in: rule.kind, available: available))
            return nil
        }
        return .placeholder(placeholder)
    }

    /// Where a part of a text stands in the file: behind the quote, and with its escapes as they were written.
    private func range(_ part: Range<Int>, in text: NameSyntax) -> SourceRange {
        guard sources.files.indices.contains(text.range.file.index) else { return text.range }
        let bytes = sources.files[text.range.file.index].bytes
        guard text.range.lower >= 0, text.range.upper <= bytes.count, text.range.lower < text.range.upper else {
            return text.range
        }
        let literal = bytes[text.range.lower..<text.range.upper]
        // A quote of another kind than `"` may have more bytes, and has been reported.
        guard literal.first == UInt8(ascii: "\"") else { return text.range }
        var place = literal.startIndex + 1
        var decoded = 0
        var lower = place
        while place < literal.endIndex, decoded < part.upperBound {
            if decoded <= part.lowerBound { lower = place }
            let (written, meant) = Self.unit(literal[place...])
            place += written
            decoded += meant
        }
        return SourceRange(file: text.range.file, lower: lower, upper: place)
    }

    /// How many bytes the next character of a literal has as written, and how many as meant.
    private static func unit(_ literal: ArraySlice<UInt8>) -> (written: Int, meant: Int) {
        guard literal.first == UInt8(ascii: "\\"), literal.count > 1 else { return (1, 1) }
        guard literal[literal.startIndex + 1] == UInt8(ascii: "u"), let end = literal.firstIndex(of: UInt8(ascii: "}"))
        else { return (2, 1) }
        let digits = String(
            decoding: literal[(literal.startIndex + 3)..<max(literal.startIndex + 3, end)], as: UTF8.self)
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        return (end - literal.startIndex + 1, scalar.map { UTF8.width($0) } ?? 1)
    }
}
