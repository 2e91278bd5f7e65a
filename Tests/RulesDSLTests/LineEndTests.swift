import Foundation
import RulesDSL
import TestSupport
import Testing

/// Line ends mean nothing: a right file means the same however its white space is laid out.
@Suite struct LineEndTests {
    private static let folders = ["Parsing/ok", "Checking/ok"]

    /// The right fixtures and the rules that come with the product.
    private static let files: [SourceFile] = {
        let fixtures = folders.flatMap { folder in
            let snapshots = SnapshotFolder(folder)
            return snapshots.names("rules").compactMap { try? snapshots.source($0) }
        }
        return fixtures + ((try? RulesFiles.shippedRules()) ?? [])
    }()

    /// What may stand in place of a run of white space.
    private static let gaps = [" ", "   ", "\t", "\n", "\n\n    ", "\r\n", " \n", " # rule { \"x\n"]

    @Test func `there are files to lay out anew`() {
        #expect(Self.files.count > 10)
    }

    @Test(arguments: files.map(\.name))
    func `a right file means the same in every layout`(name: String) throws {
        let source = try #require(Self.files.first { $0.name == name })
        let pieces = Self.pieces(of: source)
        let expected = Self.tree(of: source)
        #expect(expected.complaints.isEmpty)
        var chance = SeededNumbers(seed: 0x2545_F491_4F6C_DD1D)
        for round in 0..<20 {
            // First the two layouts that are easiest to read a failure from: one line, and a word a line.
            let gaps = round == 0 ? [" "] : round == 1 ? ["\n"] : Self.gaps
            let text = Self.laidOut(pieces, gaps, &chance)
            let result = Self.tree(of: SourceFile(name: name, text: text))
            guard result == expected else {
                Issue.record("\(result.complaints)\n\(text)")
                return
            }
        }
    }

    private struct Tree: Equatable {
        let text: String
        let complaints: String
    }

    /// The tree without its comments: a layout adds some.
    private static func tree(of source: SourceFile) -> Tree {
        let result = Parser.parse(source, as: FileID(0))
        let syntax = RulesFileSyntax(file: FileID(0), declarations: result.syntax.declarations, comments: [])
        let complaints = DiagnosticRenderer(sources: SourceMap([source])).render(result.diagnostics)
        return Tree(text: TreePrinter.print(syntax), complaints: complaints)
    }

    // MARK: Layout

    /// A part of a file that stays as it is, and whether white space followed it.
    private struct Piece {
        var text: String
        var hasGap = false

        var isComment: Bool {
            text.hasPrefix("#")
        }
    }

    /// The file cut at its white space outside of texts and comments.
    private static func pieces(of source: SourceFile) -> [Piece] {
        var pieces = [Piece(text: "")]
        var isText = false
        var isEscaped = false
        for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
            let last = pieces.count - 1
            if scalar == "#", !isText, !pieces[last].isComment {
                pieces.append(Piece(text: "#"))
                continue
            }
            let isGap =
                pieces[last].isComment ? scalar == "\n" : !isText && " \t\r\n".unicodeScalars.contains(scalar)
            if isGap {
                pieces[last].hasGap = true
                pieces.append(Piece(text: ""))
                continue
            }
            if scalar == "\"", !isEscaped, !pieces[last].isComment {
                isText.toggle()
            }
            isEscaped = isText && scalar == "\\" && !isEscaped
            pieces[last].text.unicodeScalars.append(scalar)
        }
        return pieces
    }

    private static func laidOut(_ pieces: [Piece], _ gaps: [String], _ chance: inout SeededNumbers) -> String {
        var text = ""
        for piece in pieces where !piece.text.isEmpty || piece.hasGap {
            text += piece.text
            if piece.isComment {
                text += "\n"
            } else if piece.hasGap {
                text += gaps[chance.below(gaps.count)]
            }
        }
        return text
    }
}
