/// Feeds a hash with values in a form from which they could be read back, so that different policies are different
/// bytes.
///
/// A text is its length and its bytes, an integer eight bytes beginning with the highest, a list its length and its
/// elements, an absent value a zero and a present one a one before it; a case of an enumeration is its name as a text.
struct FingerprintEncoder {
    /// The beginning of every encoding. Its number grows with each change of the form.
    private static let header = "bankrules policy 1"

    private let fieldNames: [String]
    private let kindNames: [String]
    private var hash = SHA256()

    init(vocabulary: Vocabulary, declared: [String]) {
        fieldNames = vocabulary.fields.map(\.name) + declared
        kindNames = vocabulary.kinds
        add(Self.header)
    }

    consuming func finish() -> [UInt8] {
        hash.finish()
    }

    mutating func add(_ text: String) {
        add(Int64(text.utf8.count))
        hash.update(text.utf8)
    }

    mutating func add(_ value: Int64) {
        for shift in stride(from: Int64(56), through: 0, by: -8) {
            hash.update(CollectionOfOne(UInt8(truncatingIfNeeded: value >> shift)))
        }
    }

    mutating func add(_ value: Bool) {
        add(value ? 1 : 0)
    }

    mutating func add<Value>(_ value: Value?, _ encode: (inout Self, Value) -> Void) {
        add(value != nil)
        if let value { encode(&self, value) }
    }

    mutating func add<Element>(_ elements: [Element], _ encode: (inout Self, Element) -> Void) {
        add(Int64(elements.count))
        for element in elements { encode(&self, element) }
    }

    mutating func add(_ field: FieldIndex) {
        add(fieldNames.indices.contains(field.index) ? fieldNames[field.index] : "")
    }

    /// A list, a table, an aggregate or a function, by its place among those of its sort.
    mutating func add(index: Int) {
        add(Int64(index))
    }

    mutating func add(kinds: [Int]) {
        add(kinds) { $0.add($0.kindNames.indices.contains($1) ? $0.kindNames[$1] : "") }
    }

    mutating func add(_ constant: Constant) {
        switch constant {
        case .scalar(let value):
            add("scalar")
            add(value)
        case .text(let text):
            add("text")
            add(text)
        }
    }
}
