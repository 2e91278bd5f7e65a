internal import RulesDSL

extension SourceMap {
    /// The code of a range as sentences quote it, on one line: white space, line ends and comments become one space,
    /// but in texts between quotes everything stays.
    func shown(_ range: SourceRange) -> String {
        guard range.file.index < files.count else { return "" }
        let bytes = files[range.file.index].bytes
        let lower = min(range.lower, bytes.count)
        var shown: [UInt8] = []
        var (isInText, isEscaped, isInComment, isBehindGap) = (false, false, false, false)
        for byte in bytes[lower..<min(max(range.upper, lower), bytes.count)] {
            if isInText {
                shown.append(byte)
                isInText = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            if byte == UInt8(ascii: "\n") { isInComment = false }
            if byte == UInt8(ascii: "#") { isInComment = true }
            if isInComment || Self.isSpace(byte) {
                isBehindGap = true
                continue
            }
            if isBehindGap && !shown.isEmpty { shown.append(UInt8(ascii: " ")) }
            isBehindGap = false
            isInText = byte == UInt8(ascii: "\"")
            shown.append(byte)
        }
        return String(decoding: shown, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}
