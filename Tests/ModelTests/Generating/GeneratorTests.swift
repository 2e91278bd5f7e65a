import Testing

@Suite struct GeneratorTests {
    static let cases: [RandomCase] = (0..<60).compactMap {
        try? RandomCase(seed: UInt64(900_000 + $0), transactions: 200)
    }

    @Test func `one seed makes one case`() throws {
        #expect(Self.cases.count == 60)
        for expected in Self.cases.prefix(5) {
            let again = try RandomCase(seed: expected.seed, transactions: 200)
            #expect(again.rules == expected.rules)
            #expect(again.lines == expected.lines)
        }
    }

    @Test func `something of everything happens`() throws {
        var happened: [String: Int] = [:]
        for random in Self.cases {
            var bank = ModelBank(random.policy)
            for line in random.lines {
                guard case .transaction(let transaction) = line.meaning else {
                    happened["\(line.meaning)", default: 0] += 1
                    continue
                }
                let decision = try bank.decide(transaction)
                happened["\(decision.verdict)", default: 0] += 1
                if !decision.reviewCodes.isEmpty { happened["reviewed", default: 0] += 1 }
                if decision.decidedBy?.rule == "balance" { happened["balance", default: 0] += 1 }
                for failure in decision.others + [decision.decidedBy].compactMap(\.self) {
                    happened["\(failure.cause)", default: 0] += 1
                }
            }
        }
        let count = Self.cases.reduce(0) { $0 + $1.lines.count }
        func share(_ what: String) -> Int { happened[what, default: 0] * 1_000 / count }
        let features = Self.cases.map(\.policy.features)
        for feature in Feature.allCases {
            #expect(features.filter { $0.contains(feature) }.count >= 4, "\(feature)")
        }
        #expect((250...750).contains(share("accepted")), "\(happened)")
        #expect((100...700).contains(share("declined")), "\(happened)")
        for what in ["ignored", "reviewed", "tooLate", "arithmetic"] {
            #expect(share(what) >= 5, "\(what): \(happened)")
        }
        for what in ["balance", "rejected", "blank"] {
            #expect(happened[what, default: 0] > 0, "\(what): \(happened)")
        }
    }
}
