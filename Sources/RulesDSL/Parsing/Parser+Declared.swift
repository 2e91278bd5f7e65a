/// Declarations of what comes from elsewhere: the input's fields, lists, tables and functions.
extension Parser {
    /// `merchant : text optional from "merchant.name"`, after `field`.
    mutating func parseField() -> DeclarationSyntax.Kind? {
        let name = parseName(of: "field", example: "merchant") { $0.is(.colon) }
        takeColon(after: "field \(name.text)")
        guard let type = parseType(example: "field merchant : text") else { return nil }
        let optional = take(word: "optional")?.range
        let value = take(word: "default").map { _ in parseExpression() }
        let path =
            isLost
            ? nil
            : take(word: "from").flatMap { _ in
                parseText(for: "a path", example: "from \"merchant.name\"")
            }
        endWhole()
        return .field(FieldSyntax(name: name, type: type, optional: optional, defaultValue: value, path: path))
    }

    /// `vip : text from "vip.txt"` or `vip : text ["17", "42"]`, after `list`.
    mutating func parseList() -> DeclarationSyntax.Kind? {
        let name = parseName(of: "list", example: "vip") { $0.is(.colon) }
        takeColon(after: "list \(name.text)")
        guard let type = parseType(example: "list vip : text [\"17\", \"42\"]") else { return nil }
        let members = parseMembers()
        endWhole()
        return .list(ListSyntax(name: name, type: type, members: members))
    }

    private mutating func parseMembers() -> ListSyntax.Members {
        if take(word: "from") != nil {
            return parseText(for: "a file's name", example: "from \"vip.txt\"").map { .file($0) } ?? .missing
        }
        guard current.is(.leftBracket) else {
            fail(.expectedName("the members of the list", example: "[\"17\", \"42\"]", found: found, at: expectedRange))
            return .missing
        }
        operators = 0
        let list = parseListLiteral()
        guard case .list(let elements) = list.kind else { return .missing }
        return .inPlace(elements, list.range)
    }

    /// `score(text, money) : number`, after `function`.
    mutating func parseFunction() -> DeclarationSyntax.Kind? {
        let name = parseName(of: "function", example: "score") { $0.is(.leftParenthesis) }
        guard let opener = take(.leftParenthesis) else {
            fail(.expectedName("`(`", example: "function score(text) : number", found: found, at: expectedRange))
            return nil
        }
        var parameters: [NameSyntax] = []
        if !current.is(.rightParenthesis) {
            parameters = parseNames("a type", example: "function score(text) : number")
        }
        guard take(.rightParenthesis) != nil else {
            failUnclosed(opener.range, ")")
            return nil
        }
        takeColon(after: text(range(from: name.range)))
        guard let result = parseType(example: "function score(text) : number") else { return nil }
        endWhole()
        return .function(FunctionSyntax(name: name, parameters: parameters, result: result))
    }

    // MARK: Parts

    private mutating func parseType(example: String) -> NameSyntax? {
        guard !isLost else { return nil }
        guard let word = current.word, !JoiningWord.isKeyword(word) else {
            fail(.expectedName("a type", example: example, found: found, at: expectedRange))
            return nil
        }
        return NameSyntax(word, take().range)
    }

    /// The `:` before a type or a table's value.
    mutating func takeColon(after what: String) {
        guard !isLost, take(.colon) == nil else { return }
        if current.is(.equals) {
            note(.missingColon(after: what, at: take().range, replaces: true))
        } else {
            note(.missingColon(after: what, at: previousEnd, replaces: false))
        }
    }
}
