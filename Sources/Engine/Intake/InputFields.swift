package import RulesDSL

/// The declared fields that are read of each line: each has a column of its own in a batch, by its place here.
package struct InputFields: Sendable, Equatable {
    /// A field by what is read of a line: defaults are the policy's business, and two policies may read one field.
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

        /// Paths are compared byte for byte, as the keys of a line are.
        package static func == (left: Field, right: Field) -> Bool {
            left.name == right.name && left.type == right.type && left.isRequired == right.isRequired
                && left.isAtSamePath(as: right)
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
    /// The field in a column.
    package subscript(position: Int) -> Field { fields[position] }
}

extension InputFields {
    /// Checks that a transaction that did not come from a line has the fields that lines must and may have.
    package func check(_ transaction: Transaction) throws(TransactionError) {
        var known = 0
        for field in fields {
            guard let value = transaction.fields[field.name] else {
                if field.isRequired { throw .fieldMissing(field.name) }
                continue
            }
            guard value.kind.type == field.type else {
                throw .fieldType(field.name, expected: field.type.rawValue)
            }
            known += 1
        }
        guard known < transaction.fields.count else { return }
        let names = Set(fields.map(\.name))
        let unknown = transaction.fields.keys.filter { !names.contains($0) }.min()
        throw .fieldUnknown(unknown ?? "")
    }
}
