import Engine
import RulesDSL
import TestSupport
import Testing

/// How much a policy may hold, and that one too much is said once.
struct CheckLimitTests {
    private static func many(_ count: Int, _ line: (Int) -> String) -> String {
        (0..<count).map { line($0) + "\n" }.joined()
    }

    /// Something that may be in a policy so many times, or be so large: what is right at its limit, and wrong above.
    struct Bounded: Sendable, CustomTestStringConvertible {
        let what: String
        let limit: Int
        let code: String
        let text: @Sendable (Int) -> String

        init(_ what: String, _ limit: Int, _ code: CheckCode = .tooMany, _ text: @escaping @Sendable (Int) -> String) {
            (self.what, self.limit, self.code, self.text) = (what, limit, code.rawValue, text)
        }

        init(_ what: String, _ limit: Int, _ code: SyntaxCode, _ text: @escaping @Sendable (Int) -> String) {
            (self.what, self.limit, self.code, self.text) = (what, limit, code.rawValue, text)
        }

        var testDescription: String { what }
    }

    private static let entry = "2000-01-01 09:00 load $1"

    static let bounds = [
        Bounded("rules", CheckLimits.rules) { many($0) { "unique a\($0) { key id per customer }" } },
        Bounded("lets", CheckLimits.lets) { many($0) { "let a\($0) = $5" } },
        Bounded("tests", CheckLimits.tests) { many($0) { "test \"a\($0)\" { \(entry) accepted }" } },
        Bounded("entries of a test", CheckLimits.entries) { "test \"a\" { \(many($0) { _ in entry + " accepted" }) }" },
        Bounded("lists", CheckLimits.lists) { many($0) { "list a\($0) : number [1]" } },
        Bounded("tables", CheckLimits.tables) { many($0) { "table a\($0) by hour { 0: 1  else: 2 }" } },
        Bounded("functions", CheckLimits.functions) { many($0) { "function a\($0)(text) : number" } },
        Bounded("entries of a table", CheckLimits.tableEntries) {
            "table a by customer { \(many($0) { "\"\($0)\": 1" }) else: 2 }"
        },
        Bounded("keys in the path of a field", CheckLimits.pathKeys, .fieldPath) {
            "field a : text from \"\((0..<$0).map { "k\($0)" }.joined(separator: "."))\""
        },
        Bounded("a rolling window", Int(CheckLimits.windowDays), .lengthOfTime) {
            "limit a { count per customer per rolling \($0) days  at most 3 }"
        },
        Bounded("within", Int(CheckLimits.windowDays), .lengthOfTime) {
            "unique a { key id per customer  within \($0) days }"
        },
        Bounded("late", Int(CheckLimits.lateDays), .lengthOfTime) { "late up to \($0) days" },
        Bounded("the text of a field", CheckLimits.identifierBytes, .fieldTextLength) {
            "field a : text default \"\(String(repeating: "x", count: $0))\""
        },
        Bounded("an id", CheckLimits.identifierBytes, .entryTextLength) {
            "test \"a\" { \(entry) id \"\(String(repeating: "x", count: $0))\" accepted }"
        },
        Bounded("operators of an expression", 256, .expressionTooLong) {
            "let a = 1\(String(repeating: " + 1", count: $0))"
        },
        Bounded("nesting of an expression", 64, .nestingTooDeep) {
            "let a = \(String(repeating: "(", count: $0))1\(String(repeating: ")", count: $0))"
        },
        Bounded("nesting through lets", CheckLimits.expressionDepth, .expressionTooLarge) { depth in
            // The amount and the comparison are parts, too.
            many(depth - 2) { "let a\($0) = -a\($0 + 1)" } + "let a\(depth - 2) = amount\nrequire r { that a0 < $5 }"
        },
    ]

    @Test(arguments: bounds) func `what is documented as the most is right, and one more is not`(bounded: Bounded) {
        let functions = (0...CheckLimits.functions).map {
            PolicyResources.Function(name: "a\($0)", parameters: [.text], result: .number, plugin: "the plugin")
        }
        var resources = TestResources.resources
        resources.functions += functions
        func errors(_ count: Int) -> [String] {
            let source = SourceFile(name: "test.rules", text: CheckedText.header + bounded.text(count))
            return Checker.check(SourceMap([source]), vocabulary: AccountVocabulary.vocabulary, resources: resources)
                .diagnostics.filter { $0.severity == .error }.map(\.code)
        }
        #expect(errors(bounded.limit) == [])
        #expect(errors(bounded.limit + 1) == [bounded.code])
    }

    @Test func `many warnings are no error and hide none`() {
        let unused = Self.many(250) { "let a\($0) = $5" }
        let result = CheckedText.check(CheckedText.header + unused)
        #expect(result.policy != nil)
        #expect(result.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(result.diagnostics.count == 101)
        #expect(result.diagnostics.last?.message == "and 150 more warnings in this file")
        let wrong = CheckedText.check(CheckedText.header + unused + "require r { that nothing > $5 }")
        #expect(wrong.diagnostics.filter { $0.severity == .error }.map(\.code) == [CheckCode.unknownName.rawValue])
    }

    @Test func `a policy may have as many fields as there is room for in a transaction`() {
        let fields = Self.many(CheckLimits.fields) { "field f\($0) : number default 0" }
        let sum = (0..<CheckLimits.fields).map { "f\($0)" }.joined(separator: " + ")
        let rule = "require all { that \(sum) is 0 }\n"
        #expect(CheckedText.codes(fields + rule) == [])
        let codes = CheckedText.codes(
            fields + "field more : number\nfield extra : text\n" + rule + "require b { that extra is \"x\" }")
        #expect(codes == [CheckCode.tooMany.rawValue])
    }

    /// Texts with far too much in them, by how much of it.
    private static let excesses: [@Sendable (Int) -> String] = [
        { size in
            many(size) { "field f\($0) : text from \"x.f\($0)\"" }
                + many(size / 100) { "require r\($0) { that f\($0 * 90) is \"x\" }" }
        },
        { size in
            many(size / 4) { "list l\($0) : text [\"x\"]" } + many(size / 10) { "require r\($0) { that id in k\($0) }" }
        },
        { size in "list all : number [\(many(size) { "\($0 % 7)," }) 1]\nrequire r { that hour in all }\n" },
        { size in
            "table all by hour { \(many(size / 2) { "\($0): \($0 % 7)" }) else: 1 }\nrequire r { that all > 5 }\n"
        },
        { size in
            many(size / 7) { "let n\($0) = sum amount + n\($0 + 1) per customer per day" }
                + "let n\(size / 7) = $5\nrequire r { that amount > n0 }\n"
        },
    ]

    @Test(arguments: excesses.indices) func `what is far too much is checked in linear time`(index: Int) {
        let rule = "require a { that amount > $5 }\n"
        let growth = Growth.ofFourfold(5_000) { size in
            _ = CheckedText.check(CheckedText.header + Self.excesses[index](size) + rule)
        }
        #expect(growth < Growth.linear)
    }
}
