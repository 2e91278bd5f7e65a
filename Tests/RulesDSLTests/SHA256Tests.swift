import RulesDSL
import Testing

/// SHA-256 against the examples of FIPS 180-4 and NIST's short messages, and against itself in pieces.
@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrst"
                + "nopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func `a message has its digest`(message: String, expected: String) {
        #expect(hexadecimal(digest(of: message.utf8)) == expected)
    }

    @Test func `a message in pieces has the digest of the whole, whatever its length`() {
        for length in 0...200 {
            let message = (0..<length).map { UInt8($0 & 0xFF) }
            for cut in [0, length / 3, length / 2, length] {
                var hash = SHA256()
                hash.update(message[..<cut])
                hash.update(message[cut...])
                #expect(hash.finish() == digest(of: message))
            }
        }
    }

    private func digest(of message: some Sequence<UInt8>) -> [UInt8] {
        var hash = SHA256()
        hash.update(message)
        return hash.finish()
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
