import Engine
import RulesDSL
import TestSupport
import Testing

@Suite struct PrintingTests {
    private func decimal(_ value: Int64) -> String {
        var output = OutputBuffer(capacity: 1)
        output.append(decimal: value)
        return output.text
    }

    @Test func `whole numbers are written like those of the standard library`() {
        var numbers: [Int64] = [.min, .max, 0]
        var power: Int64 = 1
        for _ in 0..<18 {
            numbers += [power - 1, power, power + 1, power * 7, -power]
            power *= 10
        }
        var random = SeededNumbers(seed: 1)
        for shift in 0..<63 { numbers.append(Int64(bitPattern: random.next()) >> Int64(shift)) }
        for number in numbers {
            #expect(decimal(number) == String(number))
        }
    }

    @Test func `every number of four digits is written right`() {
        var mistakes = 0
        for number in Int64(0)...9999 {
            if decimal(number) != String(number) { mistakes += 1 }
            if decimal(number * 10_000) != String(number * 10_000) { mistakes += 1 }
        }
        #expect(mistakes == 0)
    }

    @Test(
        arguments: [
            ("USD", 123_456, "$1,234.56"), ("USD", -310, "-$3.10"), ("USD", 0, "$0.00"), ("USD", 5, "$0.05"),
            ("USD", 99_999, "$999.99"), ("USD", 100_000, "$1,000.00"), ("USD", 100_000_000_000, "$1,000,000,000.00"),
            ("USD", Int64.max, "$92,233,720,368,547,758.07"), ("USD", Int64.min, "-$92,233,720,368,547,758.08"),
            ("CHF", 123_456, "CHF 1,234.56"), ("CHF", -1, "-CHF 0.01"), ("EUR", 30_000, "€300.00"),
            ("JPY", 1_234_567, "¥1,234,567"), ("KWD", 1_234_567, "KWD 1,234.567"), ("CLF", -12_345, "-CLF 1.2345"),
            ("JPY", 12_345_678, "¥12,345,678"), ("JPY", 123_456_789, "¥123,456,789"), ("UYW", 1, "UYW 0.0001"),
        ])
    func `money is written as people write it`(code: String, minorUnits: Int64, text: String) throws {
        let money = MoneyText(currency: try #require(Currency.withCode(code)))
        #expect(money.text(minorUnits) == text)
        if minorUnits != .min {
            #expect(try money.parse(Array(text.utf8)) == minorUnits)
        }
    }

    @Test(arguments: ["USD", "CHF", "JPY", "KWD", "CLF", "EUR"])
    func `money that is written reads back`(code: String) throws {
        let money = MoneyText(currency: try #require(Currency.withCode(code)))
        var random = SeededNumbers(seed: 2)
        for _ in 0..<2_000 {
            let amount = max(-Int64.max, Int64(bitPattern: random.next()) >> Int64(random.below(63)))
            #expect(try money.parse(Array(money.text(amount).utf8)) == amount)
        }
    }

    @Test(
        arguments: [
            (946_749_600, "2000-01-01T18:00:00Z"), (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (-62_167_219_200, "0000-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
            (253_402_300_800, "10000-01-01T00:00:00Z"), (-62_167_219_201, "-0001-12-31T23:59:59Z"),
        ])
    func `an instant is written in UTC`(second: Int64, text: String) {
        #expect(RFC3339.text(second) == text)
    }

    @Test func `a time that is written reads back`() throws {
        var random = SeededNumbers(seed: 3)
        for _ in 0..<5_000 {
            let second = Int64(random.below(315_569_520_000)) - 62_167_219_200
            let text = RFC3339.text(second)
            #expect(try RFC3339.parse(Array(text.utf8)) == second)
        }
    }

    @Test func `a hash depends on each byte, the length and the seed, and not on where the text stands`() {
        let column = Column<UInt8>(repeating: 0, capacity: 128)
        defer { column.deallocate() }
        for index in 0..<40 {
            column[index] = UInt8(index + 1)
            column[index + 51] = UInt8(index + 1)
        }
        let hash = ByteHash(seed: 7)
        var seen: Set<UInt64> = []
        for count in 0...40 {
            let value = hash.hash(column, offset: 0, count: count)
            #expect(value == hash.hash(TextSlice(column, offset: 51, length: count)))
            #expect(value != ByteHash(seed: 8).hash(column, offset: 0, count: count))
            seen.insert(value)
        }
        #expect(seen.count == 41)
        let whole = hash.hash(column, offset: 0, count: 40)
        for index in 0..<40 {
            column[index] ^= 0x80
            #expect(hash.hash(column, offset: 0, count: 40) != whole)
            column[index] ^= 0x80
        }
    }
}
