extension PolicyChecker {
    /// `function name(type, …) : type`: a plugin must offer exactly that.
    mutating func check(_ function: FunctionSyntax, at index: FunctionIndex) -> CheckedFunction? {
        let parameters = function.parameters.map {
            checkType($0, of: "a parameter", among: DeclaredTypes.ofParameters)
        }
        let result = checkType(function.result, of: "the result of a function", among: DeclaredTypes.ofResults)
        let known = parameters.compactMap { $0 }
        guard let result, known.count == parameters.count else { return nil }
        // The name of something else has been reported.
        guard case .function(index) = declarations.meaning(of: function.name.text) else { return nil }
        let offers = resources.functions.filter { $0.name == function.name.text }
        guard let offer = offers.first else {
            let near = suggestion(for: function.name.text, among: resources.functions.map(\.name))
            report(CheckMessage.functionNotOffered(function.name, suggestion: near))
            return nil
        }
        guard offer.parameters == known, offer.result == result else {
            report(CheckMessage.functionSignature(function, offer))
            return nil
        }
        return CheckedFunction(
            name: function.name.text, parameters: known, result: result,
            position: sources.position(of: function.name.range))
    }

    /// `name(argument, …)`. The arguments are checked whatever the name means, so that their own errors are found.
    mutating func checkCall(
        _ name: NameSyntax, _ arguments: [ExpressionSyntax], _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        let values = arguments.map { check($0) }
        switch declarations.meaning(of: name.text) {
        case .builtin(let function):
            let call = BuiltinCall(function: function, name: name, arguments: arguments, values: values, syntax: syntax)
            return check(call)
        case .function(let index):
            return checkPlugin(index, name, arguments, values, syntax)
        case .field, .kind, .weekday, .value, .list, .rule:
            report(CheckMessage.notAFunction(name))
            return nil
        case nil:
            reportUnknownFunction(name, arguments, syntax)
            return nil
        }
    }

    private mutating func reportUnknownFunction(
        _ name: NameSyntax, _ arguments: [ExpressionSyntax], _ syntax: ExpressionSyntax
    ) {
        if Self.isClock(name.text) {
            report(CheckMessage.noClock(name))
        } else if let plain = rewriting(foreign: name.text, arguments) {
            report(CheckMessage.foreignFunction(name, plain: plain, at: syntax.range))
        } else {
            let advice = Self.advice(foreign: name.text)
            let near = advice == nil ? suggestion(for: name.text, among: declarations.functionNames) : nil
            guard near != nil || advice != nil || !hidesNames else { return }
            report(
                CheckMessage.unknownFunction(
                    name, suggestion: near, advice: advice, functions: declarations.functionNames))
        }
    }

    private mutating func checkPlugin(
        _ index: FunctionIndex, _ name: NameSyntax, _ arguments: [ExpressionSyntax], _ values: [TypedExpression?],
        _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        let function = declarations.functions[index.index]
        guard arguments.count == function.parameters.count else {
            report(
                CheckMessage.argumentCount(
                    name, syntax.range, count: arguments.count,
                    expected: function.parameters.count...function.parameters.count, form: nil))
            return nil
        }
        // A wrong declaration has been reported, and what it was meant to be is not known.
        guard let checked = parts.functions[index.index] else { return nil }
        var isRight = true
        for (argument, (value, type)) in zip(arguments, zip(values, checked.parameters)) {
            guard let value else { continue }
            if value.type != type {
                reportArgument(argument, value.type, of: name, expected: [type])
                isRight = false
            }
        }
        let known = values.compactMap { $0 }
        guard isRight, known.count == values.count else { return nil }
        return operation(.plugin(index, known.map(\.expression)), type: checked.result, of: known, syntax)
    }

    /// An argument whose type the function does not take.
    mutating func reportArgument(
        _ argument: ExpressionSyntax, _ type: ValueType, of name: NameSyntax, expected: [ValueType]
    ) {
        report(
            CheckMessage.argumentType(
                argument.range, text: excerpt(argument), type: type, of: name, expected: expected,
                replacement: expected.first.flatMap { expected.count == 1 ? rewriting(argument, to: $0) : nil }))
    }
}
