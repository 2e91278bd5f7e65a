/// Constant texts in one run of bytes, named by where they lie: copying one touches no reference count.
struct TextPool: Sendable {
    /// One text of the pool.
    struct Entry: BitwiseCopyable, Sendable {
        let offset: Int32
        let length: Int32
    }

    private var bytes: [UInt8] = []

    /// Adds a text as it is.
    mutating func add(_ text: some Collection<UInt8>) -> Entry {
        let entry = Entry(offset: Int32(bytes.count), length: Int32(text.count))
        bytes += text
        return entry
    }

    /// Adds a text as it stands inside a JSON string.
    mutating func add(jsonEscaped text: String) -> Entry {
        var escaped = OutputBuffer(capacity: 64)
        escaped.append(jsonEscaped: text.utf8)
        return add(Array(escaped.text.utf8))
    }

    /// Appends a text of the pool.
    @inline(__always)
    func append(_ entry: Entry, to output: inout OutputBuffer) {
        output.append(bytes, from: Int(entry.offset), count: Int(entry.length))
    }
}
