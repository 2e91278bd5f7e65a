extension ConstantFolding {
    /// What a function makes of constants. The outer nil says that an argument is not constant, the inner one that the
    /// result does not exist.
    static func call(_ function: BuiltinFunction, _ arguments: [TypedExpression]) -> Int64?? {
        let constants = arguments.compactMap(\.constant)
        guard constants.count == arguments.count else { return nil }
        var texts: [String] = []
        var scalars: [Int64] = []
        for constant in constants {
            switch constant {
            case .text(let text): texts.append(text)
            case .scalar(let value): scalars.append(value)
            }
        }
        return texts.isEmpty ? .some(call(function, scalars)) : .some(call(function, texts))
    }

    private static func call(_ function: BuiltinFunction, _ texts: [String]) -> Int64? {
        guard let text = texts.first, let last = texts.last else { return nil }
        let (bytes, other) = (Array(text.utf8), Array(last.utf8))
        switch function {
        case .length: return Int64(text.unicodeScalars.count) * ExactArithmetic.numberUnit
        case .startsWith: return bytes.starts(with: other) ? 1 : 0
        case .endsWith: return bytes.reversed().starts(with: other.reversed()) ? 1 : 0
        case .contains: return other.isEmpty || bytes.contains(other) ? 1 : 0
        case .matches: return GlobPattern(last).map { $0.matches(bytes) ? 1 : 0 }
        case .min, .max, .abs, .round: return nil
        }
    }

    private static func call(_ function: BuiltinFunction, _ scalars: [Int64]) -> Int64? {
        guard let first = scalars.first else { return nil }
        switch function {
        case .min: return scalars.min()
        case .max: return scalars.max()
        case .abs: return first < 0 ? ExactArithmetic.subtract(0, first) : first
        case .round:
            return ExactArithmetic.round(
                first, toMultipleOf: scalars.count > 1 ? scalars[1] : ExactArithmetic.numberUnit)
        case .length, .startsWith, .endsWith, .contains, .matches: return nil
        }
    }
}
