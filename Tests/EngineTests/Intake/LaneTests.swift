import Engine
import RulesDSL
import TestSupport
import Testing

/// The fast lane must make of each line what the complete lane makes of it.
@Suite struct LaneTests {
    private static let seed = UInt64.random(in: .min ... .max)

    private func expectSame(
        _ chunk: [UInt8], currency: Currency = Intake.dollars, fields: InputFields = .empty, _ note: String
    ) {
        let both = Intake(chunk, currency: currency, fields: fields)
        let complete = Intake(chunk, currency: currency, fields: fields, lanes: .completeOnly)
        guard both.rows != complete.rows || both.rejects != complete.rejects || both.lineCount != complete.lineCount
        else { return }
        Issue.record("\(note): \(String(decoding: chunk, as: UTF8.self))\n\(both)\n\(complete)")
    }

    @Test func `random canonical lines and single wrong bytes give the same in both lanes`() {
        var random = SeededNumbers(seed: Self.seed)
        for round in 0..<400 {
            var chunk: [UInt8] = []
            for _ in 0..<50 {
                var line = Self.canonicalLine(&random)
                switch random.below(4) {
                case 0: break
                case 1: line[random.below(line.count)] = UInt8(random.below(256))
                case 2: line.insert(Self.oddBytes[random.below(Self.oddBytes.count)], at: random.below(line.count + 1))
                default: line[random.below(line.count)] = Self.oddBytes[random.below(Self.oddBytes.count)]
                }
                chunk += line
                chunk += random.below(10) == 0 ? Array("\r\n".utf8) : [UInt8(ascii: "\n")]
            }
            if random.below(2) == 0 { chunk.removeLast(random.below(80)) }
            expectSame(chunk, "seed \(Self.seed), round \(round)")
        }
    }

    @Test func `random lines with declared fields and single wrong bytes give the same in both lanes`() {
        var random = SeededNumbers(seed: Self.seed)
        for round in 0..<400 {
            var chunk: [UInt8] = []
            for _ in 0..<30 {
                var line = Self.canonicalLine(&random)
                line.removeLast()
                line += Self.randomFields(&random)
                switch random.below(4) {
                case 0, 1: break
                case 2: line[random.below(line.count)] = Self.oddBytes[random.below(Self.oddBytes.count)]
                default: line.insert(Self.oddBytes[random.below(Self.oddBytes.count)], at: random.below(line.count + 1))
                }
                chunk += line + [UInt8(ascii: "\n")]
            }
            if random.below(2) == 0 { chunk.removeLast(random.below(80)) }
            expectSame(chunk, fields: FieldIntake.all, "seed \(Self.seed), round \(round)")
            expectSame(chunk, "seed \(Self.seed), round \(round), nothing declared")
        }
    }

    /// Some more keys and the closing brace.
    private static func randomFields(_ random: inout SeededNumbers) -> [UInt8] {
        let keys = [
            "merchant", "name", "place", "country", "tier", "risk", "score", "fee", "since", "online", "x", "id",
        ]
        let values = [
            "null", "true", "false", "0", "1.5", "-7", "1e2", #""""#, #""ACME""#, #""\u00e9\n""#, #""$1.50""#,
            #""2000-01-01T00:00:00Z""#, "[]", "{}", #"[{"name":1}]"#,
        ]
        func members(_ depth: Int) -> String {
            (0..<random.below(5)).map { _ in
                let value =
                    depth < 3 && random.below(3) == 0 ? "{\(members(depth + 1))}" : values[random.below(values.count)]
                return "\"\(keys[random.below(keys.count)])\":\(value)"
            }.joined(separator: random.below(4) == 0 ? " , " : ",")
        }
        let more = members(0)
        return Array((more.isEmpty ? "}" : ",\(more)}").utf8)
    }

    @Test func `every byte at every place of a canonical line gives the same in both lanes`() {
        let line = Array(CreatorTests.canonical.utf8)
        for place in line.indices {
            var chunk: [UInt8] = []
            for byte in UInt8.min ... .max {
                var changed = line
                changed[place] = byte
                chunk += changed + [UInt8(ascii: "\n")]
            }
            expectSame(chunk, "place \(place)")
        }
    }

