/// The four keys of a line in the canonical layout, from its opening brace to the closing quote of its time.
struct CanonicalHead {
    let id: CanonicalID
    let idStart: Int
    let customer: CanonicalID
    let customerStart: Int
    let amount: CanonicalAmount
    let seconds: Int
    /// What follows the quote of the time.
    let end: Int

    @inline(__always)
    var flags: UInt8 {
        (id.isNumeric ? TransactionBatch.Flag.numericID : 0)
            | (customer.isNumeric ? TransactionBatch.Flag.numericCustomer : 0)
            | (amount.isNegative ? TransactionBatch.Flag.withdrawal : 0)
    }

    /// The length of the output prefix of the line that begins at `start`: up to the quote behind the customer.
    @inline(__always)
    func prefixLength(from start: Int) -> UInt16 {
        UInt16(truncatingIfNeeded: customerStart + customer.length + 1 - start)
    }
}

extension TransactionBatch {
    /// Makes a row that of a line that begins at `start` with this head, but for its number.
    func set(_ row: Int, to head: CanonicalHead, from start: Int) {
        prefixOffsets[row] = UInt32(truncatingIfNeeded: start)
        prefixLengths[row] = head.prefixLength(from: start)
        idLengths[row] = UInt16(truncatingIfNeeded: head.id.length)
        flags[row] = head.flags
        ids[row] = head.id.key
        customers[row] = head.customer.key
        amounts[row] = Int64(truncatingIfNeeded: head.amount.magnitude)
        times[row] = Int64(truncatingIfNeeded: head.seconds)
    }
}
