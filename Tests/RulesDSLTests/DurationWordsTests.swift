import RulesDSL
import Testing

@Suite struct DurationWordsTests {
    @Test(
        arguments: [
            (0, "0 seconds"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (90, "90 seconds"),
            (100, "1 min 40 s"), (3_600, "1 hour"), (5_400, "90 minutes"), (9_000, "2 h 30 min"),
            (9_001, "2 h 30 min 1 s"),
            (86_400, "1 day"), (86_401, "1 day 1 s"), (90_000, "25 hours"), (99 * 3_600, "99 hours"),
            (100 * 3_600, "4 days 4 h"), (1_826 * 86_400, "1826 days"), (2_591_999, "29 days 23 h 59 min 59 s"),
            (-90, "-90 seconds"), (-2_591_999, "-29 days 23 h 59 min 59 s"),
            (.max, "106751991167300 days 15 h 30 min 7 s"),
            (.min, "-106751991167300 days 15 h 30 min 8 s"),
        ] as [(Int64, String)])
    func `a length is said as people say it`(seconds: Int64, words: String) {
        #expect(DurationWords.text(seconds) == words)
    }

    @Test(
        arguments: [
            (1, "1 second"), (60, "60 seconds"), (3_600, "60 minutes"), (86_400, "24 hours"), (172_800, "2 days"),
            (5_400, "90 minutes"), (2_591_999, "29 days 23 h 59 min 59 s"),
        ] as [(Int64, String)])
    func `the length of a window is several of something`(seconds: Int64, words: String) {
        #expect(DurationWords.text(window: seconds) == words)
    }
}
