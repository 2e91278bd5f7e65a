import Engine

/// An input made from a seed: repeats, text ids, late times, withdrawals, bad lines and blank ones.
struct SeededStream {
    /// What a line is.
    enum Kind {
        case transaction
        case bad
        case blank
    }

    private(set) var lines: [String] = []
    private(set) var kinds: [Kind] = []
    private var state: UInt64

    init(seed: UInt64, count: Int) {
        state = seed
        for _ in 0..<count { add() }
    }

    /// The bytes of the input; the last line has an end or not.
    func bytes(lineEnd: String = "\n", endsLast: Bool = true) -> [UInt8] {
        Array((lines.joined(separator: lineEnd) + (endsLast ? lineEnd : "")).utf8)
    }

    private mutating func next(_ bound: UInt64) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % bound)
    }

    private static let blanks = ["", "  ", "\t"]
    private static let bad = [
        "no JSON", "{}", "[1]", #"{"id":"1"}"#, "{\"id\":\"\u{1}\"}", "é", #"{"id":"é","id":"e"}"#,
    ]
    private static let texts = [#"a\"b"#, #"\\"#, #"tab\tnew\n"#, "é", #"e\u0301"#, "日本", #"\u0000"#, "01", "-0"]

    private mutating func add() {
        switch next(20) {
        case 0:
            lines.append(Self.blanks[next(3)])
            kinds.append(.blank)
        case 1, 2:
            lines.append(Self.bad[next(7)])
            kinds.append(.bad)
        default:
            lines.append(transaction())
            kinds.append(.transaction)
        }
    }

    private mutating func transaction() -> String {
        let id = next(4) == 0 ? Self.texts[next(9)] + "\(next(9))" : "\(next(UInt64(lines.count) + 20))"
        let customer = next(6) == 0 ? Self.texts[next(9)] : "\(next(7))"
        let sign = next(4) == 0 ? "-" : ""
        let cents = next(100)
        let amount = "\(sign)$\(next(40)).\(cents < 10 ? "0" : "")\(max(cents, 1))"
        let day = max(0, lines.count / 12 - (next(25) == 0 ? 1 : 0))
        let time = RFC3339.text(Int64(10_950 + day) * 86_400 + Int64(next(86_400)))
        let spaces = next(5) == 0 ? " " : ""
        return #"{"id":"\#(id)",\#(spaces)"customer_id":"\#(customer)","load_amount":"\#(amount)","time":"\#(time)"}"#
    }
}
