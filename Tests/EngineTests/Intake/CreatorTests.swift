import Engine
import Testing

@Suite struct CreatorTests {
    static let canonical =
        #"{"id":"90417","customer_id":"88","load_amount":"$318.40","time":"2000-01-01T18:00:00Z"}"#

    @Test(arguments: [Creator.Lanes.both, .completeOnly])
    func `a canonical line is a transaction`(lanes: Creator.Lanes) throws {
        let intake = Intake(Self.canonical + "\n", lanes: lanes)
        let row = try #require(intake.rows.first)
        #expect(intake.outcome == "90417|88|31840|2000-01-01T18:00:00Z")
        #expect(row.prefix == Array(#"{"id":"90417","customer_id":"88""#.utf8))
        #expect(row.keys == [90417, 88])
        #expect(row.isNumeric == [true, true])
        #expect(intake.lineCount == 1)
    }
}
