/// The functions of the language.
enum ModelFunction: String, CaseIterable, Sendable {
    case length
    case startsWith = "starts-with"
    case endsWith = "ends-with"
    case contains
    case matches
    case min, max, abs, round

    func result(_ arguments: [Value]) throws -> Value {
        let texts = arguments.compactMap { if case .text(let text) = $0 { text } else { nil } }
        switch self {
        case .length where texts.count == 1:
            return .number(Int64(texts[0].string.unicodeScalars.count) * 1_000_000)
        case .startsWith where texts.count == 2:
            return .boolean(Array(texts[0].bytes.prefix(texts[1].bytes.count)) == texts[1].bytes)
        case .endsWith where texts.count == 2:
            return .boolean(Array(texts[0].bytes.suffix(texts[1].bytes.count)) == texts[1].bytes)
        case .contains where texts.count == 2:
            let last = texts[0].bytes.count - texts[1].bytes.count
            return .boolean(
                last >= 0
                    && (0...last).contains {
                        Array(texts[0].bytes.dropFirst($0).prefix(texts[1].bytes.count)) == texts[1].bytes
                    })
        case .matches where texts.count == 2:
            return .boolean(
                Self.matches(texts[0].string.unicodeScalars[...], Self.glob(texts[1].string.unicodeScalars)[...]))
        case .min where arguments.count >= 2, .max where arguments.count >= 2:
            return try extreme(arguments)
        case .abs where arguments.count == 1:
            return try Self.quantity(arguments[0]) { $0 < 0 ? -$0 : $0 }
        case .round where arguments.count == 1:
            return try Self.quantity(arguments[0]) { try Arithmetic.nearest($0, over: 1_000_000) * 1_000_000 }
        case .round where arguments.count == 2:
            guard let step = arguments[1].size, step > 0, arguments[1].type == arguments[0].type else {
                throw ModelMistake(what: "\(self)\(arguments)")
            }
            return try Self.quantity(arguments[0]) { try Arithmetic.nearest($0, over: Int128(step)) * Int128(step) }
        case .length, .startsWith, .endsWith, .contains, .matches, .min, .max, .abs, .round:
            throw ModelMistake(what: "\(self)\(arguments)")
        }
    }

    private static func quantity(_ value: Value, _ change: (Int128) throws -> Int128) throws -> Value {
        guard let size = value.size,
            let result = Value(value.type, size: try Arithmetic.fitted(try change(Int128(size))))
        else { throw ModelMistake(what: "\(value)") }
        return result
    }

    private func extreme(_ arguments: [Value]) throws -> Value {
        var best = arguments[0]
        for next in arguments.dropFirst() where try Arithmetic.compare(next, self == .min ? .less : .greater, best) {
            best = next
        }
        return best
    }

    // MARK: Globs

    private enum GlobPart: Equatable {
        case run, one
        case exactly(Unicode.Scalar)
    }

    private static func glob(_ pattern: String.UnicodeScalarView) -> [GlobPart] {
        var parts: [GlobPart] = []
        var isEscaped = false
        for scalar in pattern {
            if isEscaped {
                parts.append(.exactly(scalar))
                isEscaped = false
            } else {
                switch scalar {
                case "\\": isEscaped = true
                case "*": parts.append(.run)
                case "?": parts.append(.one)
                default: parts.append(.exactly(scalar))
                }
            }
        }
        return parts
    }

    /// By trying everything that a `*` may stand for.
    private static func matches(_ text: Substring.UnicodeScalarView, _ glob: ArraySlice<GlobPart>) -> Bool {
        guard let part = glob.first else { return text.isEmpty }
        let rest = glob.dropFirst()
        switch part {
        case .run: return matches(text, rest) || !text.isEmpty && matches(text.dropFirst(), glob)
        case .one: return !text.isEmpty && matches(text.dropFirst(), rest)
        case .exactly(let scalar): return text.first == scalar && matches(text.dropFirst(), rest)
        }
    }
}
