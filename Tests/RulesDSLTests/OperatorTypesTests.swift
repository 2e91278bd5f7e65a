import RulesDSL
import Testing

/// The whole table of operators and types: what is listed is right and has the type listed, and nothing else is.
struct OperatorTypesTests {
    /// An expression of each type that is not known before there is a transaction.
    private static let samples: [(type: ValueType, text: String)] = [
        (.money, "amount"), (.number, "hour"), (.text, "id"), (.time, "time"), (.duration, "(time - time)"),
        (.date, "date"), (.weekday, "weekday"), (.kind, "kind"), (.boolean, "(amount > $1)"),
    ]

    private static let arithmetic: [String: ValueType] = [
        "money + money": .money, "number + number": .number, "duration + duration": .duration, "time + duration": .time,
        "money - money": .money, "number - number": .number, "duration - duration": .duration, "time - time": .duration,
        "time - duration": .time, "number * number": .number, "money * number": .money, "number * money": .money,
        "duration * number": .duration, "number / number": .number, "money / number": .money, "money / money": .number,
    ]

    private static let ordered: Set<ValueType> = [.money, .number, .time, .duration, .date]
    private static let negatable: Set<ValueType> = [.money, .number, .duration]

    private static func codes(_ condition: String) -> [String] {
        CheckedText.codes("require a { that \(condition) }")
    }

    @Test(arguments: ["+", "-", "*", "/"])
    func `arithmetic takes the pairs of the table and no others`(operation: String) throws {
        for left in Self.samples {
            for right in Self.samples {
                let expression = "\(left.text) \(operation) \(right.text)"
                let key = "\(left.type.rawValue) \(operation) \(right.type.rawValue)"
                guard let result = Self.arithmetic[key] else {
                    #expect(Self.codes("\(expression) is \(left.text)") == ["R0305"], "\(key)")
                    continue
                }
                let sample = try #require(Self.samples.first { $0.type == result })
                #expect(Self.codes("\(expression) is \(sample.text)") == [], "\(key)")
            }
        }
    }

    @Test(arguments: ["<", "<=", ">", ">="])
    func `orders compare two of one ordered type`(operation: String) {
        for left in Self.samples {
            for right in Self.samples {
                let expected =
                    left.type != right.type ? ["R0306"] : Self.ordered.contains(left.type) ? [] : ["R0307"]
                #expect(Self.codes("\(left.text) \(operation) \(right.text)") == expected, "\(left.type) \(right.type)")
            }
        }
    }

    @Test(arguments: ["is", "is not"])
    func `equality compares two of one type`(operation: String) {
        for left in Self.samples {
            for right in Self.samples {
                let expected = left.type == right.type ? [] : ["R0306"]
                #expect(Self.codes("\(left.text) \(operation) \(right.text)") == expected, "\(left.type) \(right.type)")
            }
        }
    }

    @Test(arguments: ["and", "or"])
    func `and and or join conditions`(operation: String) {
        for left in Self.samples {
            for right in Self.samples {
                let errors = [left, right].count { $0.type != .boolean }
                let codes = Self.codes("\(left.text) \(operation) \(right.text)")
                // A field that is never missing, with what could stand for it.
                let isFallback =
                    operation == "or" && errors == 2 && left.text.allSatisfy(\.isLetter)
                let expected = isFallback ? ["R0321"] : Array(repeating: "R0308", count: errors)
                #expect(codes == expected, "\(left.type) \(right.type)")
            }
        }
    }

    @Test func `not takes a condition and minus a quantity`() {
        for sample in Self.samples {
            #expect(Self.codes("not \(sample.text)") == (sample.type == .boolean ? [] : ["R0308"]))
            let isRight = Self.negatable.contains(sample.type)
            #expect(Self.codes("-\(sample.text) is \(sample.text)") == (isRight ? [] : ["R0310"]), "\(sample.type)")
        }
    }

    @Test func `in takes constants of the type on its left`() {
        let constants: [ValueType: String] = [
            .money: "$5", .number: "5", .text: "\"a\"", .time: "2026-01-01T00:00:00Z", .duration: "3 days",
            .date: "2026-01-01", .weekday: "monday", .kind: "load", .boolean: "true",
        ]
        for sample in Self.samples {
            for (type, constant) in constants {
                let expected = type == sample.type ? [] : ["R0313"]
                #expect(Self.codes("\(sample.text) in [\(constant)]") == expected, "\(sample.type) \(type)")
            }
        }
    }

    @Test func `the branches of an if have one type`() {
        for left in Self.samples {
            for right in Self.samples {
                let expected = left.type == right.type ? [] : ["R0309"]
                let expression = "(if amount > $1 then \(left.text) else \(right.text)) is \(left.text)"
                #expect(Self.codes(expression) == expected, "\(left.type) \(right.type)")
            }
        }
    }
}
