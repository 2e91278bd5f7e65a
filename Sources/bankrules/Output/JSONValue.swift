import Engine

/// A JSON document to be written: its objects keep the order of their members.
package indirect enum JSONValue: Equatable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// A number as it is to be written, such as `0.5`.
    case number(String)
    case text(String)
    case array([JSONValue])
    case object([Member])

    /// A name with its value.
    package struct Member: Equatable, Sendable {
        let name: String
        let value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The text if there is one, else `null`.
    package init(_ text: String?) {
        self = text.map { .text($0) } ?? .null
    }

    /// The document over several lines, two spaces a level, with a line's end behind it.
    package var document: String {
        var output = OutputBuffer()
        append(to: &output, depth: 0)
        output.append("\n")
        return output.text
    }

    private func append(to output: inout OutputBuffer, depth: Int) {
        switch self {
        case .null: output.append("null")
        case .boolean(let value): output.append(value ? "true" : "false")
        case .integer(let value): output.append(decimal: Int64(value))
        case .number(let digits): output.append(Array(digits.utf8))
        case .text(let value): Self.append(value, to: &output)
        case .array(let values):
            Self.append(values, "[", "]", to: &output, depth: depth) { value, output in
                value.append(to: &output, depth: depth + 1)
            }
        case .object(let members):
            Self.append(members, "{", "}", to: &output, depth: depth) { member, output in
                Self.append(member.name, to: &output)
                output.append(": ")
                member.value.append(to: &output, depth: depth + 1)
            }
        }
    }

    private static func append(_ text: String, to output: inout OutputBuffer) {
        output.append("\"")
        output.append(jsonEscaped: text.utf8)
        output.append("\"")
    }

    private static func append<Item>(
        _ items: [Item], _ opening: StaticString, _ closing: StaticString, to output: inout OutputBuffer, depth: Int,
        appendItem: (Item, inout OutputBuffer) -> Void
    ) {
        output.append(opening)
        for (index, item) in items.enumerated() {
            output.append(index == 0 ? "\n" : ",\n")
            indent(depth + 1, &output)
            appendItem(item, &output)
        }
        if !items.isEmpty {
            output.append("\n")
            indent(depth, &output)
        }
        output.append(closing)
    }

    private static func indent(_ depth: Int, _ output: inout OutputBuffer) {
        for _ in 0..<depth { output.append("  ") }
    }
}
