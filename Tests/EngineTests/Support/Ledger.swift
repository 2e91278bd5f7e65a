import Engine
import RulesDSL
import Testing

/// Tests written as ledgers: one transaction a line, with what is expected of it.
///
///     2000-01-01T09:00:00Z  88/a  load  $100.00  accepted
///     2000-01-01T10:00:00Z  88/a  load  $100.00  ignored by duplicate-transaction
///
/// A line is time, customer/id, kind, amount, perhaps declared texts (`merchant=ACME`), result: `accepted`,
/// `reviewed as CODE[,CODE]`, `declined by RULE`, `declined by RULE as CODE`, `ignored by RULE`, with
/// `shadow RULE[,RULE]` behind it where rules in shadow fail; `balance CUSTOMER $X` checks a balance.
///
/// Each is decided twice: by a bank, one by one, and as lines of a run, whose loop for plain rules is another one.
struct Ledger {
    private let rules: String
    private let header: String
    private let bank: Bank
    private let past = Past()

    /// What the bank has decided so far: the transactions as lines of an input, and what became of them.
    private final class Past {
        var lines: [String] = []
        var results: [String] = []
    }

    /// A bank under the default header and the given rules.
    init(_ rules: String, header: String = Ledger.header) throws {
        self.rules = rules
        self.header = header
        bank = try Bank(try Self.policy(rules, header: header))
    }

    /// The policy of a header and rules, which must have no errors.
    static func policy(_ rules: String, header: String = Ledger.header) throws -> Policy {
        do {
            return try Policy(SourceFile(name: "test.rules", text: header + rules))
        } catch {
            Issue.record("the rules do not check: \(error.diagnostics.map(\.message))")
            throw error
        }
    }

    static let header = """
        policy "Test"
        currency USD
        timezone UTC
        week starts monday

        """

    /// Decides one line.
    func decide(_ line: String) throws -> Decision {
        let words = line.split(separator: " ").map(String.init)
        let decision = try bank.decide(try Self.transaction(words))
        past.lines.append(Self.inputLine(words))
        past.results.append(Self.describe(decision, withCode: true))
        return decision
    }

    /// Decides each line and compares; and then once more, with what was before, as a run.
    func run(_ ledger: String, location: SourceLocation = #_sourceLocation) throws {
        for line in ledger.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            if first == "balance" {
                let balance = bank.balance(of: words[1])
                #expect(balance == Self.cents(words[2]), "\(line)", sourceLocation: location)
                continue
            }
            let decision = try decide(String(line))
            let expected = words[4...].drop { $0.contains("=") }.joined(separator: " ")
            let withCode = expected.contains(" as ") && expected.hasPrefix("declined")
            let got = Self.describe(decision, withCode: withCode)
            #expect(got == expected, "\(line)", sourceLocation: location)
        }
        let run = try Run(rules, header: header, Array(past.lines.map { $0 + "\n" }.joined().utf8))
        let results = run.store.events().map { Self.describe($0, run.policy.program) }
        #expect(results == past.results, "in a run", sourceLocation: location)
    }

    /// A line of a ledger as the input has it.
    private static func inputLine(_ words: [String]) -> String {
        let names = words[1].split(separator: "/", maxSplits: 1)
        let sign = words[2] == TransactionKind.withdrawal.name ? "-" : ""
        let fields = words.dropFirst(4).prefix { $0.contains("=") }.map { word in
            let parts = word.split(separator: "=", maxSplits: 1)
            return ",\"\(parts[0])\":\"\(parts[1])\""
        }
        return """
            {"id":"\(names[1])","customer_id":"\(names[0])","load_amount":"\(sign)\(words[3])","time":"\(words[0])"\
            \(fields.joined())}
            """
    }

    static func transaction(_ words: [String]) throws -> Transaction {
        let names = words[1].split(separator: "/", maxSplits: 1).map(String.init)
        let kind = try #require(TransactionKind.allCases.first { $0.name == words[2] })
        var fields: [String: FieldValue] = [:]
        for word in words.dropFirst(4).prefix(while: { $0.contains("=") }) {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            fields[parts[0]] = .text(parts[1])
        }
        return try Transaction(
            id: names[1], customer: names[0], kind: kind, amount: cents(words[3]), time: seconds(words[0]),
            fields: fields)
    }

    private typealias Failed = (rule: String, code: String, isDecisive: Bool, isShadow: Bool)

    /// What became of a transaction, in the words of a ledger.
    static func describe(_ decision: Decision, withCode: Bool) -> String {
        let failures = decision.failures.map { ($0.rule, $0.code, $0.isDecisive, $0.isShadow) }
        return describe(decision.kind, failures, withCode: withCode)
    }

    private static func describe(_ event: Event, _ program: Program) -> String {
        let failures = event.facts.map { fact in
            let rule = Int(fact.rule)
            return (program.ruleName(rule), program.code(rule, fact.cause), fact.isDecisive, fact.isShadow)
        }
        return describe(event.decision, failures, withCode: true)
    }

    private static func describe(_ decision: DecisionKind, _ failures: [Failed], withCode: Bool) -> String {
        let shadows = failures.filter(\.isShadow).map(\.rule).joined(separator: ",")
        return describeResult(decision, failures, withCode: withCode) + (shadows.isEmpty ? "" : " shadow \(shadows)")
    }

    private static func describeResult(_ decision: DecisionKind, _ failures: [Failed], withCode: Bool) -> String {
        let decisive = failures.first { $0.isDecisive }
        switch decision {
        case .accepted: return "accepted"
        case .reviewed: return "reviewed as " + failures.filter { !$0.isShadow }.map(\.code).joined(separator: ",")
        case .ignored: return "ignored by \(decisive?.rule ?? "?")"
        case .declined:
            let code = withCode ? " as \(decisive?.code ?? "?")" : ""
            return "declined by \(decisive?.rule ?? "?")\(code)"
        }
    }

    static func cents(_ text: String) -> Int64 {
        let isNegative = text.hasPrefix("-")
        let digits = text.filter { $0.isNumber }
        let value = Int64(digits) ?? 0
        return (isNegative ? -1 : 1) * (text.contains(".") ? value : value * 100)
    }

    /// Seconds of `2000-01-01T09:00:00Z`, by counting days one year and month at a time.
    static func seconds(_ text: String) -> Int64 {
        let parts = text.split { !$0.isNumber }.compactMap { Int64($0) }
        func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
        var days: Int64 = 0
        for year in min(parts[0], 1970)..<max(parts[0], 1970) {
            days += (isLeap(year) ? 366 : 365) * (parts[0] < 1970 ? -1 : 1)
        }
        let lengths: [Int64] = [31, isLeap(parts[0]) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        days += lengths.prefix(Int(parts[1]) - 1).reduce(0, +) + parts[2] - 1
        return days * 86_400 + parts[3] * 3_600 + parts[4] * 60 + parts[5]
    }
}
