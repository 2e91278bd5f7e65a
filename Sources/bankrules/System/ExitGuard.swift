import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Notices when a plugin ends the process by `exit`: what it had been called for would look as if it were done, and
/// done well.
enum ExitGuard {
    private static let mayEnd = Atomic(false)
    private static let isInstalled = Atomic(false)

    /// From now on the process ends as the program wants it, or with a sentence and an exit status of its own.
    static func install() {
        guard !isInstalled.exchange(true, ordering: .relaxed) else { return }
        // Named once here, so that the end of the process never is the first to.
        mayEnd.store(false, ordering: .relaxed)
        atexit {
            guard !ExitGuard.mayEnd.load(ordering: .relaxed) else { return }
            try? Descriptor.standardError.write(
                Array("bankrules: a plugin ended the program before it was done\n".utf8))
            System.endAtOnce(.unusablePlugin)
        }
    }

    /// It is the program itself that ends the process.
    static func allowEnd() {
        mayEnd.store(true, ordering: .relaxed)
    }
}
