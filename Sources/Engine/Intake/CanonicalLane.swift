import RulesDSL

/// The fast lane: reads lines of exactly the layout
/// `{"id":"…","customer_id":"…","load_amount":"$1234.56","time":"2000-01-01T18:00:00Z"}`, eight bytes at a time.
///
/// It takes a line only if the complete lane would make the same of it; at the first line it does not take, it stops.
struct CanonicalLane: Sendable {
    private let money: CanonicalMoney
    private let opening = word("{\"id\":\"")
    private let customerKey = (word("\",\"custo"), word("mer_id\":"))
    private let amountKey = (word("\",\"load_"), word("amount\":"))
    private let timeKey = (word("\",\"time\""), word("\"time\":\""))

    /// `}` and the line feed, or the carriage return and the line feed.
    private static let braceAndLineFeed: UInt32 = 0x0a7d
    private static let braceAndReturn: UInt32 = 0x0a_0d7d
    private static let openingLength = 7
    private static let keyLength = 17

    /// Nil for currencies that have no canonical layout.
    init?(currency: Currency) {
        guard let money = CanonicalMoney(currency: currency) else { return nil }
        self.money = money
    }

    /// Up to eight bytes, the first in the lowest bits.
    private static func word(_ text: String) -> UInt64 {
        text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Adds the transactions of the lines from the cursor on, as far as they are canonical.
    @inline(never)
    func takeLines(of batch: TransactionBatch, to end: Int, _ cursor: inout IntakeCursor, hash: ByteHash) {
        // Locals, so that they need not be loaded again after each store.
        let lane = self
        let bytes = batch.bytes
        let prefixOffsets = batch.prefixOffsets
        let prefixLengths = batch.prefixLengths
        let idLengths = batch.idLengths
        let flags = batch.flags
        let ids = batch.ids
        let customers = batch.customers
        let amounts = batch.amounts
        let times = batch.times
        let lines = batch.lines
        let linesAhead = cursor.line - cursor.row
        var row = cursor.row
        var position = cursor.position
        var clock = cursor.clock
        while position < end {
            guard let head = lane.readHead(of: bytes, at: position, hash: hash, &clock) else { break }
            let ending = bytes.halfWord(at: head.end)
            let hasReturn = ending & 0xff_ffff == Self.braceAndReturn
            guard hasReturn || ending & 0xffff == Self.braceAndLineFeed else { break }
            prefixOffsets[row] = UInt32(truncatingIfNeeded: position)
            prefixLengths[row] = head.prefixLength(from: position)
            idLengths[row] = UInt16(truncatingIfNeeded: head.id.length)
            flags[row] = head.flags
            ids[row] = head.id.key
            customers[row] = head.customer.key
            amounts[row] = Int64(truncatingIfNeeded: head.amount.magnitude)
            times[row] = Int64(truncatingIfNeeded: head.seconds)
            lines[row] = UInt32(truncatingIfNeeded: row + linesAhead)
            row += 1
            position = head.end + (hasReturn ? 3 : 2)
        }
        cursor.line += row - cursor.row
        cursor.row = row
        cursor.position = position
        cursor.clock = clock
    }

    /// The four keys of a line that may go on behind them; nil where they are not canonical.
    @inline(never)
    func head(of bytes: Column<UInt8>, at start: Int, hash: ByteHash, _ clock: inout CanonicalTime) -> CanonicalHead? {
        readHead(of: bytes, at: start, hash: hash, &clock)
    }

    @inline(__always)
    private func readHead(
        of bytes: Column<UInt8>, at position: Int, hash: ByteHash, _ clock: inout CanonicalTime
    ) -> CanonicalHead? {
        guard bytes.word(at: position) & 0x00ff_ffff_ffff_ffff == opening else { return nil }
        let idStart = position + Self.openingLength
        let id = CanonicalID(bytes, at: idStart, hash: hash)
        let afterID = idStart + id.length
        guard id.length > 0, Self.hasKey(customerKey, in: bytes, at: afterID) else { return nil }
        let customer = CanonicalID(bytes, at: afterID + Self.keyLength, hash: hash)
        let afterCustomer = afterID + Self.keyLength + customer.length
        guard customer.length > 0, Self.hasKey(amountKey, in: bytes, at: afterCustomer) else { return nil }
        let amount = CanonicalAmount(bytes, at: afterCustomer + Self.keyLength, money)
        let timeStart = amount.quote + 10
        guard amount.magnitude != 0,
            bytes.word(at: amount.quote) == timeKey.0, bytes.word(at: amount.quote + 2) == timeKey.1,
            let seconds = clock.seconds(bytes, at: timeStart)
        else { return nil }
        return CanonicalHead(
            id: id, idStart: idStart, customer: customer, customerStart: afterID + Self.keyLength, amount: amount,
            seconds: seconds, end: timeStart + CanonicalTime.length)
    }

    /// Whether a text ends at `start`, and a key of 11 letters with its colon and the next opening quote follow.
    @inline(__always)
    private static func hasKey(_ key: (UInt64, UInt64), in bytes: Column<UInt8>, at start: Int) -> Bool {
        bytes.word(at: start) == key.0 && bytes.word(at: start + 8) == key.1
            && bytes[start + 16] == UInt8(ascii: "\"")
    }
}
