/// The texts that stand in the rules, each once, in one run of bytes.
struct ConstantTexts {
    private(set) var bytes: [UInt8] = []
    private var known: [[UInt8]: TextHandle] = [:]

    /// The handle of a text.
    mutating func handle(_ text: String) -> TextHandle {
        let text = Array(text.utf8)
        if let handle = known[text] { return handle }
        let handle = TextHandle(.constant, offset: bytes.count, length: text.count)
        bytes += text
        known[text] = handle
        return handle
    }

    /// The bytes as they are read while deciding, with what a hash may read behind the last one.
    func column() -> Column<UInt8> {
        let column = Column<UInt8>(zeroed: bytes.count + 8)
        column.copy(from: bytes, to: 0)
        return column
    }
}
