import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The request to stop that SIGINT, SIGTERM and SIGHUP make. A run looks at it between pieces of work, finishes what it has
/// read, and ends.
package enum ShutdownSignal: Int32, Sendable {
    case interrupt
    case terminate
    case hangUp

    private static let noted = Atomic<Int32>(-1)
    private static let wakeReader = Atomic<Int32>(-1)
    private static let wakeWriter = Atomic<Int32>(-1)

    /// The signal that asked to stop, if one did.
    package static var requested: ShutdownSignal? {
        ShutdownSignal(rawValue: noted.load(ordering: .acquiring))
    }

    /// A descriptor that can be read once a stop was requested: who waits for input waits for it too. Nil before
    /// `install`.
    package static var wakeDescriptor: Int32? {
        let number = wakeReader.load(ordering: .relaxed)
        return number >= 0 ? number : nil
    }

    /// Catches the signals that ask to stop, and ignores those that would end the process in the middle of a write:
    /// the write fails instead, and is reported.
    ///
    /// The second signal of a kind ends the process at once, should the first have no effect.
    package static func install() {
        // Named once here, so that a handler never is the first to.
        noted.store(-1, ordering: .relaxed)
        var ends: [Int32] = [-1, -1]
        if unsafe pipe(&ends) == 0 {
            for end in ends {
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
            }
            wakeReader.store(ends[0], ordering: .relaxed)
            wakeWriter.store(ends[1], ordering: .relaxed)
        }
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
        catchOnce(SIGINT) { _ in ShutdownSignal.note(.interrupt) }
        catchOnce(SIGTERM) { _ in ShutdownSignal.note(.terminate) }
        catchOnce(SIGHUP) { _ in ShutdownSignal.note(.hangUp) }
    }

    /// Notes that the terminal was closed, where that is known before the signal comes.
    static func noteHangUp() { note(.hangUp) }

    /// Runs in the signal's handler: touches atomics and calls `write`, both of which are allowed there.
    private static func note(_ request: ShutdownSignal) {
        let before = errno
        noted.store(request.rawValue, ordering: .releasing)
        var byte: UInt8 = 0
        _ = unsafe write(wakeWriter.load(ordering: .relaxed), &byte, 1)
        errno = before
    }

    /// What is ignored stays so: SIGINT in a background job of a shell without job control, SIGHUP under `nohup`.
    private static func catchOnce(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
        var before = sigaction()
        guard unsafe sigaction(number, nil, &before) == 0, !isIgnored(before) else { return }
        var action = sigaction()
        #if canImport(Darwin)
            unsafe action.__sigaction_u.__sa_handler = handler
        #else
            unsafe action.__sigaction_handler.sa_handler = handler
        #endif
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
        _ = unsafe sigaction(number, &action, nil)
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        #if canImport(Darwin)
            let handler = unsafe action.__sigaction_u.__sa_handler
        #else
            let handler = unsafe action.__sigaction_handler.sa_handler
        #endif
        return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// What the program exits with.
    package var exitCode: ExitCode {
        switch self {
        case .interrupt: .interrupted
        case .terminate: .terminated
        case .hangUp: .hungUp
        }
    }

    /// Its name, as people know it.
    package var name: String {
        switch self {
        case .interrupt: "SIGINT"
        case .terminate: "SIGTERM"
        case .hangUp: "SIGHUP"
        }
    }
}
