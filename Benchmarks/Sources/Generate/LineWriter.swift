#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes transactions as canonical lines of JSON to standard output.
struct LineWriter {
    /// 2000-01-01, a Saturday.
    private static let firstDay = 10_957
    private static let blockSize = 1 << 20

    private var block: [UInt8] = []
    private var datedDay = -1
    private var date: [UInt8] = []

    init() {
        block.reserveCapacity(Self.blockSize + 256)
    }

    /// Adds one line; full blocks are written as they come.
    mutating func add(_ transaction: Transaction) throws(WriteFailed) {
        append(#"{"id":""#)
        append(number: transaction.id)
        append(#"","customer_id":""#)
        append(number: transaction.customer)
        append(transaction.amount < 0 ? #"","load_amount":"-$"# : #"","load_amount":"$"#)
        append(number: abs(transaction.amount) / 100)
        append(".")
        append(twoDigits: abs(transaction.amount) % 100)
        append(#"","time":""#)
        append(time: transaction.time)
        append("\"}\n")
        if block.count >= Self.blockSize { try flush() }
    }

    /// Writes what is left.
    mutating func flush() throws(WriteFailed) {
        var written = 0
        while written < block.count {
            let count = unsafe block.withUnsafeBytes { bytes in
                unsafe Self.writeToStandardOutput(UnsafeRawBufferPointer(rebasing: bytes[written...]))
            }
            guard count > 0 else { throw WriteFailed() }
            written += count
        }
        block.removeAll(keepingCapacity: true)
    }

    private static func writeToStandardOutput(_ bytes: UnsafeRawBufferPointer) -> Int {
        unsafe write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
    }

    private mutating func append(_ text: StaticString) {
        unsafe block.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func append(number: Int) {
        let start = block.count
        var rest = number
        repeat {
            block.append(UInt8(48 + rest % 10))
            rest /= 10
        } while rest > 0
        block[start...].reverse()
    }

    private mutating func append(twoDigits number: Int) {
        block.append(UInt8(48 + number / 10))
        block.append(UInt8(48 + number % 10))
    }

    private mutating func append(time: Int) {
        let (day, second) = time.quotientAndRemainder(dividingBy: 86_400)
        if day != datedDay {
            datedDay = day
            let start = block.count
            appendDate(Self.firstDay + day)
            date = Array(block[start...])
        } else {
            block.append(contentsOf: date)
        }
        append("T")
        append(twoDigits: second / 3600)
        append(":")
        append(twoDigits: second / 60 % 60)
        append(":")
        append(twoDigits: second % 60)
        append("Z")
    }

    /// The civil date of a day since 1970-01-01, counted in eras of 400 years that begin on a first of March.
    private mutating func appendDate(_ day: Int) {
        let (era, dayOfEra) = (day + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        append(twoDigits: year / 100)
        append(twoDigits: year % 100)
        append("-")
        append(twoDigits: month)
        append("-")
        append(twoDigits: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}

/// Standard output takes no more: the disk is full, or nobody reads.
struct WriteFailed: Error {}
