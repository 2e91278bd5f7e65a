package import Engine
import Synchronization

/// How far a run has come, on the last line of a terminal. It comes when a run takes over a second, is written anew a
/// few times a second, and goes when the run ends.
package final class ProgressLine: Sendable {
    private struct State {
        var nextUpdate: UInt64
        var isShown = false
    }

    private static let delay: UInt64 = 1_000_000_000
    private static let interval: UInt64 = 100_000_000

    private let stream: ConsoleStream
    private let now: @Sendable () -> UInt64
    private let start: UInt64
    private let state: Mutex<State>

    /// A line on standard error, or nil where nobody would see it.
    package init?(in context: CommandContext) {
        guard context.errors.isTerminal, context.environment("TERM") != "dumb" else { return nil }
        stream = context.errors
        now = context.now
        start = context.now()
        state = Mutex(State(nextUpdate: start + Self.delay))
    }

    /// Hears how far the run has come; any thread may say so, any number of times.
    package func update(_ progress: RunProgress) {
        let time = now()
        state.withLock { state in
            guard time >= state.nextUpdate else { return }
            state.nextUpdate = time + Self.interval
            state.isShown = true
            stream.write("\r\u{1B}[K\(text(progress, nanoseconds: time - start))")
            stream.flush()
        }
    }

    /// Takes the line away. Must be called before anything else is written.
    package func erase() {
        state.withLock { state in
            guard state.isShown else { return }
            state.isShown = false
            stream.write("\r\u{1B}[K")
            stream.flush()
        }
    }

    private func text(_ progress: RunProgress, nanoseconds: UInt64) -> String {
        let lines = "\(NumberText.grouped(progress.events)) lines"
        let rate = NumberText.rate(progress.events, nanoseconds: nanoseconds).map { ", \($0) a second" } ?? ""
        guard let total = progress.bytesTotal, total > 0, progress.bytesRead <= total else { return lines + rate }
        let rest = Int128(nanoseconds) * Int128(total - progress.bytesRead) / Int128(max(1, progress.bytesRead))
        let seconds = Int(clamping: rest / 1_000_000_000)
        let left = seconds < 60 ? "\(seconds) s" : "\(NumberText.grouped(seconds / 60)) min \(seconds % 60) s"
        return "\(NumberText.share(progress.bytesRead, of: total)), \(lines)\(rate), \(left) left"
    }
}
