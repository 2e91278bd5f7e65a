extension TransactionBatch {
    /// Where the decoded id of a row lies. Valid until the batch is filled again.
    package func idText(_ row: Int) -> TextSlice {
        let prefix = Int(prefixOffsets[row])
        if flags[row] & Flag.inSide != 0 { return sideText(prefix - 16) }
        return TextSlice(bytes, offset: prefix + Self.idStart, length: Int(idLengths[row]))
    }

    /// Where the decoded customer of a row lies. Valid until the batch is filled again.
    package func customerText(_ row: Int) -> TextSlice {
        let prefix = Int(prefixOffsets[row])
        if flags[row] & Flag.inSide != 0 { return sideText(prefix - 8) }
        let idLength = Int(idLengths[row])
        let around = Self.idStart + Self.customerStart
        return TextSlice(
            bytes, offset: prefix + around + idLength, length: Int(prefixLengths[row]) - around - 1 - idLength)
    }

    /// The decoded id of a row as one word.
    @inline(__always)
    package func idHandle(_ row: Int) -> TextHandle {
        handle(of: idText(row), row)
    }

    /// The decoded customer of a row as one word.
    @inline(__always)
    package func customerHandle(_ row: Int) -> TextHandle {
        handle(of: customerText(row), row)
    }

    @inline(__always)
    private func handle(of text: TextSlice, _ row: Int) -> TextHandle {
        TextHandle(flags[row] & Flag.inSide != 0 ? .side : .line, offset: text.offset, length: text.length)
    }

    /// Whether the row loads or withdraws.
    @inline(__always)
    package func kind(of row: Int) -> TransactionKind {
        flags[row] & Flag.withdrawal == 0 ? .load : .withdrawal
    }

    /// The length of `{"id":"`.
    private static var idStart: Int { 7 }
    /// The length of `","customer_id":"`.
    private static var customerStart: Int { 17 }

    private func sideText(_ header: Int) -> TextSlice {
        TextSlice(side, offset: sideNumber(header), length: sideNumber(header + 4))
    }

    private func sideNumber(_ place: Int) -> Int {
        Int(side.halfWord(at: place))
    }
}
