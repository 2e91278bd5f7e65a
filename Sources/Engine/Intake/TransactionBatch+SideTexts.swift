extension TransactionBatch {
    /// Four numbers of four bytes, in front of an output prefix in `side`.
    static var sideHeader: Int { 16 }

    /// Gives a row the texts of an id and a customer, copied to the end of `side`.
    func setTexts(row: Int, id: some Collection<UInt8>, customer: some Collection<UInt8>) {
        let idSlice = appendToSide(id)
        let customerSlice = appendToSide(customer)
        sideCount = setTexts(
            row: row, id: idSlice, customer: customerSlice, sideStart: sideCount, hash: .process)
    }

    func appendToSide(_ text: some Collection<UInt8>) -> TextSlice {
        let start = sideCount
        for byte in text {
            side[sideCount] = byte
            sideCount += 1
        }
        return TextSlice(side, offset: start, length: sideCount - start)
    }

    /// Gives a row its texts: keys, numeric flags, and in `side`, from `sideStart` on, the header and output prefix.
    /// The answer is where they end.
    ///
    /// A text that needs escaping must already stand in `side`, decoded; any other one is found in the prefix.
    func setTexts(row: Int, id: TextSlice, customer: TextSlice, sideStart: Int, hash: ByteHash) -> Int {
        let header = (sideStart + 7) & ~7
        let prefix = header + Self.sideHeader
        var end = putLiteral("{\"id\":\"", at: prefix)
        let idStart = end
        end = putEscaped(id, at: end)
        putHeader(header, id, escapedAt: idStart, escapedLength: end - idStart)
        end = putLiteral("\",\"customer_id\":\"", at: end)
        let customerStart = end
        end = putEscaped(customer, at: end)
        putHeader(header + 8, customer, escapedAt: customerStart, escapedLength: end - customerStart)
        end = putLiteral("\"", at: end)

        let idNumber = NumericID.value(of: id)
        let customerNumber = NumericID.value(of: customer)
        ids[row] = idNumber ?? hash.hash(id)
        customers[row] = customerNumber ?? hash.hash(customer)
        flags[row] |=
            Flag.inSide | (idNumber == nil ? 0 : Flag.numericID) | (customerNumber == nil ? 0 : Flag.numericCustomer)
        prefixOffsets[row] = UInt32(truncatingIfNeeded: prefix)
        prefixLengths[row] = UInt16(truncatingIfNeeded: end - prefix)
        idLengths[row] = 0
        return end
    }

    private func putHeader(_ place: Int, _ text: TextSlice, escapedAt start: Int, escapedLength: Int) {
        let offset = escapedLength == text.length ? start : text.offset
        side.setHalfWord(UInt32(truncatingIfNeeded: offset), at: place)
        side.setHalfWord(UInt32(truncatingIfNeeded: text.length), at: place + 4)
    }

    private func putLiteral(_ text: StaticString, at start: Int) -> Int {
        side.copy(from: text, to: start)
        return start + text.utf8CodeUnitCount
    }

    /// Writes a text as it stands between the quotes of the output.
    private func putEscaped(_ text: TextSlice, at start: Int) -> Int {
        var end = start
        var place = text.offset
        let textEnd = text.offset + text.length
        while place < textEnd {
            let word = text.bytes.word(at: place)
            let plain = min(PlainText.count(word), textEnd - place)
            side.setWord(word, at: end)
            place += plain
            end += plain
            guard plain < 8, place < textEnd else { continue }
            let byte = text.bytes[place]
            if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
                side[end] = byte
                end += 1
            } else {
                end = putEscape(byte, at: end)
            }
            place += 1
        }
        return end
    }

    private func putEscape(_ byte: UInt8, at start: Int) -> Int {
        switch byte {
        case 0x08: return putLiteral("\\b", at: start)
        case 0x09: return putLiteral("\\t", at: start)
        case 0x0a: return putLiteral("\\n", at: start)
        case 0x0c: return putLiteral("\\f", at: start)
        case 0x0d: return putLiteral("\\r", at: start)
        case UInt8(ascii: "\""): return putLiteral("\\\"", at: start)
        case UInt8(ascii: "\\"): return putLiteral("\\\\", at: start)
        default:
            let end = putLiteral("\\u00", at: start)
            let low = byte & 15
            side[end] = UInt8(ascii: "0") + byte >> 4
            side[end + 1] = low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") - 10 + low
            return end + 2
        }
    }
}
