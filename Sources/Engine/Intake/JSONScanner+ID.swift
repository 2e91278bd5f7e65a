extension JSONScanner {
    /// The id of a line that need not be a transaction: the value of its first `id`, if the line is JSON up to there.
    mutating func lineID() throws(LineMistake) -> TextSlice? {
        skipSpace()
        guard skip(UInt8(ascii: "{")) else { return nil }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { return nil }
            let key = try text()
            try skipColon()
            if LineKey.id.isWritten(key) { return try idValue() }
            try skipValue()
            skipSpace()
        } while skip(UInt8(ascii: ","))
        return nil
    }

    private mutating func idValue() throws(LineMistake) -> TextSlice? {
        switch try kindOfValue() {
        case .text: try text()
        case .number: try number().text
        case .object, .array, .boolean, .null: nil
        }
    }
}
