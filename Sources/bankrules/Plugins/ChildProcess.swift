#if canImport(Glibc)
    // For `environ`, which this program never changes.
    @unsafe @preconcurrency import Glibc
#elseif canImport(Musl)
    @unsafe @preconcurrency import Musl
#else
    import Darwin
#endif

/// A program in a process of its own, with nothing to read, whose standard output somebody waits for.
package struct ChildProcess {
    /// What became of it.
    package enum Outcome: Equatable, Sendable {
        /// What it said, up to the zero byte that ends it.
        case answered([UInt8])
        /// It ended without an answer.
        case exited(Int32)
        case killed(signal: Int32)
        /// It neither answered nor ended in time.
        case late
        /// A request to stop came first.
        case stopped
    }

    /// Longer than any answer.
    private static let answerLimit = 1 << 16

    private let process: pid_t
    private let output: Descriptor

    /// Runs a program until it has answered, has ended or is late. In no case does anything of it go on afterwards.
    package static func outcome(
        of program: String, _ arguments: [String], milliseconds: Int
    ) throws(SystemFailure) -> Outcome {
        let child = try ChildProcess(program, arguments)
        let deadline = System.nanoseconds + UInt64(milliseconds) * 1_000_000
        let outcome = child.answer(until: deadline) ?? child.end(until: deadline)
        // A group: it may have started other processes.
        kill(-child.process, SIGKILL)
        try? child.output.close()
        switch outcome {
        case .exited, .killed: break
        case .answered, .late, .stopped: _ = child.waitForEnd(WaitOption.blocking)
        }
        return outcome
    }

    private init(_ program: String, _ arguments: [String]) throws(SystemFailure) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw SystemFailure.last }
        let writing = Descriptor(ends[1])
        defer { try? writing.close() }
        output = Descriptor(ends[0])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        do throws(SystemFailure) {
            process = try Self.spawn(program, arguments, writing: writing)
        } catch {
            try? output.close()
            throw error
        }
    }

    private static func spawn(
        _ program: String, _ arguments: [String], writing: Descriptor
    ) throws(SystemFailure) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = unsafe posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, writing.number, 1)
        // What it has to say besides, it says again where it is not only tried.
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        let words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        var process: pid_t = 0
        #if canImport(Darwin)
            let environment = unsafe _NSGetEnviron().pointee
        #else
            let environment = unsafe environ
        #endif
        let failure = unsafe posix_spawn(&process, program, &actions, &attributes, words, environment)
        guard failure == 0 else { throw SystemFailure(failure) }
        return process
    }

    /// Reads up to a zero byte; nil where the output ends before one.
    private func answer(until deadline: UInt64) -> Outcome? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while bytes.count < Self.answerLimit {
            var requests = [pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)]
            if let wake = ShutdownSignal.wakeDescriptor {
                requests.append(pollfd(fd: wake, events: Int16(POLLIN), revents: 0))
            }
            let ready = unsafe poll(&requests, nfds_t(requests.count), Self.milliseconds(until: deadline))
            if requests.count > 1, requests[1].revents != 0 { return .stopped }
            if ready == 0 { return .late }
            guard ready > 0 else { continue }
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(output.number, $0.baseAddress, $0.count) }
            guard count > 0 else { return nil }
            if let end = buffer[..<count].firstIndex(of: 0) { return .answered(bytes + buffer[..<end]) }
            bytes += buffer[..<count]
        }
        return nil
    }

    /// Waits for the end of a process whose output has ended, which it mostly does at once.
    private func end(until deadline: UInt64) -> Outcome {
        while true {
            if let status = waitForEnd(WaitOption.asking) {
                let signal = status & 0x7F
                return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
            }
            if ShutdownSignal.requested != nil { return .stopped }
            guard System.nanoseconds < deadline else { return .late }
            // A pause, in which nothing is waited for.
            _ = poll(nil, 0, 5)
        }
    }

    private enum WaitOption {
        static let blocking: Int32 = 0
        static let asking: Int32 = WNOHANG
    }

    /// The status that the process ended with; nil while it hasn't.
    private func waitForEnd(_ option: Int32) -> Int32? {
        var status: Int32 = 0
        while true {
            let found = unsafe waitpid(process, &status, option)
            if found == process { return status }
            if found == 0 || errno != EINTR { return nil }
        }
    }

    private static func milliseconds(until deadline: UInt64) -> Int32 {
        let now = System.nanoseconds
        guard now < deadline else { return 0 }
        return Int32(clamping: (deadline - now) / 1_000_000 + 1)
    }
}

extension System {
    /// What the system calls a signal: `segmentation fault (signal 11)`.
    package static func words(ofSignal number: Int32) -> String {
        guard let text = unsafe strsignal(number) else { return "signal \(number)" }
        let words = unsafe String(cString: text)
        return "\(words.prefix(1).lowercased())\(words.dropFirst()) (signal \(number))"
    }

    /// The file of the program that runs, to start it once more.
    package static var program: String {
        #if canImport(Darwin)
            var size: UInt32 = 4_096
            var path = [CChar](repeating: 0, count: Int(size))
            guard unsafe _NSGetExecutablePath(&path, &size) == 0 else { return CommandLine.arguments[0] }
            return String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #else
            return "/proc/self/exe"
        #endif
    }

    /// Ends the process at once; nothing is called that waits for the end.
    package static func endAtOnce(_ code: ExitCode) -> Never {
        _exit(code.rawValue)
    }

    /// Another descriptor of what one leads to, which leads to nowhere from now on. No program that is started gets it.
    package static func detach(_ descriptor: Descriptor) throws(SystemFailure) -> Descriptor {
        let copy = fcntl(descriptor.number, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw SystemFailure.last }
        let nowhere = try Descriptor.open(writing: "/dev/null", truncates: false)
        defer { try? nowhere.close() }
        guard dup2(nowhere.number, descriptor.number) >= 0 else { throw SystemFailure.last }
        return Descriptor(copy)
    }
}
