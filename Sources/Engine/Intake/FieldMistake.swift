package import RulesDSL

/// A declared field of a line that is not as the policy says, as people are told of it.
package struct RejectedField: Sendable, Equatable {
    /// What the policy calls it.
    package let name: String
    /// The keys that lead to it, with points between them.
    package let path: String
    package let type: ValueType
    package let mistake: FieldMistake

    init(_ field: InputFields.Field, _ mistake: FieldMistake) {
        name = field.name
        path = field.pathText
        type = field.type
        self.mistake = mistake
    }
}

/// What is wrong with a declared field of a line.
package enum FieldMistake: Sendable, Equatable {
    /// It is not there or null, and the policy requires it.
    case missing
    /// Its key, or one on the way to it, is there twice; the keys as far as that one.
    case duplicate(path: String)
    /// A value of a type that the field cannot have.
    case wrongType(found: JSONKind)
    /// A value on the way to it that is no object; the keys as far as that one.
    case notAnObject(path: String, found: JSONKind)
    /// A text longer than the limit.
    case textTooLong
    /// A number with a point or an exponent, for a text.
    case textNotWhole
    /// Not a number of the language; `found` is its text, made fit to be shown.
    case number(MoneyMistake, found: String)
    /// Not money of the policy's currency.
    case money(MoneyMistake, found: String)
    /// Not a time.
    case time(TimeMistake, found: String)

    var rejectCode: RejectCode {
        switch self {
        case .missing: .fieldMissing
        case .duplicate: .fieldDuplicate
        case .wrongType, .notAnObject: .fieldWrongType
        case .textTooLong: .fieldTextTooLong
        case .textNotWhole: .fieldTextNotWhole
        case .number: .fieldNumber
        case .money: .fieldMoney
        case .time: .fieldTime
        }
    }
}

extension RejectedField {
    /// What is wrong and what was expected, for people.
    func sentence(_ currency: Currency) -> String {
        switch mistake {
        case .missing:
            "there is no \(subject); if lines may lack it, declare the field `optional` or with a `default`"
        case .duplicate(let path): "there is more than one `\(path)`; keep the one that is meant"
        case .wrongType(let found): "expected \(subject) to be \(expectation), but found \(found.rawValue)"
        case .notAnObject(let path, let found):
            "expected `\(path)` to be an object that holds \(subject), but found \(found.rawValue)"
        case .textTooLong: "\(subject) is longer than \(Transaction.longestText) bytes"
        case .textNotWhole: "expected \(subject) to be a text or a whole number without point and exponent"
        case .number(.tooManyDecimals, let found): "\(subject): `\(found)` has more than six decimals"
        case .number(_, let found):
            "\(subject): `\(found)` is too large; the largest number is 9,223,372,036,854.775807"
        case .money(let mistake, let found): "\(subject): \(mistake.sentence(found, currency))"
        case .time(let mistake, let found): "\(subject): \(mistake.sentence(found))"
        }
    }

    private var subject: String {
        name == path ? "`\(path)`" : "`\(path)` (the field `\(name)`)"
    }

    private var expectation: String {
        switch type {
        case .text: "a text or a whole number"
        case .number: "a number"
        case .money: "a text or a number"
        case .time: "a text"
        case .boolean, .duration, .date, .weekday, .kind: "true or false"
        }
    }
}