    @Test(arguments: ["USD", "CHF", "EUR", "JPY", "CLP", "MXN", "KWD", "UYW", "TND"])
    func `the lanes agree for every currency`(code: String) throws {
        let currency = try #require(Currency.withCode(code))
        var random = SeededNumbers(seed: Self.seed)
        for round in 0..<100 {
            var chunk: [UInt8] = []
            for _ in 0..<50 {
                // Mostly the currency's own layout, and now and then one of another.
                let other = random.below(5) == 0 ? ["USD", "EUR", "JPY", "KWD"][random.below(4)] : code
                var line = Self.canonicalLine(&random, try #require(Currency.withCode(other)))
                if random.below(3) == 0 {
                    line[random.below(line.count)] = Self.oddBytes[random.below(Self.oddBytes.count)]
                }
                chunk += line + Array((random.below(4) == 0 ? "\r\n" : "\n").utf8)
            }
            expectSame(chunk, currency: currency, "seed \(Self.seed), round \(round)")
        }
    }

    @Test(arguments: ["USD", "CHF", "EUR", "JPY", "CLP", "MXN", "KWD", "UYW"], ["\n", "\r\n"])
    func `the fast lane is taken where it can be`(code: String, lineEnd: String) throws {
        let currency = try #require(Currency.withCode(code))
        var random = SeededNumbers(seed: Self.seed)
        let batch = TransactionBatch(byteCapacity: 100_000)
        var count = 0
        while count < 99_000 {
            let line = Self.canonicalLine(&random, currency) + Array(lineEnd.utf8)
            batch.bytes.copy(from: line, to: count)
            count += line.count
        }
        batch.byteCount = count
        Creator(currency: currency).create(batch)
        #expect(batch.count > 500)
        #expect(batch.sideCount == 0, "seed \(Self.seed)")
        #expect(batch.rejects.isEmpty)
    }

    @Test func `the fast lane reads the four keys in front of declared fields`() {
        let lines = (FieldIntake.head + #","tier":"gold","merchant":{"name":"ACME"}}"# + "\n").utf8
        let chunk = (0..<50).flatMap { _ in Array(lines) }
        let batch = TransactionBatch(byteCapacity: chunk.count, fields: FieldIntake.all)
        batch.bytes.copy(from: chunk, to: 0)
        batch.byteCount = chunk.count
        Creator(currency: Intake.dollars, fields: FieldIntake.all).create(batch)
        #expect(batch.count == 50)
        #expect(batch.sideCount == 0)
    }

    @Test func `every beginning of a line is rejected or blank, and what an earlier chunk left is not read`() {
        let line = Array((CreatorTests.canonical + "\n").utf8)
        for count in 0..<line.count {
            let intake = Intake(Array(line[..<count]))
            if count == line.count - 1 {
                #expect(intake.rows.count == 1)
            } else {
                #expect(intake.rows.isEmpty)
                #expect(intake.rejects.map(\.reason.code) == (count == 0 ? [] : ["line-incomplete"]))
            }
            expectSame(Array(line[..<count]), "the first \(count) bytes")
            expectSame(line + line[..<count], "a line and the first \(count) bytes")
        }
    }

    @Test func `every end of a line is rejected or blank`() {
        let line = Array((CreatorTests.canonical + "\n").utf8)
        for start in 1..<line.count {
            let intake = Intake(Array(line[start...]))
            #expect(intake.rows.isEmpty)
            #expect(intake.rejects.count == (start == line.count - 1 ? 0 : 1))
        }
    }

    private static let oddBytes =
        Array(#"{}[]:,"\-+.$0159 eEtTzZu/"#.utf8) + [0x00, 0x09, 0x0a, 0x0d, 0x1f, 0x7f, 0x80, 0xc3, 0xff]

    /// A line in the layout of the fast lane.
    private static func canonicalLine(
        _ random: inout SeededNumbers, _ currency: Currency = Intake.dollars
    ) -> [UInt8] {
        func padded(_ value: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - String(value).utf8.count)) + String(value)
        }
        func id() -> String {
            switch random.below(8) {
            case 0:
                String(
                    (0..<(1 + random.below(40))).map { _ in Character(Unicode.Scalar(UInt8(0x61 + random.below(26)))) })
            case 1: padded(random.below(1_000), 1 + random.below(6))
            default:
                String(
                    (0..<(1 + random.below(17))).map {
                        Character(Unicode.Scalar(UInt8(0x31 + ($0 * 7 + random.below(9)) % 9)))
                    })
            }
        }
        let sign = random.below(5) == 0 ? "-" : ""
        let marker = currency.symbol ?? "\(currency.code) "
        let unit = (0..<currency.exponent).reduce(1) { unit, _ in unit * 10 }
        let decimals = currency.exponent == 0 ? "" : ".\(padded(random.below(unit), currency.exponent))"
        let amount = "\(sign)\(marker)\(1 + random.below(Int(1) << (4 * random.below(6))))\(decimals)"
        let date =
            "\(padded(random.below(10_000), 4))-\(padded(1 + random.below(12), 2))-\(padded(1 + random.below(28), 2))"
        let time = [24, 60, 60].map { padded(random.below($0), 2) }.joined(separator: ":")
        return Array(
            #"{"id":"\#(id())","customer_id":"\#(id())","load_amount":"\#(amount)","time":"\#(date)T\#(time)Z"}"#.utf8)
    }
}
