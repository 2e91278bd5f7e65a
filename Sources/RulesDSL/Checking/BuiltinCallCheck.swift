/// A call of a function of the language, its arguments checked one by one.
struct BuiltinCall {
    let function: BuiltinFunction
    let name: NameSyntax
    let arguments: [ExpressionSyntax]
    /// Nil where an argument is wrong, which has been said.
    let values: [TypedExpression?]
    let syntax: ExpressionSyntax
}

extension BuiltinFunction {
    /// How many arguments it takes.
    var arity: ClosedRange<Int> {
        switch self {
        case .length, .abs: 1...1
        case .startsWith, .endsWith, .contains, .matches: 2...2
        case .min, .max: 2...CheckLimits.expressionSize
        case .round: 1...2
        }
    }

    /// How it is called.
    var form: String {
        switch self {
        case .length: "length(text)"
        case .startsWith: "starts-with(text, beginning)"
        case .endsWith: "ends-with(text, end)"
        case .contains: "contains(text, part)"
        case .matches: "matches(text, \"pattern*\")"
        case .min: "min(a, b, …)"
        case .max: "max(a, b, …)"
        case .abs: "abs(a)"
        case .round: "round(a)` or `round(a, step)"
        }
    }
}

extension PolicyChecker {
    mutating func check(_ call: BuiltinCall) -> TypedExpression? {
        guard call.function.arity.contains(call.arguments.count) else {
            report(
                CheckMessage.argumentCount(
                    call.name, call.syntax.range, count: call.arguments.count, expected: call.function.arity,
                    form: call.function.form))
            return nil
        }
        guard let type = checkTypes(of: call) else { return nil }
        let values = call.values.compactMap { $0 }
        guard values.count == call.values.count, isPatternRight(call, values), isStepRight(call, values) else {
            return nil
        }
        if let folded = ConstantFolding.call(call.function, values) {
            return constant(folded, type: type, call.syntax)
        }
        return operation(.call(call.function, values.map(\.expression)), type: type, of: values, call.syntax)
    }

    /// The type of the result, if the arguments have the right ones.
    private mutating func checkTypes(of call: BuiltinCall) -> ValueType? {
        switch call.function {
        case .length: return checkArguments(of: call, are: [.text]) ? .number : nil
        case .startsWith, .endsWith, .contains, .matches: return checkArguments(of: call, are: [.text]) ? .boolean : nil
        case .min, .max: return checkOneType(of: call, among: [.money, .number, .time, .duration, .date])
        case .abs: return checkOneType(of: call, among: [.money, .number, .duration])
        case .round:
            guard call.arguments.count == 1 else {
                return checkOneType(of: call, among: [.money, .number, .duration])
            }
            guard let value = call.values[0] else { return nil }
            guard value.type == .money || value.type == .duration else {
                return checkOneType(of: call, among: [.number])
            }
            report(
                CheckMessage.stepMissing(
                    call.syntax.range, text: excerpt(call.arguments[0]), type: value.type, currency: header.currency))
            return nil
        }
    }

    private mutating func checkArguments(of call: BuiltinCall, are types: [ValueType]) -> Bool {
        var isRight = true
        for (argument, value) in zip(call.arguments, call.values) {
            guard let value, !types.contains(value.type) else { continue }
            reportArgument(argument, value.type, of: call.name, expected: types)
            isRight = false
        }
        return isRight
    }

    /// All arguments have one type: that of the first that can be known.
    private mutating func checkOneType(of call: BuiltinCall, among types: [ValueType]) -> ValueType? {
        guard checkArguments(of: call, are: types) else { return nil }
        guard let first = call.values.firstIndex(where: { $0 != nil }), let type = call.values[first]?.type else {
            return nil
        }
        var isRight = true
        for (argument, value) in zip(call.arguments, call.values) {
            guard let value, value.type != type else { continue }
            isRight = false
            report(
                CheckMessage.argumentsDiffer(
                    argument.range, of: call.name, first: (excerpt(call.arguments[first]), type),
                    other: (excerpt(argument), value.type), replacement: rewriting(argument, to: type)))
        }
        return isRight ? type : nil
    }

    private mutating func isPatternRight(_ call: BuiltinCall, _ values: [TypedExpression]) -> Bool {
        guard call.function == .matches else { return true }
        guard case .text(let pattern) = fixed(values[1], call.arguments[1], of: "a pattern") else { return false }
        guard GlobPattern(pattern) != nil else {
            report(CheckMessage.pattern(call.arguments[1].range, text: excerpt(call.arguments[1])))
            return false
        }
        return true
    }

    private mutating func isStepRight(_ call: BuiltinCall, _ values: [TypedExpression]) -> Bool {
        guard call.function == .round, values.count == 2 else { return true }
        guard case .scalar(let step) = fixed(values[1], call.arguments[1], of: "the step of `round`") else {
            return false
        }
        guard step > 0 else {
            report(CheckMessage.stepNotPositive(call.arguments[1].range, text: excerpt(call.arguments[1])))
            return false
        }
        return true
    }
}
