/// A line of a file as a terminal shows it: tabs are spaces, what can't be seen or would move the cursor is spelled
/// out.
struct DisplayedLine {
    /// One scalar of the file as it is shown.
    private struct Cell {
        let offset: Int
        let text: String
        /// The display column at which it begins, and how many it takes.
        let column: Int
        let width: Int
    }

    private static let tabWidth = 4
    /// How many bytes of a line are looked at on either side of a place: a line may be as long as its file, and each of
    /// a hundred diagnostics may show it.
    private static let reach = 1024

    private var cells: [Cell] = []
    private let end: Int
    private(set) var width = 0
    /// Whether the line goes on before or behind the cells.
    private let isCutBefore: Bool
    private let isCutBehind: Bool

    /// A line from 0, or as much of it as lies near an offset.
    init(_ file: SourceFile, line: Int, near offset: Int) {
        let bounds = file.lineBounds(line)
        let offset = max(bounds.lowerBound, min(offset, bounds.upperBound))
        var lower = max(bounds.lowerBound, offset - Self.reach)
        // A scalar isn't cut in two.
        while lower > bounds.lowerBound, lower < offset, file.bytes[lower] & 0xC0 == 0x80 {
            lower += 1
        }
        var upper = min(bounds.upperBound, offset + Self.reach)
        while upper < bounds.upperBound, upper > offset, file.bytes[upper] & 0xC0 == 0x80 {
            upper -= 1
        }
        end = upper
        isCutBefore = lower > bounds.lowerBound
        isCutBehind = upper < bounds.upperBound
        let decoded = DecodedText(file.bytes, in: lower..<upper)
        cells.reserveCapacity(decoded.scalars.count)
        for (scalar, offset) in zip(decoded.scalars, decoded.offsets) {
            let isTab = scalar == "\t"
            let shown = isTab ? String(repeating: " ", count: Self.tabWidth - width % Self.tabWidth) : scalar.displayed
            let cell = Cell(
                offset: offset, text: shown, column: width, width: isTab ? shown.count : scalar.displayWidth)
            cells.append(cell)
            width += cell.width
        }
    }

    /// The display columns of a range of bytes, as far as it lies on this line; never fewer than one.
    func columns(of range: SourceRange) -> Range<Int> {
        let lower = column(of: range.lower)
        return lower..<max(lower + 1, column(of: range.upper))
    }

    private func column(of offset: Int) -> Int {
        guard offset < end else { return width }
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].offset < offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < cells.count ? cells[low].column : width
    }

    /// The part of the line that is shown for a caret at the given columns, at most about `limit` wide.
    func window(around columns: Range<Int>, limit: Int) -> Range<Int> {
        guard width > limit else { return 0..<width }
        let before = max(limit / 4, (limit - columns.count) / 2)
        let lower = max(0, min(columns.lowerBound - before, width - limit))
        return lower..<(lower + limit)
    }

    /// The cells of a window, with `…` where the line goes on; and how far its columns move to the left.
    func text(in window: Range<Int>) -> (text: String, shift: Int) {
        var shown = ""
        var first: Int?
        for cell in cells where cell.column >= window.lowerBound && cell.column + cell.width <= window.upperBound {
            first = first ?? cell.column
            shown += cell.text
        }
        let goesOnBefore = isCutBefore || window.lowerBound > 0
        let goesOnBehind = isCutBehind || window.upperBound < width
        let start = first ?? window.lowerBound
        let text = (goesOnBefore ? "…" : "") + shown + (goesOnBehind ? "…" : "")
        return (text, goesOnBefore ? start - 1 : start)
    }
}

extension Unicode.Scalar {
    /// As it may be sent to a terminal.
    package var displayed: String {
        isHarmless ? String(self) : "\\u{\(hex)}"
    }

    /// How many columns `displayed` takes.
    package var displayWidth: Int {
        guard value > 0x7E || value < 0x20 else { return 1 }
        guard isHarmless else { return displayed.utf8.count }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: return isWide ? 2 : 1
        }
    }

    private var isHarmless: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    /// East Asian wide and full-width characters, and pictures.
    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            true
        default:
            properties.isEmojiPresentation
        }
    }
}

extension String {
    /// As it may be sent to a terminal, on one line.
    package var displayed: String {
        var result = ""
        for scalar in unicodeScalars {
            result += scalar.displayed
        }
        return result
    }
}
