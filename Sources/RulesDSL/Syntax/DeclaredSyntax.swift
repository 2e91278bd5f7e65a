/// `field name : type [optional | default value] [from "json.path"]`.
package struct FieldSyntax: Sendable {
    package let name: NameSyntax
    package let type: NameSyntax
    /// The word `optional`.
    package let optional: SourceRange?
    package let defaultValue: ExpressionSyntax?
    /// The text after `from`, its range that of the quoted literal.
    package let path: NameSyntax?

    package init(
        name: NameSyntax, type: NameSyntax, optional: SourceRange?, defaultValue: ExpressionSyntax?, path: NameSyntax?
    ) {
        self.name = name
        self.type = type
        self.optional = optional
        self.defaultValue = defaultValue
        self.path = path
    }
}

/// `list name : type from "file"` or `list name : type [a, b]`.
package struct ListSyntax: Sendable {
    /// Where the members stand.
    package enum Members: Sendable {
        case inPlace([ExpressionSyntax], SourceRange)
        case file(NameSyntax)
        /// Neither could be read, which was reported.
        case missing
    }

    package let name: NameSyntax
    package let type: NameSyntax
    package let members: Members

    package init(name: NameSyntax, type: NameSyntax, members: Members) {
        self.name = name
        self.type = type
        self.members = members
    }
}

/// `table name by field { key: value … else: value }`.
package struct TableSyntax: Sendable {
    /// `key: value`.
    package struct Entry: Sendable {
        package let key: ExpressionSyntax
        package let value: ExpressionSyntax

        package init(key: ExpressionSyntax, value: ExpressionSyntax) {
            self.key = key
            self.value = value
        }
    }

    package let name: NameSyntax
    package let key: NameSyntax
    package let entries: [Entry]
    /// The value after `else:`; a table without one was not reported by the parser.
    package let otherwise: ExpressionSyntax?

    package init(name: NameSyntax, key: NameSyntax, entries: [Entry], otherwise: ExpressionSyntax?) {
        self.name = name
        self.key = key
        self.entries = entries
        self.otherwise = otherwise
    }
}

/// `function name(type, …) : type`.
package struct FunctionSyntax: Sendable {
    package let name: NameSyntax
    package let parameters: [NameSyntax]
    package let result: NameSyntax

    package init(name: NameSyntax, parameters: [NameSyntax], result: NameSyntax) {
        self.name = name
        self.parameters = parameters
        self.result = result
    }
}
