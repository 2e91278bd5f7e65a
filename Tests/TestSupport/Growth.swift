import Foundation

/// How the cost of something grows with its size, in processor time of this thread: how busy the machine is, and how
/// fast, does not matter.
package enum Growth {
    /// What is four times as large may cost eight times as much: quadratic cost would be sixteen times.
    package static let linear = 8.0

    /// How many times as much something of four times the size costs. The cheapest of three runs counts for each size.
    package static func ofFourfold(_ size: Int, _ work: (Int) -> Void) -> Double {
        Double(cost(size * 4, work)) / Double(max(1, cost(size, work)))
    }

    private static func cost(_ size: Int, _ work: (Int) -> Void) -> UInt64 {
        (0..<3).map { _ in
            let start = processorTime()
            work(size)
            return processorTime() - start
        }.min() ?? 0
    }

    /// Nanoseconds that this thread has computed.
    private static func processorTime() -> UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
