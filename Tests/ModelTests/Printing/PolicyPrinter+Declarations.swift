extension PolicyPrinter {
    /// Fields, lists and tables.
    mutating func declarations() -> [[Token]] {
        policy.fields.map { field($0) } + policy.lists.map { list($0) } + policy.tables.map { table($0) }
    }

    private mutating func field(_ field: DeclaredField) -> [Token] {
        var words = [Token("field"), Token(field.name), Token(":"), Token(field.type.word)]
        switch field.presence {
        case .required: break
        case .optional: words.append(Token("optional"))
        case .defaults(let value): words += [Token("default")] + literal(value)
        }
        if let path = field.path {
            words += [Token("from")] + literal(.text(Text(path.joined(separator: "."))))
        }
        return line(words)
    }

    private mutating func list(_ list: ModelList) -> [Token] {
        let head = [Token("list"), Token(list.name), Token(":"), Token(list.type.word)]
        if let file = list.file { return line(head + [Token("from")] + literal(.text(Text(file)))) }
        var members: [Token] = []
        for member in list.members {
            if !members.isEmpty { members.append(Token(",")) }
            members += literal(member)
        }
        return line(head + [Token("[")] + members + [Token("]")])
    }

    private mutating func table(_ table: ModelTable) -> [Token] {
        var words = line(["table", table.name, "by", table.key.name, "{"])
        for entry in table.entries {
            words += line(literal(entry.key) + [Token(":")] + terms.tokens(of: entry.value, &random), depth: 1)
        }
        words += line([Token("else"), Token(":")] + terms.tokens(of: table.otherwise, &random), depth: 1)
        return words + line([Token("}")])
    }

    private mutating func literal(_ value: Value) -> [Token] {
        TermPrinter(literals: terms.literals, hasNeedlessParentheses: false).tokens(of: .literal(value), &random)
    }

    // MARK: Files

    /// What stands in the file of a list: a member a line, in any layout that means the same.
    static func file(of list: ModelList, _ currency: ModelCurrency, _ random: inout RandomSource) -> String {
        let terms = TermPrinter(
            literals: LiteralSpelling(currency: currency, isVaried: false), hasNeedlessParentheses: false)
        var text = random.chance(30) ? "# members\n" : ""
        for member in list.members {
            let word =
                if case .text(let text) = member { text.string } else {
                    Layout.tidy.text(of: terms.tokens(of: .literal(member), &random), &random).dropLast().description
                }
            text +=
                random.pick(["", "", "", "  ", "\t"]) + word
                + random.pick(["\n", "\n", "\n", " \n", "\r\n", "\n\n", "\n# more\n"])
        }
        return random.chance(20) ? String(text.dropLast()) : text
    }
}

extension ModelType {
    /// As a declaration names it.
    var word: String { "\(self)" }
}
