import Engine
import RulesDSL
import Testing

/// What the creator makes of lines, in a form that tests can compare.
struct Intake {
    /// One transaction, with its texts as bytes.
    struct Row: Equatable {
        var id: [UInt8]
        var customer: [UInt8]
        /// Minor units, below zero for a withdrawal.
        var amount: Int64
        var time: Int64
        var line: Int
        var prefix: [UInt8]
        var keys: [UInt64]
        var isNumeric: [Bool]
        /// The declared fields that are there.
        var fields: [String: FieldValue]
    }

    var rows: [Row] = []
    var rejects: [Reject] = []
    var lineCount = 0

    static let dollars = Currency(code: "USD", exponent: 2, symbol: "$")

    /// Reads a chunk. The buffer is full of another chunk's lines before, as it is when it is used again.
    init(
        _ chunk: [UInt8], currency: Currency = Intake.dollars, fields: InputFields = .empty,
        lanes: Creator.Lanes = .both
    ) {
        let batch = TransactionBatch(byteCapacity: chunk.count + 512, fields: fields)
        let stale = Array(
            "{\"id\":\"9\",\"customer_id\":\"9\",\"load_amount\":\"$9.00\",\"time\":\"2009-09-09T09:09:09Z\"}\n".utf8)
        for index in 0..<batch.bytes.capacity { batch.bytes[index] = stale[index % stale.count] }
        batch.bytes.copy(from: chunk, to: 0)
        batch.byteCount = chunk.count
        Creator(currency: currency, fields: fields, lanes: lanes).create(batch)
        self.init(batch)
    }

    init(
        _ text: String, currency: Currency = Intake.dollars, fields: InputFields = .empty,
        lanes: Creator.Lanes = .both
    ) {
        self.init(Array(text.utf8), currency: currency, fields: fields, lanes: lanes)
    }

    private init(_ batch: TransactionBatch) {
        rejects = batch.rejects
        lineCount = batch.lineCount
        for row in 0..<batch.count {
            let isWithdrawal = batch.kind(of: row) == .withdrawal
            let isInSide = batch.flags[row] & TransactionBatch.Flag.inSide != 0
            let prefix = TextSlice(
                isInSide ? batch.side : batch.bytes, offset: Int(batch.prefixOffsets[row]),
                length: Int(batch.prefixLengths[row]))
            rows.append(
                Row(
                    id: batch.idText(row).copied, customer: batch.customerText(row).copied,
                    amount: isWithdrawal ? -batch.amounts[row] : batch.amounts[row], time: batch.times[row],
                    line: Int(batch.lines[row]), prefix: prefix.copied, keys: [batch.ids[row], batch.customers[row]],
                    isNumeric: [TransactionBatch.Flag.numericID, TransactionBatch.Flag.numericCustomer].map {
                        batch.flags[row] & $0 != 0
                    }, fields: batch.fieldValues(of: row)))
        }
    }

    /// What became of a chunk of one line: `id|customer|amount|time`, `blank`, or the reject's `code@column`.
    var outcome: String {
        if let reject = rejects.first { return "\(reject.reason.code)@\(reject.column)" }
        guard let row = rows.first else { return "blank" }
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        return "\(text(row.id))|\(text(row.customer))|\(row.amount)|\(RFC3339.text(row.time))"
    }
}
