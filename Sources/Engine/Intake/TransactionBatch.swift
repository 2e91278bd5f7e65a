/// The lines of one chunk of input and the transactions made from them, field by field.
///
/// A batch is allocated once and filled again and again. It belongs to one stage of the pipeline at a time, which is
/// what makes handing it from thread to thread sound.
package final class TransactionBatch {
    /// How the bits of `flags` are to be read.
    package enum Flag {
        /// `ids` holds the id as a number: 1 to 15 digits without a leading zero. Otherwise it holds a hash.
        package static let numericID: UInt8 = 1
        /// The same for `customers`.
        package static let numericCustomer: UInt8 = 2
        /// The transaction is a withdrawal.
        package static let withdrawal: UInt8 = 4
        /// The texts stand in `side`, since the line does not have them in their final form.
        package static let inSide: UInt8 = 8
    }

    /// The zero bytes that follow the data, since the fast lane reads ahead in words.
    package static let tail = 64
    /// The most bytes of an id or a customer's id, decoded.
    package static let longestID = Transaction.longestID
    /// The most rows that a batch can hold.
    package var rowCapacity: Int { times.capacity }
    /// The shortest line that can be a transaction has more bytes than this.
    package static let shortestLine = 64

    /// The chunk's bytes: whole lines, the last one perhaps without its line end.
    package let bytes: Column<UInt8>
    /// How many of `bytes` are data; `tail` zero bytes follow.
    package var byteCount = 0
    /// Texts that are not in the input in their final form: for each such row, at a multiple of 8, four UInt32 (offset
    /// in `side` and length of the decoded id, then of the customer) and the output prefix right behind them.
    package let side: Column<UInt8>
    /// How many bytes of `side` are taken.
    package var sideCount = 0

    /// How many transactions the columns hold.
    package var count = 0
    /// How many lines the chunk holds, blank and rejected ones included.
    package var lineCount = 0

    /// Where the row's output prefix `{"id":"…","customer_id":"…"` begins, in `bytes` or (flag `inSide`) in `side`.
    package let prefixOffsets: Column<UInt32>
    /// The prefix's length.
    package let prefixLengths: Column<UInt16>
    /// The length of the id in the prefix as it stands in `bytes`; unused where `inSide`.
    package let idLengths: Column<UInt16>
    /// `Flag`s of the row. They say what `ids` and `customers` hold: a number, or the hash of a text.
    package let flags: Column<UInt8>
    package let ids: Column<UInt64>
    package let customers: Column<UInt64>
    /// Minor units, above zero: the magnitude; `Flag.withdrawal` tells the direction.
    package let amounts: Column<Int64>
    /// Seconds since 1970-01-01T00:00:00Z.
    package let times: Column<Int64>
    /// The number of the row's customer; set where chunks are in order.
    package let customerNumbers: Column<UInt32>
    /// 1 where the row repeats an id of its customer; set where chunks are in order, for programs that resolve repeats
    /// ahead.
    package let repeats: Column<UInt8>
    /// The row's line within the chunk, from 0.
    package let lines: Column<UInt32>

    /// The declared fields that are read of each line; without any, the two columns behind it are empty.
    package let fields: InputFields
    /// Those of field `f` begin at `f * rowCapacity`: a scalar in the unit of its type, or a `TextHandle`'s word; 0
    /// where the field is missing.
    let fieldValues: Column<Int64>
    /// Bit `f` of a row: whether field `f` is there.
    let fieldPresence: Column<UInt64>
    /// For each edge of `FieldPaths`, one more than the last line that had it.
    let fieldMarks: Column<UInt32>

    /// The lines that are no transactions, in order.
    package var rejects: [Reject] = []

    /// The input's lines before this chunk; set where chunks are in order.
    package var linesBefore = 0
    /// The events before this chunk; set where chunks are in order.
    package var eventsBefore = 0

    /// A batch for chunks of at most `byteCapacity` bytes.
    package init(byteCapacity: Int, fields: InputFields = .empty) {
        let rows = byteCapacity / Self.shortestLine + 16
        bytes = Column(zeroed: byteCapacity + Self.tail)
        // A row in `side` needs its two texts decoded, the same escaped (six bytes for one at the worst) and a header.
        side = Column(zeroed: byteCapacity * 8 + rows * 64)
        prefixOffsets = Column(zeroed: rows)
        prefixLengths = Column(zeroed: rows)
        idLengths = Column(zeroed: rows)
        flags = Column(zeroed: rows)
        ids = Column(zeroed: rows)
        customers = Column(zeroed: rows)
        amounts = Column(zeroed: rows)
        times = Column(zeroed: rows)
        customerNumbers = Column(zeroed: rows)
        repeats = Column(zeroed: rows)
        lines = Column(zeroed: rows)
        self.fields = fields
        fieldValues = Column(zeroed: fields.count * rows)
        fieldPresence = Column(zeroed: fields.isEmpty ? 0 : rows)
        fieldMarks = Column(zeroed: fields.edgeLimit)
    }

    deinit {
        bytes.deallocate()
        side.deallocate()
        prefixOffsets.deallocate()
        prefixLengths.deallocate()
        idLengths.deallocate()
        flags.deallocate()
        ids.deallocate()
        customers.deallocate()
        amounts.deallocate()
        times.deallocate()
        customerNumbers.deallocate()
        repeats.deallocate()
        lines.deallocate()
        fieldValues.deallocate()
        fieldPresence.deallocate()
        fieldMarks.deallocate()
    }
}
