/// A checked expression with what the checker wants to know of it beyond what the engine needs.
///
/// Wherever the checker could make none, it has said why and goes on with nil, about which everything else is silent.
struct TypedExpression {
    let expression: CheckedExpression
    /// How many parts it has, with each `let` put in its place.
    let size: Int
    /// How deep those parts are nested.
    let depth: Int
    /// The first name in its own text that brings in what happened before, such as the balance.
    let stateUse: NameSyntax?

    var type: ValueType {
        expression.type
    }

    /// The value, where it is known already.
    var constant: Constant? {
        guard case .constant(let value) = expression.kind else { return nil }
        return value
    }

    /// The value of a constant that is no text.
    var scalar: Int64? {
        guard case .constant(.scalar(let value)) = expression.kind else { return nil }
        return value
    }

    init(_ expression: CheckedExpression, size: Int = 1, depth: Int = 1, stateUse: NameSyntax? = nil) {
        self.expression = expression
        self.size = size
        self.depth = depth
        self.stateUse = stateUse
    }

    init(scalar: Int64, type: ValueType, range: SourceRange) {
        self.init(CheckedExpression(.constant(.scalar(scalar)), type: type, range: range))
    }

    /// The same where a `let`'s name stands for it: that name is how people know it there.
    func used(as name: NameSyntax) -> TypedExpression {
        let named = CheckedExpression(expression.kind, type: expression.type, range: name.range)
        return TypedExpression(named, size: size, depth: depth, stateUse: stateUse == nil ? nil : name)
    }
}
