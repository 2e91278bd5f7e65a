/// `R0240` to `R0258`: what a file declares, and the parts of rules that go with it.
extension CheckMessage {
    static func declaredType(
        _ name: NameSyntax, of what: String, suggestion: String?, types: [String]
    ) -> Diagnostic {
        let message =
            ValueType(rawValue: name.text) == nil
            ? "there is no type `\(name.text)`" : "\(what) can't be of the type `\(name.text)`"
        return unknown(
            .declaredType, message, name, suggestion: suggestion, otherwise: "it can be \(listed(types, "or"))")
    }

    static func emptyPathKey(_ path: NameSyntax) -> Diagnostic {
        error(
            .fieldPath, "the path `\(path.text)` has an empty key", at: path.range,
            help: ["write the keys that lead to the value, joined by dots: `\"merchant.name\"`"])
    }

    static func pathTooDeep(_ path: NameSyntax) -> Diagnostic {
        error(.fieldPath, "the path `\(path.text)` has more than \(CheckLimits.pathKeys) keys", at: path.range)
    }

    static func pathOfInput(_ path: NameSyntax, isName: Bool, keys: [String]) -> Diagnostic {
        let help = "the program reads \(listed(keys)) itself; they are there without a declaration"
        let other = "if the value has another key, name it: `from \"merchant.\(path.text)\"`"
        return error(
            .fieldPath, "no field can be read from `\(path.text)`", at: path.range,
            help: isName ? [help, other] : [help])
    }

    static func pathTaken(_ path: NameSyntax, by field: NameSyntax, from other: String, isSame: Bool) -> Diagnostic {
        let isInside = path.text.utf8.count > other.utf8.count
        let (inner, outer) = isInside ? (path.text, other) : (other, path.text)
        let message =
            isSame
            ? "`\(field.text)` is read from `\(path.text)` too"
            : "`\(inner)` lies inside of `\(outer)`, so that `\(outer)` is no value"
        return error(
            .pathTaken, message, at: path.range, secondary: [Diagnostic.Label(field.range, "the other field")],
            help: ["say where the input has it: `from \"merchant.name\"`"])
    }

    static func listFileNotUTF8(_ range: SourceRange) -> Diagnostic {
        error(.listLine, "this line is not UTF-8", at: range, help: ["save the file as UTF-8"])
    }

    static func listLine(_ range: SourceRange, text: String, list: NameSyntax, _ type: ValueType) -> Diagnostic {
        error(
            .listLine, "a line of `\(list.text)` is \(OperatorTypes.words(type)), and `\(text)` is none", at: range,
            help: ["write one value on each line, as in a rules file"])
    }

    /// `example` is a value that stands in the table.
    static func tableWithoutElse(_ table: NameSyntax, example: String?) -> Diagnostic {
        error(
            .tableWithoutElse, "`\(table.text)` has no `else:`", at: table.range,
            help: ["end it with the value for everything else" + (example.map { ", such as `else: \($0)`" } ?? "")])
    }

    static func tableKeyTwice(_ range: SourceRange, text: String, first: SourceRange) -> Diagnostic {
        error(
            .tableKeyTwice, "`\(text)` is in the table twice", at: range, label: "leave this one out",
            secondary: [Diagnostic.Label(first, "the first one")])
    }

    static func tableKeyField(_ name: NameSyntax, type: ValueType) -> Diagnostic {
        error(
            .tableKeyField, "a table can't be `by \(name.text)`, which is \(OperatorTypes.words(type))", at: name.range,
            help: ["its key is a field of \(listed(DeclaredTypes.ofTableKeys.map(\.rawValue), "or"))"])
    }

    static func functionNotOffered(_ name: NameSyntax, suggestion: String?) -> Diagnostic {
        unknown(
            .functionNotOffered, "no plugin offers the function `\(name.text)`", name, suggestion: suggestion,
            otherwise: "name the plugin that does: `--plugin FILE`")
    }

    static func functionSignature(_ function: FunctionSyntax, _ offer: PolicyResources.Function) -> Diagnostic {
        let parameters = offer.parameters.map(\.rawValue).joined(separator: ", ")
        return error(
            .functionSignature, "`\(function.name.text)` is declared otherwise than \(offer.plugin) offers it",
            at: function.name.range,
            help: ["it is `function \(offer.name)(\(parameters)) : \(offer.result.rawValue)`"])
    }

    /// `advice` is what to write in place of one that other languages have.
    static func unknownFunction(
        _ name: NameSyntax, suggestion: String?, advice: String?, functions: [String]
    ) -> Diagnostic {
        unknown(
            .unknownFunction, "there is no function `\(name.text)`", name, suggestion: suggestion,
            otherwise: advice ?? "the functions are \(listed(Array(functions.prefix(40))))")
    }

    static func foreignFunction(_ name: NameSyntax, plain: String, at range: SourceRange) -> Diagnostic {
        rewritable(.unknownFunction, "there is no function `\(name.text)`", at: range, replacement: plain)
    }

    static func notAFunction(_ name: NameSyntax) -> Diagnostic {
        error(
            .notAFunction, "`\(name.text)` is no function", at: name.range,
            help: ["between a value and `(` stands a sign, such as `*`"])
    }

    static func functionWithoutCall(_ name: NameSyntax) -> Diagnostic {
        error(
            .notAFunction, "`\(name.text)` is a function, and has a value only with arguments", at: name.range,
            help: ["write them in parentheses right behind it: `\(name.text)(…)`"])
    }

    static func notAList(_ name: NameSyntax, isKnown: Bool, suggestion: String?, lists: [String]) -> Diagnostic {
        let otherwise =
            lists.isEmpty || lists.count > 20
            ? "declare one, such as `list vip : text [\"17\", \"42\"]`" : "the lists are \(listed(lists))"
        let message = isKnown ? "`\(name.text)` is no list" : "there is no list `\(name.text)`"
        return unknown(.notAList, message, name, suggestion: suggestion, otherwise: otherwise)
    }

    static func fallbackMissing(_ function: NameSyntax, type: ValueType?, currency: Currency?) -> Diagnostic {
        let example = type == .number ? "0" : currency?.written(whole: 100) ?? "$100.00"
        return error(
            .fallbackMissing, "this `\(function.text)` has no value where nothing was counted", at: function.range,
            help: ["end it with a value for that case, such as `or \(example)`"])
    }

    static func fallbackNeedless(_ range: SourceRange, of function: NameSyntax) -> Diagnostic {
        error(
            .fallbackNeedless, "`\(function.text)` is zero where nothing was counted, and never needs an `or`",
            at: range,
            label: "leave this out", fixIts: [Diagnostic.FixIt(range: range, replacement: "")])
    }

    static func activeOrder(_ range: SourceRange, from: SourceRange?) -> Diagnostic {
        error(
            .activeOrder, "the rule ends before it begins", at: range, label: "write a later date",
            secondary: from.map { [Diagnostic.Label($0, "it begins here")] } ?? [],
            help: ["`until` is the first moment at which it is not active any more"])
    }

    static func conflictField(_ name: NameSyntax) -> Diagnostic {
        error(
            .conflictField, "`\(name.text)` is part of the key, in which a repeat never differs", at: name.range,
            label: "leave it out")
    }

    static func conflictWithoutFields(_ range: SourceRange) -> Diagnostic {
        error(
            .conflictWithoutFields, "the key holds all that a repeat could differ in", at: range,
            help: ["name the fields to be compared: `conflict on hour decline as SomeCode`"])
    }
}
