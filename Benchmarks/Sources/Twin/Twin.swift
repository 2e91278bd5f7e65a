#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The twin in Swift, for machines without a C++ compiler: the limits of `rules/default.rules` written into the
/// program, with one thread and no validation. See `twin.cpp` for what it relies on.
@main
enum Twin {
    private static let bufferSize = 1 << 20

    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { stop("usage: twin INPUT OUTPUT\n", code: 2) }
        let input = unsafe open(arguments[1], O_RDONLY)
        let size = Int(lseek(input, 0, SEEK_END))
        guard input >= 0, size >= 0 else { stop("twin: cannot read the input\n", code: 66) }
        let output = unsafe open(arguments[2], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard output >= 0 else { stop("twin: cannot open the output\n", code: 74) }
        if size == 0 { return }
        var flags = MAP_PRIVATE
        #if os(Linux)
            flags |= MAP_POPULATE
        #endif
        let mapped = unsafe mmap(nil, size, PROT_READ, flags, input, 0)
        guard let bytes = unsafe mapped, unsafe bytes != MAP_FAILED else {
            stop("twin: cannot map the input\n", code: 66)
        }
        unsafe decide(bytes.assumingMemoryBound(to: UInt8.self), size, output)
    }

    private static func decide(_ text: UnsafePointer<UInt8>, _ size: Int, _ output: Int32) {
        var attempts = Table<Attempt>(capacity: 1 << 16)
        var accounts = Table<Account>(capacity: 1 << 16)
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: bufferSize)
        let endings = unsafe endings()
        var used = 0
        var at = unsafe text
        let end = unsafe text + size
        var date = unsafe text
        var day: Int32 = 0

        while unsafe at < end {
            let line = unsafe Line(at: at)
            let start = unsafe at
            unsafe at = line.end
            if unsafe memcmp(line.date, date, 10) != 0 {
                unsafe date = line.date
                day = unsafe Line.daysSinceEpoch(date)
            }

            attempts.reserveOne()
            let key = (line.id << 27 | line.customer) &+ 1
            let attempt = attempts.place(of: key)
            if unsafe attempts.records[attempt].key != 0 { continue }
            unsafe attempts.records[attempt].key = key
            attempts.countOne()

            accounts.reserveOne()
            let account = accounts.place(of: line.customer + 1)
            if unsafe accounts.records[account].customer == 0 {
                unsafe accounts.records[account].customer = UInt32(truncatingIfNeeded: line.customer + 1)
                accounts.countOne()
            }
            let accepted = unsafe accounts.records[account].accepts(
                withdrawal: line.isWithdrawal, amount: line.amount, day: day)

            // The output line begins as the input line does.
            if used + 128 > bufferSize {
                unsafe writeAll(output, buffer, used)
                used = 0
            }
            unsafe (buffer + used).update(from: start, count: line.prefix)
            unsafe (buffer + used + line.prefix).update(from: endings + (accepted ? 0 : 20), count: 20)
            used += line.prefix + (accepted ? 19 : 20)
        }
        unsafe writeAll(output, buffer, used)
    }

    /// The two ends of an output line, twenty bytes each.
    private static func endings() -> UnsafePointer<UInt8> {
        let text = Array("\",\"accepted\":true}\n \",\"accepted\":false}\n".utf8)
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count)
        for (index, byte) in text.enumerated() { unsafe bytes[index] = byte }
        return unsafe UnsafePointer(bytes)
    }

    private static func writeAll(_ file: Int32, _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) {
        var done = 0
        while done < count {
            let written = unsafe write(file, bytes + done, count - done)
            guard written > 0 else { stop("twin: cannot write\n", code: 74) }
            done += written
        }
    }

    private static func stop(_ text: String, code: Int32) -> Never {
        var text = text
        text.withUTF8 { bytes in
            _ = unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        }
        exit(code)
    }
}
