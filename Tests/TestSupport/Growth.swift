import Foundation

/// How the cost of something grows with its size, in processor time of this thread: how busy the machine is, and how
/// fast, does not matter.
package enum Growth {
    /// What is four times as large may cost eight times as much: quadratic cost would be sixteen times.
    package static let linear = 8.0

    /// How many times as much something of four times the size costs. The cheapest of three runs counts for each size;
    /// of the large one no more are made than are needed to see that it is linear.
    package static func ofFourfold(_ size: Int, _ work: (Int) -> Void) -> Double {
        let small = (0..<3).map { _ in cost(size, work) }.min() ?? 0
        var growth = Double.infinity
        for _ in 0..<3 where growth >= linear {
            growth = min(growth, Double(cost(size * 4, work)) / Double(max(1, small)))
        }
        return growth
    }

    private static func cost(_ size: Int, _ work: (Int) -> Void) -> UInt64 {
        let start = processorTime()
        work(size)
        return processorTime() - start
    }

    /// Nanoseconds that this thread has computed.
    private static func processorTime() -> UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
