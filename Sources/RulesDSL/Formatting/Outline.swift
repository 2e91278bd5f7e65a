/// A file as the formatter sees it: declarations made of lines, each line with its tokens and its comments.
///
/// What a line holds comes from the tree, the tokens from the lexer: nothing is spelt anew but money.
struct Outline {
    /// What a declaration looks like.
    enum Style: Equatable {
        /// `currency USD`: its keyword is aligned with those of the whole header.
        case header
        case include
        /// `field a : text …`: aligned with those it stands together with.
        case field
        case function
        /// `let a = …`, `list a : …` or a table in one line: aligned with those it stands together with.
        case definition
        /// `table a by b { … }`: an entry a line.
        case table
        /// `limit a { … }`: a clause a line.
        case rule
        /// `test "…" { … }`: a table.
        case test
    }

    struct Declaration {
        let style: Style
        var lines: [Line]
    }

    /// What stands in one line, unless it is too long for it.
    struct Line {
        enum Role: Equatable {
            /// A declaration without a block.
            case whole
            /// Up to a block's `{`.
            case opening
            /// A block's `}`.
            case closing
            /// A clause with its place in the canonical order and the number of words it begins with.
            case clause(rank: Int, words: Int)
            /// A table in one line, with the number of tokens up to its `{`.
            case table(head: Int, entries: [TableEntry])
            /// An entry of a table.
            case tableEntry(TableEntry)
            /// A test's entry with the number of tokens in each of its columns but the last, which is the result.
            case entry([Int])
            /// Anything else in a block.
            case other
        }

        /// How many tokens a table's entry has up to its colon, and in all.
        struct TableEntry: Equatable {
            let key: Int
            let all: Int
        }

        let role: Role
        let tokens: [Token]
        /// What stands in front of it, each in a line of its own.
        var leading: [Comment] = []
        /// What stands behind it.
        var trailing: TrailingComment?
        /// Whether a blank line stood before it, or before its first comment.
        var hasGap: Bool
    }

    /// A comment behind something.
    struct TrailingComment: Equatable {
        let text: String
        /// How many Unicode scalars stand before it on its line, where its author put it into a column of his own; nil
        /// where it only keeps its distance.
        let column: Int?
    }

    struct Comment: Equatable {
        let text: String
        /// Whether a blank line stood before it.
        let hasGap: Bool

        init(_ text: String, hasGap: Bool) {
            self.text = Self.trimmed(text)
            self.hasGap = hasGap
        }

        /// White space at the end of a comment can't be seen.
        static func trimmed(_ text: String) -> String {
            var scalars = Substring(text).unicodeScalars
            while let last = scalars.last, last == " " || last == "\t" || last == "\r" {
                scalars.removeLast()
            }
            return String(scalars)
        }
    }

    var declarations: [Declaration]
    /// Comments after the last declaration.
    var ending: [Comment]

    /// What a line says, wherever it stands.
    struct LineContent: Equatable {
        let leading: [String]
        let tokens: [Token.Kind]
        let trailing: String?
    }

    /// Everything but blank lines and places: what a new layout must not change.
    var content: [LineContent] {
        let lines = declarations.flatMap(\.lines).map { line in
            LineContent(
                leading: line.leading.map(\.text), tokens: line.tokens.map(\.kind), trailing: line.trailing?.text)
        }
        return lines + [LineContent(leading: ending.map(\.text), tokens: [], trailing: nil)]
    }
}
