extension SourceMap {
    /// Where a range begins, as people name it.
    ///
    /// A range outside its file is brought inside it, and a file that isn't here gets an empty name: a diagnostic must
    /// be shown whatever it says.
    package func position(of range: SourceRange) -> SourcePosition {
        guard files.indices.contains(range.file.index) else {
            return SourcePosition(file: "", line: 1, column: 1, byte: 1)
        }
        return files[range.file.index].position(of: range.lower)
    }
}

extension SourceFile {
    /// The bytes of a byte order mark, which counts as no column and no token.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// How many bytes at the beginning are a byte order mark: 3 or 0.
    package var byteOrderMarkLength: Int {
        bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    }

    /// The line that holds an offset, from 0; the end of the file belongs to the last line.
    package func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset {
                low = middle
            } else {
                high = middle
            }
        }
        return low
    }

    /// The bytes of a line from 0, without the byte order mark and without the line's end.
    package func lineBounds(_ line: Int) -> Range<Int> {
        let lower = line == 0 ? byteOrderMarkLength : lineStarts[line]
        var upper = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
        if upper > lower, upper < bytes.count, bytes[upper - 1] == 0x0D {
            upper -= 1
        }
        return lower..<max(lower, upper)
    }

    /// An offset as file, line and column. Each invalid run of bytes counts as the one scalar it is shown as.
    package func position(of offset: Int) -> SourcePosition {
        let offset = max(0, min(offset, bytes.count))
        let line = lineIndex(of: offset)
        let start = lineBounds(line).lowerBound
        let before = start < offset ? String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.count : 0
        return SourcePosition(file: name, line: line + 1, column: before + 1, byte: offset + 1)
    }
}
