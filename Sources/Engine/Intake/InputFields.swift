package import RulesDSL

/// The declared fields that are read of each line: each has a column of its own in a batch, by its place here.
package struct InputFields: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        /// What the policy calls it.
        package let name: String
        /// One of text, number, money, time and boolean.
        package let type: ValueType
        /// Whether a line without it is rejected.
        package let isRequired: Bool
        /// The keys that lead to it, from the outermost object inwards.
        package let path: [String]

        package init(name: String, type: ValueType, isRequired: Bool, path: [String]) {
            self.name = name
            self.type = type
            self.isRequired = isRequired
            self.path = path
        }
    }

    private let fields: [Field]

    /// No declared fields at all.
    package static let empty = InputFields(fields: [])

    package init(fields: [Field]) {
        self.fields = fields
    }

    /// The fields that a policy declares, in its order.
    package init(_ declared: [CheckedField]) {
        self.init(
            fields: declared.map {
                Field(name: $0.name, type: $0.type, isRequired: $0.presence == .required, path: $0.path)
            })
    }
}

extension InputFields: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { fields.count }
    package subscript(position: Int) -> Field { fields[position] }
}
