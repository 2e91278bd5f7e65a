#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A lock and the condition that its owners wait for.
///
/// Sendable since POSIX mutexes and conditions are made to be shared, and the pointers never change.
@safe
final class Monitor: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>

    init() {
        unsafe mutex = .allocate(capacity: 1)
        unsafe condition = .allocate(capacity: 1)
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe condition.initialize(to: pthread_cond_t())
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(condition, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(condition)
        unsafe pthread_mutex_destroy(mutex)
        unsafe condition.deallocate()
        unsafe mutex.deallocate()
    }

    func lock() { unsafe _ = pthread_mutex_lock(mutex) }
    func unlock() { unsafe _ = pthread_mutex_unlock(mutex) }
    /// Gives the lock up until somebody wakes the waiting ones.
    func wait() { unsafe _ = pthread_cond_wait(condition, mutex) }
    func wakeAll() { unsafe _ = pthread_cond_broadcast(condition) }
}

/// Runs the same work on several threads.
enum Workers {
    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs `body` on this thread and `count - 1` others, and returns when all are done. Where the system gives
    /// fewer threads, the work is done by those.
    static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
        let work = Work(body)
        var threads: [pthread_t] = []
        for _ in 1..<max(count, 1) {
            if let thread = start(work) { threads.append(thread) }
        }
        body()
        for thread in threads {
            #if canImport(Darwin)
                unsafe _ = pthread_join(thread, nil)
            #else
                pthread_join(thread, nil)
            #endif
        }
    }

    private static func start(_ work: Work) -> pthread_t? {
        let context = unsafe Unmanaged.passRetained(work)
        #if canImport(Darwin)
            var thread: pthread_t?
            let result = unsafe pthread_create(
                &thread, nil, { context in unsafe Workers.enter(context) }, context.toOpaque())
            let started = thread
        #else
            var thread = pthread_t()
            let result = unsafe pthread_create(
                &thread, nil, { context in unsafe Workers.enter(context) }, context.toOpaque())
            let started: pthread_t? = thread
        #endif
        guard result == 0 else {
            unsafe context.release()
            return nil
        }
        return started
    }

    /// Where a new thread begins.
    private static func enter(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let context = unsafe context {
            unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        }
        return nil
    }
}
