/// Why a line is no transaction. A closed set: each has a stable code for machines and a sentence for people.
package enum RejectReason: Sendable, Equatable {
    /// The line is longer than the limit; the rest of it was skipped.
    case lineTooLong
    /// A JSON value that is no object.
    case notAnObject(JSONKind)
    /// Against JSON's grammar.
    case invalidJSON(expected: JSONExpectation)
    /// The line ends within the object.
    case lineIncomplete(expected: JSONExpectation)
    /// More than white space behind the object.
    case textAfterObject
    /// A control character in a text, unescaped.
    case controlCharacter(UInt8)
    /// One half of a surrogate pair without the other.
    case loneSurrogate
    /// Bytes in a text that are no UTF-8.
    case invalidUTF8
    /// Nested deeper than the limit.
    case nestedTooDeep
    /// One of the four keys is not there.
    case missingKey(LineKey)
    /// One of the four keys is there twice.
    case duplicateKey(LineKey)
    /// A value of a type that its key cannot have.
    case wrongType(LineKey, found: JSONKind)
    /// An id without a byte.
    case idEmpty(LineKey)
    /// An id longer than the limit.
    case idTooLong(LineKey)
    /// An id that is a number with a point or an exponent.
    case idNotWhole(LineKey)
    /// Not an amount; `found` is its text, made fit to be shown.
    case amount(MoneyMistake, found: String)
    /// An amount that neither loads nor withdraws.
    case amountZero
    /// Not a time; `found` is its text, made fit to be shown.
    case time(TimeMistake, found: String)
    /// A time more than so many seconds ahead of the latest one seen.
    case timeTooFarAhead(maximumLead: Int64)
    /// A field that the policy declares is not as it says.
    case field(RejectedField)

    /// A name for machines.
    package var code: String { rejectCode.rawValue }
}

/// The names of the reasons, for machines: never changed, and never used again for something else.
package enum RejectCode: String, Sendable, CaseIterable {
    case lineTooLong = "line-too-long"
    case notAnObject = "not-an-object"
    case invalidJSON = "invalid-json"
    case lineIncomplete = "line-incomplete"
    case textAfterObject = "text-after-object"
    case controlCharacter = "control-character"
    case loneSurrogate = "lone-surrogate"
    case invalidUTF8 = "invalid-utf8"
    case nestedTooDeep = "nested-too-deep"
    case missingKey = "missing-key"
    case duplicateKey = "duplicate-key"
    case wrongType = "wrong-type"
    case idEmpty = "id-empty"
    case idTooLong = "id-too-long"
    case idNotWhole = "id-not-whole"
    case amountEmpty = "amount-empty"
    case amountSpace = "amount-space"
    case amountSign = "amount-sign"
    case amountGrouping = "amount-grouping"
    case amountDigitMissing = "amount-digit-missing"
    case amountUnexpected = "amount-unexpected-text"
    case amountOtherCurrency = "amount-other-currency"
    case amountTooManyDecimals = "amount-too-many-decimals"
    case amountOverflow = "amount-overflow"
    case amountZero = "amount-zero"
    case timeMalformed = "time-malformed"
    case timeWithoutOffset = "time-without-offset"
    case timeNoSuchDate = "time-no-such-date"
    case timeNoSuchTime = "time-no-such-time"
    case timeNoLeapSecond = "time-no-leap-second"
    case timeNoSuchOffset = "time-no-such-offset"
    case timeOutOfRange = "time-out-of-range"
    case timeTooFarAhead = "time-too-far-ahead"
    case fieldMissing = "field-missing"
    case fieldDuplicate = "field-duplicate"
    case fieldWrongType = "field-wrong-type"
    case fieldTextTooLong = "field-text-too-long"
    case fieldTextNotWhole = "field-text-not-whole"
    case fieldNumber = "field-number"
    case fieldMoney = "field-money"
    case fieldTime = "field-time"
}

extension RejectCode {
    private static let ofLines: Set<RejectCode> = [
        .lineTooLong, .notAnObject, .invalidJSON, .lineIncomplete, .textAfterObject, .controlCharacter, .loneSurrogate,
        .invalidUTF8, .nestedTooDeep,
    ]

    /// Whether the line was read as an object: what is wrong is in one of its members.
    package var isOfObject: Bool { !Self.ofLines.contains(self) }
}

extension RejectReason {
    /// The code as one of the closed set.
    package var rejectCode: RejectCode {
        switch self {
        case .lineTooLong: .lineTooLong
        case .notAnObject: .notAnObject
        case .invalidJSON: .invalidJSON
        case .lineIncomplete: .lineIncomplete
        case .textAfterObject: .textAfterObject
        case .controlCharacter: .controlCharacter
        case .loneSurrogate: .loneSurrogate
        case .invalidUTF8: .invalidUTF8
        case .nestedTooDeep: .nestedTooDeep
        case .missingKey: .missingKey
        case .duplicateKey: .duplicateKey
        case .wrongType: .wrongType
        case .idEmpty: .idEmpty
        case .idTooLong: .idTooLong
        case .idNotWhole: .idNotWhole
        case .amount(let mistake, _): mistake.rejectCode
        case .amountZero: .amountZero
        case .time(let mistake, _): mistake.rejectCode
        case .timeTooFarAhead: .timeTooFarAhead
        case .field(let field): field.mistake.rejectCode
        }
    }
}

extension MoneyMistake {
    var rejectCode: RejectCode {
        switch self {
        case .empty: .amountEmpty
        case .space: .amountSpace
        case .sign: .amountSign
        case .grouping: .amountGrouping
        case .digitMissing: .amountDigitMissing
        case .unexpected: .amountUnexpected
        case .otherCurrency: .amountOtherCurrency
        case .tooManyDecimals: .amountTooManyDecimals
        case .overflow: .amountOverflow
        }
    }
}

extension TimeMistake {
    var rejectCode: RejectCode {
        switch self {
        case .malformed: .timeMalformed
        case .withoutOffset: .timeWithoutOffset
        case .noSuchDate: .timeNoSuchDate
        case .noSuchTime: .timeNoSuchTime
        case .noLeapSecond: .timeNoLeapSecond
        case .noSuchOffset: .timeNoSuchOffset
        case .outOfRange: .timeOutOfRange
        }
    }
}
