/// Says what a module does, for those who operate the program. Where the lines go, and which of them, is handed in:
/// the engine knows no standard error and no environment.
package struct Logger: Sendable {
    /// How much a line matters.
    package enum Level: Int, Sendable, Comparable, CaseIterable {
        /// Every transaction.
        case trace
        /// Every chunk.
        case debug
        /// Beginnings and ends.
        case info
        /// What somebody should look at, such as a rejected line.
        case warn
        /// What stops the run.
        case error

        /// The name, as in `LOG_LEVEL=debug`.
        package var name: String { "\(self)" }

        /// Whether the left one matters less.
        package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// The module's name, which stands in front of each of its lines.
    package let module: String
    private let contexts: [String]
    private let threshold: Level?
    private let sink: @Sendable (String) -> Void

    /// A logger of a module.
    ///
    /// - Parameters:
    ///   - module: The name in front of its lines.
    ///   - threshold: The least level that is said; nothing is without one.
    ///   - sink: Takes each line, without a line end.
    package init(module: String, threshold: Level?, sink: @escaping @Sendable (String) -> Void) {
        self.init(module: module, contexts: [], threshold: threshold, sink: sink)
    }

    private init(module: String, contexts: [String], threshold: Level?, sink: @escaping @Sendable (String) -> Void) {
        self.module = module
        self.contexts = contexts
        self.threshold = threshold
        self.sink = sink
    }

    /// The same logger within an operation: the context stands in front of its lines, behind those around it.
    ///
    /// - Parameter context: What is being done, such as `chunk 3`.
    /// - Returns: A logger for the operation.
    package func within(_ context: String) -> Logger {
        Logger(module: module, contexts: contexts + [context], threshold: threshold, sink: sink)
    }

    /// Whether lines of this level are said; what is costly to tell is worked out only then.
    ///
    /// - Parameter level: The level of the line.
    /// - Returns: `true` if it is at or above the threshold.
    package func says(_ level: Level) -> Bool { threshold.map { level >= $0 } ?? false }

    /// Says a line, if its level is wanted. The message is worked out only then.
    ///
    /// - Parameters:
    ///   - level: How much it matters.
    ///   - message: The line.
    package func log(_ level: Level, _ message: @autoclosure () -> String) {
        guard says(level) else { return }
        let around = contexts.map { "\($0): " }.joined()
        sink("\(level.name) [\(module)] \(around)\(message())")
    }
}

/// The loggers of a run: a level for all modules, and others for some.
package struct LogLevels: Sendable {
    /// The modules that can have a level of their own, as their loggers are called.
    package static let modules = ["reader", "creator", "account", "writer", "runner"]

    private let common: Logger.Level?
    private let byModule: [String: Logger.Level]
    private let sink: @Sendable (String) -> Void

    /// Levels for a run.
    ///
    /// - Parameters:
    ///   - common: The least level that is said, where a module has none of its own; nothing is without either.
    ///   - byModule: The levels of single modules.
    ///   - sink: Takes each line, without a line end. It may be called from several threads.
    package init(
        common: Logger.Level?, byModule: [String: Logger.Level] = [:], sink: @escaping @Sendable (String) -> Void
    ) {
        self.common = common
        self.byModule = byModule
        self.sink = sink
    }

    /// No line at all is said.
    package static let silent = LogLevels(common: nil) { _ in }

    /// The logger of a module.
    ///
    /// - Parameter module: One of `modules`.
    /// - Returns: A logger with the module's level.
    package func logger(_ module: String) -> Logger {
        Logger(module: module, threshold: byModule[module] ?? common, sink: sink)
    }
}
