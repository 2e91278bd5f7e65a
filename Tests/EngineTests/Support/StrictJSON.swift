/// Whether a text is one JSON object by RFC 8259 to the letter, and canonical as this program writes it: no white space
/// between tokens. Foundation's reader lets trailing commas and worse pass.
struct StrictJSON {
    private var rest: Substring.UnicodeScalarView

    static func isObject(_ text: String) -> Bool {
        var parser = StrictJSON(rest: Substring(text).unicodeScalars)
        return parser.object() && parser.rest.isEmpty
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func take(word: String) -> Bool {
        guard rest.starts(with: word.unicodeScalars) else { return false }
        rest.removeFirst(word.unicodeScalars.count)
        return true
    }

    private mutating func object() -> Bool {
        var names: Set<String> = []
        return list("{", "}") { parser in
            guard let name = parser.text(), names.insert(name).inserted else { return false }
            return parser.take(":") && parser.value()
        }
    }

    private mutating func list(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ element: (inout StrictJSON) -> Bool
    ) -> Bool {
        guard take(open) else { return false }
        if take(close) { return true }
        repeat {
            guard element(&self) else { return false }
        } while take(",")
        return take(close)
    }

    private mutating func value() -> Bool {
        switch rest.first {
        case "{": object()
        case "[": list("[", "]") { $0.value() }
        case "\"": text() != nil
        default: take(word: "true") || take(word: "false") || take(word: "null") || number()
        }
    }

    private mutating func number() -> Bool {
        _ = take("-")
        if !take("0") && digits() == 0 { return false }
        return !take(".") || digits() > 0
    }

    private mutating func digits() -> Int {
        var count = 0
        while let first = rest.first, ("0"..."9").contains(first) {
            rest.removeFirst()
            count += 1
        }
        return count
    }

    /// A string as it is written, between its quotes.
    private mutating func text() -> String? {
        guard take("\"") else { return nil }
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "\0"..."\u{1F}": return nil
            case "\\":
                guard let escaped = rest.popFirst(), "\"\\bfnrtu".unicodeScalars.contains(escaped) else { return nil }
                text += [scalar, escaped]
                guard escaped == "u" else { continue }
                for _ in 0..<4 {
                    guard let digit = rest.popFirst(), "0123456789abcdef".unicodeScalars.contains(digit) else {
                        return nil
                    }
                    text.append(digit)
                }
            default: text.append(scalar)
            }
        }
        return nil
    }
}
