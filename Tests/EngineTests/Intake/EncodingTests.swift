import Engine
import Testing

/// What is UTF-8 and what is not, inside a customer's id: the bytes go out as they came in, or the line is rejected.
@Suite struct EncodingTests {
    private func intake(_ bytes: [UInt8]) -> Intake {
        let start = Array(#"{"id":"1","customer_id":"a"#.utf8)
        let end = Array(#"","load_amount":"$1.00","time":"2000-01-01T00:00:00Z"}"#.utf8)
        return Intake(start + bytes + end)
    }

    @Test(
        arguments: [
            [0xc2, 0x80], [0xc3, 0xa9], [0xdf, 0xbf], [0xe0, 0xa0, 0x80], [0xe2, 0x82, 0xac], [0xed, 0x9f, 0xbf],
            [0xee, 0x80, 0x80], [0xef, 0xbb, 0xbf], [0xef, 0xbf, 0xbd], [0xef, 0xbf, 0xbf], [0xf0, 0x90, 0x80, 0x80],
            [0xf0, 0x9f, 0x98, 0x80], [0xf4, 0x8f, 0xbf, 0xbf], [0x65, 0xcc, 0x81], [0xe2, 0x80, 0xae], [0x7f],
        ] as [[UInt8]])
    func `valid UTF-8 is kept byte for byte`(bytes: [UInt8]) {
        #expect(intake(bytes).rows.first?.customer == [0x61] + bytes)
    }

    @Test(
        arguments: [
            // Continuations without a lead, and leads without continuation.
            [0x80], [0xbf], [0xc3], [0xc3, 0x28], [0xe2, 0x82], [0xe2, 0x28, 0xa1], [0xf0, 0x9f, 0x98],
            [0xf0, 0x28, 0x8c, 0xbc],
            // Overlong.
            [0xc0, 0x80], [0xc0, 0xaf], [0xc1, 0xbf], [0xe0, 0x80, 0x80], [0xe0, 0x9f, 0xbf], [0xf0, 0x80, 0x80, 0x80],
            [0xf0, 0x8f, 0xbf, 0xbf],
            // Surrogates, above U+10FFFF, bytes that never occur, Latin-1.
            [0xed, 0xa0, 0x80], [0xed, 0xbf, 0xbf], [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80],
            [0xf8, 0x88, 0x80, 0x80, 0x80], [0xfe], [0xff], [0xe9], [0xff, 0xfe], [0xe2, 0x82, 0xac, 0xac],
        ] as [[UInt8]])
    func `bytes that are no UTF-8 reject the line`(bytes: [UInt8]) {
        let valid = bytes == [0xe2, 0x82, 0xac, 0xac] ? 3 : 0
        #expect(intake(bytes).outcome == "invalid-utf8@\(27 + valid)")
    }

    @Test func `invalid UTF-8 in a key, a value or another key rejects the line too`() {
        let tail = Array(#","id":"1","customer_id":"2","load_amount":"$1.00","time":"2000-01-01T00:00:00Z"}"#.utf8)
        #expect(Intake(Array(#"{"x":"#.utf8) + [0x22, 0xff, 0x22] + tail).outcome == "invalid-utf8@7")
        #expect(Intake(Array(#"{"x"#.utf8) + [0xff] + Array(#"":1"#.utf8) + tail).outcome == "invalid-utf8@4")
        #expect(Intake(Array(#"{"x":["#.utf8) + [0xe9, 0x5d] + tail).outcome == "invalid-json@7")
    }

    @Test func `UTF-16 is no JSON line`() {
        let bytes = CreatorTests.canonical.utf8.flatMap { [$0, UInt8(0)] as [UInt8] }
        #expect(Intake(bytes).outcome == "invalid-json@2")
        #expect(Intake([0xff, 0xfe] + bytes).outcome == "invalid-json@1")
        #expect(Intake([0xfe, 0xff, 0] + bytes).outcome == "invalid-json@1")
    }
}
