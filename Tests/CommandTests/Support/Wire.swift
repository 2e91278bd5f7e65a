import Synchronization
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A pipe to or from a process. No other process that a test starts meanwhile holds one of its ends.
final class Wire {
    let reading: Int32
    let writing: Int32
    private var isReadingOpen = true
    private var isWritingOpen = true
    private var pending: [UInt8] = []

    /// Held while a pipe is made and while a process starts: a process that starts in between would hold its ends.
    static let spawning = Mutex<Void>(())

    /// Who waits longer for a line has lost it.
    private static let patience: Int32 = 30_000

    init() throws {
        var ends: [Int32] = [-1, -1]
        let failure = Self.spawning.withLock { _ in
            let failure = unsafe pipe(&ends)
            ends.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
            return failure
        }
        try #require(failure == 0, "no pipe: error \(errno)")
        (reading, writing) = (ends[0], ends[1])
    }

    deinit {
        closeReading()
        closeWriting()
    }

    func closeReading() {
        if isReadingOpen { close(reading) }
        isReadingOpen = false
    }

    func closeWriting() {
        if isWritingOpen { close(writing) }
        isWritingOpen = false
    }

    /// Writes a text, all of it.
    func send(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(writing, $0.baseAddress, $0.count) }
            try #require(count > 0, "can't write to the pipe: error \(errno)")
            rest = rest.dropFirst(count)
        }
    }

    /// Waits for a line and takes it, without its end; nil at the end of what is sent.
    func line() throws -> String? {
        while true {
            if let end = pending.firstIndex(of: 0x0A) {
                defer { pending.removeSubrange(...end) }
                return String(decoding: pending[..<end], as: UTF8.self)
            }
            var request = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
            try #require(unsafe poll(&request, 1, Self.patience) > 0, "nothing comes through the pipe")
            var bytes = [UInt8](repeating: 0, count: 4_096)
            let count = unsafe read(reading, &bytes, bytes.count)
            guard count > 0 else { return nil }
            pending += bytes[..<count]
        }
    }
}
