import Engine
import TestSupport
import Testing

@Suite struct TransactionMemoryTests {
    /// Ids of every form: small numbers, numbers that are too large for a small slot, and texts that look like numbers.
    private static func id(using numbers: inout SeededNumbers) -> String {
        let number = Int.random(in: 0...3_000, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: return "\(number)"
        case 1: return "\(number + 900_000_000_000)"
        case 2: return "0\(number)"
        default: return "id \(number)"
        }
    }

    @Test func `an id is a repeat where its customer has sent it before`() throws {
        let input = try Ledger.policy("require small { that amount < $5 }").program.input
        let batch = TransactionBatch(byteCapacity: TransactionBatch.bytesForOne(input), fields: input)
        let memory = try TransactionMemory(expecting: 0)
        var numbers = SeededNumbers(seed: 13)
        var known: Set<String> = []
        // More than three quarters of the first slots of both tables, so that they grow.
        for step in 0..<30_000 {
            let (id, customer) = (Self.id(using: &numbers), UInt32.random(in: 0...2, using: &numbers))
            batch.fill(with: try Transaction(id: id, customer: "\(customer)", kind: .load, amount: 1, time: 0))
            batch.customerNumbers[0] = customer
            try memory.remember(0..<1, of: batch)
            let isNew = known.insert("\(customer) \(id)").inserted
            #expect(batch.repeats[0] == (isNew ? 0 : 1), "step \(step), customer \(customer), id \(id)")
            if step % 2_000 == 0 { try memory.checkInvariants() }
        }
        #expect(memory.count == known.count)
        try memory.checkInvariants()
    }
}
