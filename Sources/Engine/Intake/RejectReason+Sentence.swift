package import RulesDSL

extension RejectReason {
    /// What is wrong and what was expected, for people: no full stop, no capital letter.
    package func sentence(_ currency: Currency) -> String {
        switch self {
        case .lineTooLong: "the line is longer than 65,536 bytes; the rest of it was skipped"
        case .notAnObject(let kind):
            "expected one object, such as `{\"id\":\"1\",…}`, on each line, but found \(kind.rawValue)"
        case .invalidJSON(let expected): "not valid JSON: expected \(expected.rawValue)"
        case .lineIncomplete(let expected): "the line ends too early: expected \(expected.rawValue)"
        case .textAfterObject: "expected nothing after the object; put each transaction on a line of its own"
        case .controlCharacter(let byte):
            "a text holds the control character 0x\(Self.hex(byte)); write it as `\\u00\(Self.hex(byte))`"
        case .loneSurrogate:
            "expected both halves of a surrogate pair, `\\ud800` to `\\udbff` and then `\\udc00` to `\\udfff`"
        case .invalidUTF8: "the line is not valid UTF-8; convert the input to UTF-8"
        case .nestedTooDeep: "values are nested more than 64 deep"
        case .missingKey(let key): "there is no `\(key.rawValue)`"
        case .duplicateKey(let key): "there is more than one `\(key.rawValue)`; keep the one that is meant"
        case .wrongType(let key, let kind): "expected \(Self.expectation(key)), but found \(kind.rawValue)"
        case .idEmpty(let key): "`\(key.rawValue)` is empty; expected 1 to 256 bytes"
        case .idTooLong(let key): "`\(key.rawValue)` is longer than 256 bytes"
        case .idNotWhole(let key):
            "expected `\(key.rawValue)` to be a text or a whole number without point and exponent"
        case .amount(let mistake, let found): mistake.sentence(found, currency)
        case .amountZero: "the amount is zero; a load is above zero and a withdrawal below it"
        case .time(let mistake, let found): mistake.sentence(found)
        case .field(let field): field.sentence(currency)
        case .timeTooFarAhead(let maximumLead):
            "the time is more than \(DurationWords.text(maximumLead)) ahead of the latest one before it; "
                + "is a clock wrong?"
        }
    }

    private static func expectation(_ key: LineKey) -> String {
        switch key {
        case .id, .customer: "`\(key.rawValue)` to be a text or a whole number"
        case .amount: "`\(key.rawValue)` to be a text or a number"
        case .time: "`\(key.rawValue)` to be a text"
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}

extension MoneyMistake {
    func sentence(_ found: String, _ currency: Currency) -> String {
        let example = MoneyText(currency: currency).text(currency.exponent == 0 ? 1_234 : 123_456)
        return switch self {
        case .empty: "the amount is empty; expected one such as `\(example)`"
        case .space: "there is a space in `\(found)`; expected an amount such as `\(example)`"
        case .sign: "the sign of `\(found)` is not understood; write one minus in front of a withdrawal and no plus"
        case .grouping: "a comma in `\(found)` is not followed by exactly three digits; expected `\(example)`"
        case .digitMissing: "a digit is missing in `\(found)`; expected an amount such as `\(example)`"
        case .unexpected: "`\(found)` is not understood; expected an amount such as `\(example)`"
        case .otherCurrency(let other): "`\(found)` is in `\(other)`; the policy's currency is \(currency.code)"
        case .tooManyDecimals:
            "`\(found)` has more decimals than \(currency.code), which has \(currency.exponent)"
        case .overflow: "`\(found)` is too large; the largest amount is \(MoneyText(currency: currency).text(.max))"
        }
    }
}

extension TimeMistake {
    func sentence(_ found: String) -> String {
        switch self {
        case .malformed: "`\(found)` is not understood; expected a time such as `2000-01-01T18:00:00Z`"
        case .withoutOffset: "`\(found)` says no zone; put `Z` or an offset such as `+01:00` behind it"
        case .noSuchDate: "there is no such date as in `\(found)`"
        case .noSuchTime: "there is no such time of day as in `\(found)`; expected 00:00:00 to 23:59:59"
        case .noLeapSecond:
            "`\(found)` has a second 60, which only the last minute of a June or December in UTC can have"
        case .noSuchOffset: "there is no such offset as in `\(found)`; expected at most `±23:59`"
        case .outOfRange: "`\(found)` is not in the years 0000 to 9999 in UTC"
        }
    }
}
