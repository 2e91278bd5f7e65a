/// An index of a field: first those of `Vocabulary.fields`, behind them the declared ones, in order.
package struct FieldIndex: Hashable, Sendable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// `field name : type …`: more of the input's JSON, typed.
package struct CheckedField: Sendable, Equatable {
    /// What a line without the field, or with `null` in its place, comes to.
    package enum Presence: Sendable, Equatable {
        /// A line without it is rejected.
        case required
        /// May be absent or null; used with `or` only.
        case optional
        /// What an absent or null one is.
        case defaults(to: Constant)
    }

    package let name: String
    /// One of text, number, money, time and boolean.
    package let type: ValueType
    package let presence: Presence
    /// The keys that lead to it, from the outermost object inwards; at least one.
    package let path: [String]
    package let position: SourcePosition

    package init(name: String, type: ValueType, presence: Presence, path: [String], position: SourcePosition) {
        self.name = name
        self.type = type
        self.presence = presence
        self.path = path
        self.position = position
    }
}

/// An index into `CheckedPolicy.lists`.
package struct ListIndex: Hashable, Sendable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// `list name : type …`: fixed values, for `in`.
package struct CheckedList: Sendable {
    package let name: String
    package let type: ValueType
    package let members: [Constant]
    package let position: SourcePosition

    package init(name: String, type: ValueType, members: [Constant], position: SourcePosition) {
        self.name = name
        self.type = type
        self.members = members
        self.position = position
    }
}

/// An index into `CheckedPolicy.tables`.
package struct TableIndex: Hashable, Sendable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// `table name by field { … }`: a value for each of some values of a field, and one for all others.
package struct CheckedTable: Sendable {
    package let name: String
    package let key: FieldIndex
    /// The type of its values, which are no texts.
    package let type: ValueType
    /// In the order of the text; no key twice.
    package let entries: [(key: Constant, value: Int64)]
    /// `else`: also for a field that is missing.
    package let otherwise: Int64
    package let position: SourcePosition

    package init(
        name: String, key: FieldIndex, type: ValueType, entries: [(key: Constant, value: Int64)], otherwise: Int64,
        position: SourcePosition
    ) {
        self.name = name
        self.key = key
        self.type = type
        self.entries = entries
        self.otherwise = otherwise
        self.position = position
    }
}

/// An index into `CheckedPolicy.functions`.
package struct FunctionIndex: Hashable, Sendable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// `function name(type, …) : type`: a function that a plugin brings, as the rules file says it is.
package struct CheckedFunction: Sendable, Equatable {
    package let name: String
    package let parameters: [ValueType]
    package let result: ValueType
    package let position: SourcePosition

    package init(name: String, parameters: [ValueType], result: ValueType, position: SourcePosition) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.position = position
    }
}

/// What a policy declares besides its rules and tests.
package struct CheckedDeclarations: Sendable {
    package var fields: [CheckedField] = []
    package var aggregates: [CheckedLetAggregate] = []
    package var lists: [CheckedList] = []
    package var tables: [CheckedTable] = []
    package var functions: [CheckedFunction] = []

    package init() {}
}
