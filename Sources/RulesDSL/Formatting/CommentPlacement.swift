/// Puts each comment to the line it belongs to.
///
/// A comment that stands alone belongs to what follows it, one behind something to the line that ends there, and one
/// within a line goes in front of it.
struct CommentPlacement {
    private let source: SourceFile
    private var outline: Outline
    /// Every line of the file in the order of the text.
    private let places: [(declaration: Int, line: Int)]
    /// The first line that doesn't end before the comment that is placed now.
    private var current = 0

    init(source: SourceFile, outline: Outline) {
        self.source = source
        self.outline = outline
        places = outline.declarations.indices.flatMap { declaration in
            outline.declarations[declaration].lines.indices.map { (declaration, $0) }
        }
    }

    mutating func place(_ comments: [CommentSyntax]) -> Outline {
        for comment in comments {
            place(comment)
        }
        return outline
    }

    private mutating func place(_ comment: CommentSyntax) {
        let offset = comment.range.lower
        while current < places.count, line(current).tokens.last.map({ $0.range.upper <= offset }) ?? true {
            current += 1
        }
        if current < places.count, let first = line(current).tokens.first, first.range.lower < offset {
            moveToFront(comment)
        } else if !comment.standsAlone, current > 0, line(current - 1).trailing == nil {
            let trailing = Outline.TrailingComment(
                text: Outline.Comment.trimmed(comment.text), column: source.ownColumn(ofComment: offset))
            change(current - 1) { $0.trailing = trailing }
        } else {
            let own = Outline.Comment(comment.text, hasGap: source.hasBlankLine(before: offset))
            if current < places.count {
                change(current) { $0.leading.append(own) }
            } else {
                outline.ending.append(own)
            }
        }
    }

    /// A comment within a line: the blank line before the line now stands before the comment.
    private mutating func moveToFront(_ comment: CommentSyntax) {
        change(current) { line in
            line.leading.append(Outline.Comment(comment.text, hasGap: line.hasGap))
            line.hasGap = false
        }
    }

    private func line(_ index: Int) -> Outline.Line {
        outline.declarations[places[index].declaration].lines[places[index].line]
    }

    private mutating func change(_ index: Int, _ edit: (inout Outline.Line) -> Void) {
        edit(&outline.declarations[places[index].declaration].lines[places[index].line])
    }
}

extension SourceFile {
    /// The Unicode scalars before a comment on its line; nil if it is no farther away than comments are put anyway, or
    /// if a tab makes its column a matter of the editor.
    fileprivate func ownColumn(ofComment offset: Int) -> Int? {
        let line = bytes[byteOrderMarkLength..<offset].reversed().prefix { $0 != 0x0A }
        guard !line.contains(0x09), line.prefix(while: { $0 == 0x20 }).count > OutlinePrinter.commentDistance else {
            return nil
        }
        return line.count { $0 & 0xC0 != 0x80 }
    }
}
