import Engine
import TestSupport
import Testing

@Suite struct CustomerDirectoryTests {
    @Test func `to look for a customer is not to know one`() throws {
        let policy = try Ledger.policy("require small { that amount < $5 }")
        let batch = TransactionBatch(
            byteCapacity: TransactionBatch.bytesForOne(policy.program.input), fields: policy.program.input)
        let directory = try CustomerDirectory()
        let long = String(repeating: "customer", count: 20)
        for customer in ["17", "017", "a", long, long + "2"] {
            batch.fill(with: try Transaction(id: "1", customer: customer, kind: .load, amount: 1, time: 0))
            let before = directory.count
            #expect(directory.number(ifKnown: 0, of: batch) == nil)
            #expect(directory.count == before)
            try directory.number(0..<1, of: batch)
            #expect(directory.count == before + 1)
            #expect(directory.number(ifKnown: 0, of: batch) == UInt32(before))
        }
    }

    @Test func `customers are numbered in the order in which they are first seen, whatever their ids`() throws {
        let input = try Ledger.policy("require small { that amount < $5 }").program.input
        let batch = TransactionBatch(byteCapacity: TransactionBatch.bytesForOne(input), fields: input)
        let directory = try CustomerDirectory()
        var numbers = SeededNumbers(seed: 11)
        var known: [String: UInt32] = [:]
        // More than half of the first slots, so that the table grows.
        for step in 0..<60_000 {
            let id = Int.random(in: 0...50_000, using: &numbers)
            let customer = numbers.isOneIn(4) ? "c\(id)" : "\(id)"
            batch.fill(with: try Transaction(id: "1", customer: customer, kind: .load, amount: 1, time: 0))
            try directory.number(0..<1, of: batch)
            let expected = known[customer] ?? UInt32(known.count)
            #expect(batch.customerNumbers[0] == expected, "step \(step), customer \(customer)")
            known[customer] = expected
            if step % 10_000 == 0 { try directory.checkInvariants() }
        }
        #expect(directory.count == known.count)
        #expect(known.count > 1 << 15)
        try directory.checkInvariants()
    }

    @Test func `a balance is looked up without making anything`() throws {
        let bank = try Bank(try Ledger.policy("require small { that amount < $50 }"))
        _ = try bank.decide(try Transaction(id: "1", customer: "a", kind: .load, amount: 300, time: 0))
        #expect(bank.balance(of: "a") == 300)
        #expect(bank.balance(of: "b") == 0)
        #expect(bank.balance(of: "") == 0)
        #expect(bank.balance(of: String(repeating: "b", count: 257)) == 0)
    }
}
