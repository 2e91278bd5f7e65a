import Engine
import Testing

/// Line ends, blank lines, the line limit, and where rejects point to.
@Suite struct LineTests {
    static let line = CreatorTests.canonical

    /// A chunk, then how many lines it has, and the lines with a transaction and those rejected, from 0.
    @Test(
        arguments: [
            ("", 0, [], []), ("\n", 1, [], []), ("\n\n\n", 3, [], []), (" \t\r\n", 1, [], []), ("\r", 1, [], []),
            (line, 1, [0], []), (line + "\n", 1, [0], []), (line + "\r\n", 1, [0], []), (line + "\r\r\n", 1, [0], []),
            (line + "\n" + line, 2, [0, 1], []), (line + "\r\n" + line + "\r\n", 2, [0, 1], []),
            (line + "\n\n" + line, 3, [0, 2], []),
            ("\n" + line + "\n \n", 3, [1], []), (line + "\r" + line + "\n", 1, [], [0]),
            (line + line + "\n", 1, [], [0]),
            (line + "\u{2028}" + line, 1, [], [0]), (line + "\u{85}\n" + line, 2, [1], [0]),
            (line + "\u{b}\n", 1, [], [0]),
            (line + "\u{0}\n", 1, [], [0]), ("x\n" + line + "\ny\n" + line + "\n", 4, [1, 3], [0, 2]),
            (line + ",\n", 1, [], [0]),
            ("[" + line + "\n]", 2, [], [0, 1]), (line.replacing(",", with: ",\n") + "\n", 4, [], [0, 1, 2, 3]),
        ])
    func `lines end at a line feed and nowhere else`(chunk: String, count: Int, rows: [Int], rejects: [Int]) {
        for lanes in [Creator.Lanes.both, .completeOnly] {
            let intake = Intake(chunk, lanes: lanes)
            #expect(intake.lineCount == count)
            #expect(intake.rows.map(\.line) == rows)
            #expect(intake.rejects.map(\.lineInChunk) == rejects)
        }
    }

    @Test func `a line has at most 65,536 bytes`() {
        func padded(to length: Int, end: String) -> String {
            let start = String(Self.line.dropLast()) + #","x":""#
            return start + String(repeating: "y", count: length - start.utf8.count - 2) + "\"}" + end
        }
        for end in ["", "\n"] {
            #expect(Intake(padded(to: 65_535, end: end)).rows.count == 1)
            #expect(Intake(padded(to: 65_536, end: end)).rows.count == 1)
            #expect(Intake(padded(to: 65_537, end: end)).outcome == "line-too-long@65537")
            #expect(Intake(padded(to: 90_000, end: end) + Self.line).outcome == "line-too-long@65537")
        }
        #expect(Intake(padded(to: 65_536, end: "\r\n")).outcome == "line-too-long@65537")
        #expect(Intake(String(repeating: " ", count: 70_000)).outcome == "line-too-long@65537")
    }

    @Test func `a reject says where its line stands, without the line end`() {
        let intake = Intake("\n" + Self.line + "\n{\"id\":1,}\r\nnonsense")
        #expect(
            intake.rejects == [
                Reject(
                    lineInChunk: 2, column: 9, reason: .invalidJSON(expected: .key), offset: Self.line.utf8.count + 2,
                    length: 9),
                Reject(
                    lineInChunk: 3, column: 1, reason: .invalidJSON(expected: .object),
                    offset: Self.line.utf8.count + 13,
                    length: 8),
            ])
    }

    @Test func `a batch that is filled again forgets what it held`() {
        let batch = TransactionBatch(byteCapacity: 4_096)
        let creator = Creator(currency: Intake.dollars)
        for text in ["x\n" + Self.line + "\n" + Self.line.replacing("90417", with: "é"), Self.line, ""] {
            batch.bytes.copy(from: Array(text.utf8), to: 0)
            batch.byteCount = text.utf8.count
            creator.create(batch)
        }
        #expect(batch.count == 0)
        #expect(batch.lineCount == 0)
        #expect(batch.rejects.isEmpty)
        #expect(batch.sideCount == 0)
    }

    @Test func `threads that share a creator do not meet`() async {
        let creator = Creator(currency: Intake.dollars)
        let chunk = Array(String(repeating: Self.line + "\n" + #"{"id": "é\n"}"# + "\n", count: 200).utf8)
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let batch = TransactionBatch(byteCapacity: chunk.count)
                    batch.bytes.copy(from: chunk, to: 0)
                    batch.byteCount = chunk.count
                    creator.create(batch)
                    return batch.count * 1_000 + batch.rejects.count
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 200_200, count: 8))
    }
}
