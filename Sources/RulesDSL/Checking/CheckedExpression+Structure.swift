extension CheckedExpression {
    /// The expressions that it is made of, from the left to the right.
    package var parts: [CheckedExpression] {
        switch kind {
        case .constant, .field, .aggregate, .lookup: []
        case .not(let operand), .negate(let operand), .member(let operand, of: _), .listed(let operand, in: _),
            .fallback(_, otherwise: let operand):
            [operand]
        case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
            .arithmetic(_, let left, let right):
            [left, right]
        case .conditional(let condition, then: let then, otherwise: let otherwise): [condition, then, otherwise]
        case .call(_, let arguments), .plugin(_, let arguments): arguments
        }
    }

    /// A text that is the same for two expressions exactly if they compute the same way.
    package var structure: String {
        switch kind {
        case .constant(let constant): Self.structure(constant)
        case .field(let field): "f\(field.index)"
        case .not(let operand): "!(\(operand.structure))"
        case .negate(let operand): "-(\(operand.structure))"
        case .and(let left, let right): "(\(left.structure)&\(right.structure))"
        case .or(let left, let right): "(\(left.structure)|\(right.structure))"
        case .compare(let comparison, let left, let right):
            "(\(left.structure) \(comparison.rawValue) \(right.structure))"
        case .arithmetic(let arithmetic, let left, let right): "(\(left.structure) \(arithmetic) \(right.structure))"
        case .conditional(let condition, let then, let otherwise):
            "(\(condition.structure)?\(then.structure):\(otherwise.structure))"
        case .listed(let value, let list): "(\(value.structure) in l\(list.index))"
        case .fallback(let field, let otherwise): "(f\(field.index)|\(otherwise.structure))"
        case .aggregate(let aggregate): "a\(aggregate.index)"
        case .lookup(let table): "t\(table.index)"
        case .call(let function, let arguments):
            "\(function.rawValue)(\(arguments.map(\.structure).joined(separator: ",")))"
        case .plugin(let function, let arguments):
            "p\(function.index)(\(arguments.map(\.structure).joined(separator: ",")))"
        case .member(let value, let members):
            "(\(value.structure) in [\(members.map(Self.structure).joined(separator: ","))])"
        }
    }

    private static func structure(_ constant: Constant) -> String {
        switch constant {
        case .scalar(let value): "\(value)"
        // The length in front keeps two texts from reading like one.
        // Spelled in ASCII: equal as strings, as Unicode sees them, are many texts that rules tell apart.
        case .text(let text): "t\(text.utf8.count):\(text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined())"
        }
    }
}
