package import RulesDSL

extension InputFields {
    /// Why lines can't be read for two policies at once.
    package enum Conflict: Error, Sendable, Equatable {
        /// One path has two types; the keys with points between them.
        case types(path: String, ValueType, ValueType)
        /// The value at the shorter path is a field of one policy and holds a field of the other.
        case nested(outer: String, inner: String)
    }

    /// The fields of two policies that decide the same lines: each path once, required where one of them requires it.
    ///
    /// Two policies may call one path by different names, or mean two paths by one; where they differ at all, fields
    /// are therefore called by their paths.
    package func union(_ other: InputFields) throws(Conflict) -> InputFields {
        if self == other { return self }
        var united: [Field] = []
        for field in Array(self) + Array(other) {
            for known in united { try Self.compare(known, field) }
            if let index = united.firstIndex(where: { $0.isAtSamePath(as: field) }) {
                united[index] = united[index].merged(isRequired: field.isRequired)
            } else {
                united.append(field.merged(isRequired: false))
            }
        }
        return InputFields(fields: united)
    }

    private static func compare(_ one: Field, _ other: Field) throws(Conflict) {
        if one.isAtSamePath(as: other) {
            guard one.type == other.type else { throw .types(path: one.pathText, one.type, other.type) }
        } else if one.holds(other) {
            throw .nested(outer: one.pathText, inner: other.pathText)
        } else if other.holds(one) {
            throw .nested(outer: other.pathText, inner: one.pathText)
        }
    }
}

extension InputFields.Field {
    /// The keys with points between them.
    package var pathText: String { path.joined(separator: ".") }

    /// Whether both are the same value of a line. Keys are compared byte for byte, as those of a line are.
    package func isAtSamePath(as other: Self) -> Bool {
        path.count == other.path.count && begins(other)
    }

    fileprivate func holds(_ other: Self) -> Bool {
        path.count < other.path.count && begins(other)
    }

    private func begins(_ other: Self) -> Bool {
        zip(path, other.path).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    fileprivate func merged(isRequired: Bool) -> Self {
        Self(name: pathText, type: type, isRequired: self.isRequired || isRequired, path: path)
    }
}
