#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Input from an open file descriptor, which whoever opened it closes.
package final class DescriptorSource: ByteSource {
    private let descriptor: Int32
    private let wake: Int32?
    /// A pipe of its own that ends a wait; both -1 where there is none.
    private let ownWake: (reading: Int32, writing: Int32)
    /// How large a file is; nil for a pipe and the like, which has to be waited for.
    package let length: Int?

    /// A source that reads from the descriptor's position on.
    ///
    /// - Parameters:
    ///   - descriptor: What is read.
    ///   - wake: A descriptor that becomes readable when the run shall stop, so that nobody waits for a peer that sends
    ///     nothing more; the input ends there.
    package init(_ descriptor: Int32, wake: Int32? = nil) {
        self.descriptor = descriptor
        self.wake = wake
        var status = stat()
        let isKnown = unsafe fstat(descriptor, &status) == 0
        let isFile = isKnown && (status.st_mode & S_IFMT) == S_IFREG
        length = isFile ? Int(status.st_size) : nil
        ownWake = isFile ? (-1, -1) : Self.makePipe()
    }

    deinit {
        for end in [ownWake.reading, ownWake.writing] where end >= 0 { close(end) }
    }

    private static func makePipe() -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return (-1, -1) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        return (ends[0], ends[1])
    }

    package func interrupt() {
        var byte: UInt8 = 0
        if ownWake.writing >= 0 { _ = unsafe write(ownWake.writing, &byte, 1) }
    }

    package func read(into bytes: Column<UInt8>, at start: Int, count: Int) throws(CriticalError) -> Int {
        while true {
            if length == nil && !waitForInput() { return 0 }
            let result = bytes.read(descriptor, at: start, count: count)
            if result >= 0 { return result }
            if errno != EINTR && errno != EAGAIN { throw CriticalError(.input, SystemError.last) }
        }
    }

    /// Waits until there is input or its end; `false` if it was woken instead.
    private func waitForInput() -> Bool {
        // A descriptor below zero is passed over.
        var requests = [descriptor, wake ?? -1, ownWake.reading].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        while unsafe poll(&requests, nfds_t(requests.count), -1) < 0 && errno == EINTR {}
        return requests[1].revents == 0 && requests[2].revents == 0
    }

    package var isReady: Bool {
        guard length == nil else { return true }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, 0) > 0
    }
}

/// Where bytes go.
package protocol ByteSink: AnyObject {
    /// Writes the first `count` bytes, all of them.
    func write(_ bytes: Column<UInt8>, count: Int) throws(CriticalError)
}

/// Output to an open file descriptor, which whoever opened it closes.
package final class DescriptorSink: ByteSink {
    private let descriptor: Int32

    /// A sink that writes from the descriptor's position on.
    package init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    package func write(_ bytes: Column<UInt8>, count: Int) throws(CriticalError) {
        var written = 0
        while written < count {
            let result = bytes.write(descriptor, at: written, count: count - written)
            if result >= 0 {
                written += result
            } else if errno == EAGAIN {
                waitForRoom()
            } else if errno != EINTR {
                throw CriticalError(.output, SystemError.last)
            }
        }
    }

    /// Waits until a pipe that its owner made non-blocking takes bytes again, or fails.
    private func waitForRoom() {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&request, 1, -1)
    }
}

/// The system's words for what went wrong.
package enum SystemError {
    /// The sentence for the last failed call of this thread, as people read it: `no space left on device`.
    package static var last: String {
        let number = errno
        let text = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
