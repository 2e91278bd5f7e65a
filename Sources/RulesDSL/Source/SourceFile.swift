/// One text that a policy is read from: its name as the user gave it, and its bytes.
///
/// Offsets are bytes everywhere; lines and columns are made only when something is shown.
public struct SourceFile: Sendable {
    /// The path or label the file is called by in diagnostics.
    public let name: String

    /// The file as it was read, not necessarily valid UTF-8.
    package let bytes: [UInt8]

    /// The offset at which each line begins; the first is always 0. Lines end at byte 0A only.
    package let lineStarts: [Int]

    /// Keeps `bytes` and finds the beginning of each line, in time linear in their number.
    ///
    /// - Parameters:
    ///   - name: What diagnostics call the file.
    ///   - bytes: The whole text.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    /// A file from a text that is already a string.
    ///
    /// - Parameters:
    ///   - name: What diagnostics call the file.
    ///   - text: The whole text.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }
}
