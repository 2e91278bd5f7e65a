internal import RulesDSL

/// The paths of declared fields as one tree of keys, so that a line's values are found while it is read once.
///
/// A node is an object that holds fields, the line's own being node 0; its edges are the keys that matter there. An
/// edge leads to a field or to another node, never to both.
package final class FieldPaths: Sendable {
    struct Edge: BitwiseCopyable {
        /// Where the key stands in `keys`.
        let offset: Int32
        let length: Int32
        /// The node it leads to, or -1 where it leads to a field.
        let node: Int32
        /// The field it leads to; the first one behind it where it leads to a node.
        let field: Int32
        /// That field's type.
        let type: ValueType
    }

    package let fields: InputFields
    let isEmpty: Bool
    /// One bit for each field that a line must have.
    let required: UInt64
    let edges: Column<Edge>
    /// Where the edges of each node begin, and behind the last.
    private let starts: Column<Int32>
    private let keys: Column<UInt8>

    package init(_ fields: InputFields) {
        var tree = [[Draft]()]
        for (index, field) in fields.enumerated() { Self.insert(field.path, index, into: &tree) }
        self.fields = fields
        isEmpty = fields.isEmpty
        required = fields.enumerated().reduce(0) { $1.element.isRequired ? $0 | 1 << UInt64($1.offset) : $0 }
        var bytes: [UInt8] = []
        var flat: [Edge] = []
        starts = Column(repeating: 0, capacity: tree.count + 1)
        for (node, drafts) in tree.enumerated() {
            for draft in drafts {
                flat.append(
                    Edge(
                        offset: Int32(bytes.count), length: Int32(draft.key.count), node: Int32(draft.node ?? -1),
                        field: Int32(draft.field), type: fields[draft.field].type))
                bytes += draft.key
            }
            starts[node + 1] = Int32(flat.count)
        }
        edges = Column(
            repeating: Edge(offset: 0, length: 0, node: -1, field: 0, type: .text), capacity: max(1, flat.count))
        edges.copy(from: flat, to: 0)
        keys = Column(zeroed: bytes.count)
        keys.copy(from: bytes, to: 0)
    }

    deinit {
        edges.deallocate()
        starts.deallocate()
        keys.deallocate()
    }

    /// An edge while the tree grows.
    private struct Draft {
        let key: [UInt8]
        var node: Int?
        let field: Int
    }

    private static func insert(_ path: [String], _ field: Int, into tree: inout [[Draft]]) {
        var node = 0
        for (depth, key) in path.enumerated() {
            let key = Array(key.utf8)
            let isLast = depth == path.count - 1
            if let known = tree[node].firstIndex(where: { $0.key == key }) {
                // The checker lets no path lead to another's value or through it.
                guard let next = tree[node][known].node, !isLast else { return }
                node = next
            } else {
                tree[node].append(Draft(key: key, node: isLast ? nil : tree.count, field: field))
                if isLast { return }
                node = tree.count
                tree.append([])
            }
        }
    }

    /// The edge of a node that is this key, byte for byte.
    @inline(__always)
    func edge(_ key: TextSlice, of node: Int) -> Int? {
        for index in Int(starts[node])..<Int(starts[node + 1]) {
            let edge = edges[index]
            if Int(edge.length) == key.length
                && keys.matches(key.bytes, at: key.offset, count: key.length, from: Int(edge.offset))
            {
                return index
            }
        }
        return nil
    }
}

extension InputFields {
    /// At least as many as `FieldPaths` makes edges of the fields.
    var edgeLimit: Int { reduce(0) { $0 + $1.path.count } }
}
