extension PolicyChecker {
    /// What a limit counts. Where the parser found a part missing or unknown it has said so, and the part is nil.
    mutating func checkMeasure(_ measure: AggregateSyntax) -> CheckedAggregate? {
        let function = checkFunction(measure)
        let counted = checkCounted(measure.counted)
        let scope = measure.scope.flatMap { checkLimitScope($0) }
        let window = measure.window.flatMap { checkWindow($0) }
        guard let (function, type) = function, let counted, let scope, let window else { return nil }
        return CheckedAggregate(function: function, counted: counted, scope: scope, window: window, type: type)
    }

    private mutating func checkFunction(_ measure: AggregateSyntax) -> (CheckedAggregate.Function, ValueType)? {
        switch measure.function.text {
        case "count":
            return (.count, .number)
        case "sum":
            guard let expression = measure.expression, let summed = check(expression) else { return nil }
            guard summed.type == .money || summed.type == .number else {
                report(CheckMessage.sumType(expression.range, text: excerpt(expression), type: summed.type))
                return nil
            }
            return (.sum(summed.expression), summed.type)
        default:
            return nil
        }
    }

    private func checkCounted(_ name: NameSyntax?) -> CheckedAggregate.Counted? {
        guard let name else { return .accepted }
        return name.text == "attempts" ? .attempts : nil
    }

    private mutating func checkWindow(_ syntax: WindowSyntax) -> CheckedWindow? {
        guard case .calendar(let name) = syntax, !name.text.isEmpty else { return nil }
        guard let window = vocabulary.windows.first(where: { $0.rawValue == name.text }) else {
            let all = vocabulary.windows.map(\.rawValue)
            report(CheckMessage.unknownWindow(name, suggestion: suggestion(for: name.text, among: all), all: all))
            return nil
        }
        return .calendar(window)
    }

    private mutating func checkLimitScope(_ scope: ScopeSyntax) -> CheckedScope? {
        switch scope {
        case .everyone: return .everyone
        case .per(let names):
            let scopes = vocabulary.fields.filter(\.isScope).map(\.name)
            let fields = names.map { name -> FieldIndex? in
                guard let field = checkField(name, among: scopes) else { return nil }
                guard vocabulary.fields[field.index].isScope else {
                    report(CheckMessage.fieldIsNoScope(name, scopes: scopes))
                    return nil
                }
                return field
            }
            return checkDistinct(names, fields).map { .fields($0) }
        }
    }

    /// The key of a `unique`: its fields and those of its scope are one key together.
    mutating func checkKey(_ names: [NameSyntax], _ scope: ScopeSyntax?) -> CheckedRule.Check? {
        let allowed = vocabulary.fields.filter { $0.origin == .transaction }.map(\.name)
        func check(_ names: [NameSyntax], in checker: inout PolicyChecker) -> [FieldIndex?] {
            names.map { name in
                guard let field = checker.checkField(name, among: allowed) else { return nil }
                guard checker.vocabulary.fields[field.index].origin == .transaction else {
                    checker.report(CheckMessage.stateInUnique(name))
                    return nil
                }
                return field
            }
        }
        let key = check(names, in: &self)
        switch scope {
        case .per(let scopeNames):
            let scopeFields = check(scopeNames, in: &self)
            guard let all = checkDistinct(names + scopeNames, key + scopeFields) else { return nil }
            return .unique(
                CheckedUnique(
                    key: Array(all.prefix(key.count)), scope: .fields(Array(all.dropFirst(key.count)))))
        case .everyone:
            return checkDistinct(names, key).map { .unique(CheckedUnique(key: $0, scope: .everyone)) }
        case nil:
            _ = checkDistinct(names, key)
            return nil
        }
    }

    /// A field by its name, where no expression may stand.
    private mutating func checkField(_ name: NameSyntax, among candidates: [String]) -> FieldIndex? {
        guard !name.text.isEmpty else { return nil }
        switch declarations.meaning(of: name.text) {
        case .field(let field): return field
        case .kind, .weekday, .constant, .rule:
            report(CheckMessage.notAField(name, fields: candidates))
            return nil
        case nil:
            let near = suggestion(for: name.text, among: candidates)
            if near != nil || !hidesNames {
                report(CheckMessage.unknownName(name, suggestion: near, fields: candidates))
            }
            return nil
        }
    }

    private mutating func checkDistinct(_ names: [NameSyntax], _ fields: [FieldIndex?]) -> [FieldIndex]? {
        var first: [FieldIndex: NameSyntax] = [:]
        for (name, field) in zip(names, fields) {
            guard let field else { continue }
            if let earlier = first[field] {
                report(CheckMessage.fieldTwice(name, first: earlier))
            } else {
                first[field] = name
            }
        }
        let known = fields.compactMap { $0 }
        return known.count == fields.count ? known : nil
    }
}
