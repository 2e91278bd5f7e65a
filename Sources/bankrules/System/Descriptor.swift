#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why a call to the system failed.
package struct SystemFailure: Error, Equatable, Sendable {
    package let number: Int32

    package init(_ number: Int32) {
        self.number = number
    }

    /// What the last call of this thread failed with.
    static var last: SystemFailure { SystemFailure(errno) }

    package static let missing = SystemFailure(ENOENT)
    package static let exists = SystemFailure(EEXIST)
    package static let interrupted = SystemFailure(EINTR)
    package static let brokenPipe = SystemFailure(EPIPE)
    package static let isDirectory = SystemFailure(EISDIR)

    /// The system's words, as they stand within a sentence: `no space left on device`.
    package var words: String {
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        let words = unsafe String(cString: text)
        return words.prefix(1).lowercased() + words.dropFirst()
    }
}

/// What is known of a file without reading it.
package struct FileStatus: Equatable, Sendable {
    /// What sort of file it is.
    package enum Kind: Equatable, Sendable {
        case regular
        case directory
        case characterDevice
        /// A pipe, a socket, a block device.
        case other
    }

    package let device: UInt64
    package let inode: UInt64
    package let kind: Kind
    /// The bits that say who may do what.
    package let permissions: UInt32
    package let size: Int

    fileprivate init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        permissions = UInt32(status.st_mode) & 0o7777
        size = Int(status.st_size)
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .regular
        case S_IFDIR: kind = .directory
        case S_IFCHR: kind = .characterDevice
        default: kind = .other
        }
    }
}

/// An open file, and all that is asked of the system about files. Errors are values; a call that a signal interrupted
/// is made again.
package struct Descriptor: Equatable, Sendable {
    package let number: Int32

    package init(_ number: Int32) {
        self.number = number
    }

    package static let standardInput = Descriptor(0)
    package static let standardOutput = Descriptor(1)
    package static let standardError = Descriptor(2)

    /// Opens a file to read it. A signal ends the wait for the other side of a pipe.
    package static func open(reading path: String) throws(SystemFailure) -> Descriptor {
        try open(path, O_RDONLY | O_CLOEXEC)
    }

    /// Opens what already exists, to write from its beginning; a regular file is emptied only if `truncates`.
    package static func open(writing path: String, truncates: Bool) throws(SystemFailure) -> Descriptor {
        try open(path, O_WRONLY | O_CLOEXEC | (truncates ? O_TRUNC : 0))
    }

    /// Makes a file that didn't exist.
    package static func create(_ path: String) throws(SystemFailure) -> Descriptor {
        try open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
    }

    private static func open(_ path: String, _ flags: Int32) throws(SystemFailure) -> Descriptor {
        #if canImport(Darwin)
            let number = unsafe Darwin.open(path, flags, 0o666)
        #elseif canImport(Musl)
            let number = unsafe Musl.open(path, flags, 0o666)
        #else
            let number = unsafe Glibc.open(path, flags, 0o666)
        #endif
        guard number >= 0 else { throw SystemFailure.last }
        return Descriptor(number)
    }

    /// Whether anything is open under the number.
    package var isOpen: Bool {
        fcntl(number, F_GETFD) >= 0
    }

    package var isTerminal: Bool {
        isatty(number) == 1
    }

    /// The status of what is open, whatever its path leads to by now.
    package func status() throws(SystemFailure) -> FileStatus {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw SystemFailure.last }
        return FileStatus(status)
    }

    /// The status of what a path leads to, through links.
    package static func status(of path: String) throws(SystemFailure) -> FileStatus {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw SystemFailure.last }
        return FileStatus(status)
    }

    /// Writes all bytes.
    package func write(_ bytes: [UInt8]) throws(SystemFailure) {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes[start...].withUnsafeBytes { (rest) -> Int in
                #if canImport(Darwin)
                    unsafe Darwin.write(number, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                    unsafe Musl.write(number, rest.baseAddress, rest.count)
                #else
                    unsafe Glibc.write(number, rest.baseAddress, rest.count)
                #endif
            }
            if written >= 0 {
                start += written
            } else if errno == EAGAIN {
                wait(for: POLLOUT)
            } else if errno != EINTR {
                throw SystemFailure.last
            }
        }
    }

    /// Waits until a pipe that its owner made non-blocking is ready, or fails.
    private func wait(for event: Int32) {
        var request = pollfd(fd: number, events: Int16(event), revents: 0)
        _ = unsafe poll(&request, 1, -1)
    }

    /// Reads all there is, but hardly more than `limit` bytes. A request to stop ends the wait for them.
    package func readAll(limit: Int) throws(SystemFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            guard waitForInput() else { throw SystemFailure.interrupted }
            let count = unsafe buffer.withUnsafeMutableBytes { (space) -> Int in
                unsafe read(number, space.baseAddress, space.count)
            }
            if count == 0 { break }
            if count > 0 {
                bytes += buffer[..<count]
            } else if errno != EINTR {
                throw SystemFailure.last
            }
        }
        return bytes
    }

    /// Waits until there is something to read, or the end; `false` if a stop was requested first. That a terminal was
    /// closed is such a request: the rest never comes, and the signal that says so may come later than the end.
    private func waitForInput() -> Bool {
        guard let wake = ShutdownSignal.wakeDescriptor else { return true }
        var requests = [
            pollfd(fd: number, events: Int16(POLLIN), revents: 0), pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
        ]
        while unsafe poll(&requests, nfds_t(requests.count), -1) < 0, errno == EINTR {}
        if requests[0].revents & Int16(POLLHUP) != 0, (try? status())?.kind == .characterDevice {
            ShutdownSignal.noteHangUp()
        }
        return requests[1].revents == 0 && ShutdownSignal.requested == nil
    }

    /// Sets who may do what with the file, whatever the process's mask is.
    package func setPermissions(_ bits: UInt32) throws(SystemFailure) {
        guard fchmod(number, mode_t(bits)) == 0 else { throw SystemFailure.last }
    }

    /// Closes it, once: after a failure too it is closed.
    package func close() throws(SystemFailure) {
        #if canImport(Darwin)
            let result = Darwin.close(number)
        #elseif canImport(Musl)
            let result = Musl.close(number)
        #else
            let result = Glibc.close(number)
        #endif
        guard result == 0 || errno == EINTR else { throw SystemFailure.last }
    }

    // MARK: Names

    /// Puts a file in the place of another at one moment; both lie in one file system.
    package static func rename(_ old: String, to new: String) throws(SystemFailure) {
        #if canImport(Darwin)
            let result = unsafe Darwin.rename(old, new)
        #elseif canImport(Musl)
            let result = unsafe Musl.rename(old, new)
        #else
            let result = unsafe Glibc.rename(old, new)
        #endif
        guard result == 0 else { throw SystemFailure.last }
    }

    /// Removes a name; one that isn't there is no failure.
    package static func remove(_ path: String) {
        _ = unsafe unlink(path)
    }

    /// The path without links, of a file that exists. Nil too where that is no UTF-8: another file could have its name.
    package static func resolve(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(validatingCString: resolved)
    }
}

/// What the process knows of its surroundings.
package enum System {
    /// A variable of the environment; nil where it is not set.
    package static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// A clock that only goes forward, in nanoseconds.
    package static var nanoseconds: UInt64 {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return 0 }
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    package static var processors: Int {
        max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    package static var processID: Int32 { getpid() }

    /// Ends the process.
    package static func end(_ code: ExitCode) -> Never {
        ExitGuard.allowEnd()
        exit(code.rawValue)
    }
}
