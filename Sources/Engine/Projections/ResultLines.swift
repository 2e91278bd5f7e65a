/// The results: one line for each decision, in input order, but for ignored repeats.
package struct ResultLines: Rendering {
    /// For each rule: its code as it stands in a `review` list, in quotes.
    private let reviewCodes: [[UInt8]]
    private let tooLate = Array("\"TransactionTooLate\"".utf8)
    private let accepted = ShortText(",\"accepted\":")
    private let isTrue = ShortText("true}\n")
    private let isFalse = ShortText("false}\n")
    private let isReviewed = ShortText("true,\"review\":[")

    /// A row needs no more than this behind its prefix.
    private static let longestEnding = 32

    package init(_ program: Program) {
        reviewCodes = program.rules.map { rule in
            var quoted = OutputBuffer()
            quoted.append(UInt8(ascii: "\""))
            quoted.append(jsonEscaped: rule.code.utf8)
            quoted.append(UInt8(ascii: "\""))
            return Array(quoted.text.utf8)
        }
    }

    package func render(_ events: EventBatch, into output: inout OutputBuffer) {
        guard let decisions = events.decisions.first else { return }
        let batch = events.transactions
        let kinds = decisions.kinds
        // Each prefix stands in the lines themselves or beside them.
        let room =
            batch.byteCount + batch.sideCount + batch.count * Self.longestEnding + OutputCursor.overhang
        let (accepted, isTrue, isFalse) = (self.accepted, self.isTrue, self.isFalse)
        var cursor = output.open(room)
        var fact = 0
        for row in 0..<batch.count {
            let kind = kinds[row]
            if kind == .ignored { continue }
            cursor.put(prefixOf: row, batch)
            cursor.put(accepted)
            switch kind {
            case .accepted: cursor.put(isTrue)
            case .declined: cursor.put(isFalse)
            case .reviewed:
                cursor.put(isReviewed)
                output.close(cursor)
                appendReviews(row, decisions, &fact, to: &output)
                output.append("]}\n")
                cursor = output.open(room)
            case .ignored: break
            }
        }
        output.close(cursor)
    }

    /// The codes of the row's failed reviews, each once, in the order of the rules.
    private func appendReviews(
        _ row: Int, _ decisions: DecisionBatch, _ fact: inout Int, to output: inout OutputBuffer
    ) {
        while fact < decisions.factCount && Int(decisions.facts[fact].row) < row { fact += 1 }
        var written: [[UInt8]] = []
        while fact < decisions.factCount && Int(decisions.facts[fact].row) == row {
            let failure = decisions.facts[fact]
            fact += 1
            if failure.isShadow { continue }
            let code = failure.cause == .tooLate ? tooLate : reviewCodes[Int(failure.rule)]
            if !written.contains(code) {
                if !written.isEmpty { output.append(UInt8(ascii: ",")) }
                output.append(code)
                written.append(code)
            }
        }
    }
}
