internal import RulesDSL

/// One part of a condition as it was for a transaction: one of those that made the condition hold or fail.
package struct ExplainedPart: Sendable {
    /// What a part reads, by how it is written there.
    package struct Value: Sendable {
        package let name: String
        package let value: ShownValue
    }

    /// As it was written.
    package let condition: String
    package let holds: Bool
    package let values: [Value]
    /// The names of the optional fields that the transaction lacks, so that what stands behind their `or` was taken.
    package let missing: [String]
}

extension OneByOne {
    /// The parts that made a condition what it is for the transaction that was judged last, each once.
    func explainedParts(of condition: Condition) -> [ExplainedPart] {
        var shown: Set<String.UTF8Key> = []
        return decidingParts(of: condition).compactMap { finding in
            let part = condition.parts[finding.part]
            // A `let` may bring in the same part twice.
            guard shown.insert(String.UTF8Key(part.text)).inserted else { return nil }
            return ExplainedPart(
                condition: part.text, holds: finding.holds, values: part.values.filter(\.isShown).compactMap(explained),
                missing: missing(in: part))
        }
    }

    /// The names of the fields whose place something else took, each once.
    private func missing(in part: Condition.Part) -> [String] {
        var names: [String] = []
        for fallback in part.fallbacks where isMissing(fallback.field) && fallback.needs.allSatisfy(isMet) {
            if !names.contains(fallback.field.name) { names.append(fallback.field.name) }
        }
        return names
    }

    private func isMet(_ need: Condition.Fallback.Need) -> Bool {
        switch need {
        case .missing(let field): isMissing(field)
        case .condition(let code, let holds): value(of: code).map { ($0 != 0) == holds } ?? false
        }
    }

    private func isMissing(_ field: DeclaredField) -> Bool { !batch.hasField(field.column, 0) }

    private func explained(_ value: Condition.Value) -> ExplainedPart.Value? {
        let shown: ShownValue? =
            value.type == .text
            ? text(of: value.code).map { .text(String.UTF8Key($0)) }
            : self.value(of: value.code).map { .scalar($0, value.type) }
        return shown.map { ExplainedPart.Value(name: value.text, value: $0) }
    }
}
