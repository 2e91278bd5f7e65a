package import Engine

/// What every command that decides an input does with the engine: its settings, and its failures in the program's
/// words.
package enum EngineRun {
    /// More threads than these gain nothing: the longest stages take chunks one at a time.
    private static let usefulThreads = 4

    /// The settings of a run over a file.
    package static func configuration(
        _ policies: [Policy], _ input: InputFile, in context: CommandContext
    ) throws(CommandFailure) -> Runner.Configuration {
        let source = DescriptorSource(input.descriptor.number, wake: ShutdownSignal.wakeDescriptor)
        var configuration = Runner.Configuration(programs: policies.map(\.program), source: source)
        configuration.threads = min(context.processors, usefulThreads)
        configuration.logLevels = try logLevels(in: context)
        configuration.shouldStop = { ShutdownSignal.requested != nil }
        return configuration
    }

    /// Runs what may fail in the engine's way.
    package static func perform<Result>(
        _ body: () throws(CriticalError) -> Result
    ) throws(CommandFailure) -> Result {
        do {
            return try body()
        } catch {
            let code: ExitCode
            switch error.kind {
            case .input, .output: code = .inputOutput
            case .memory, .limit, .inconsistency: code = .internalError
            }
            throw .failed(code, TerminalText.escape(error.message))
        }
    }

    /// Says so, whatever else is said, if an input has lines and not one of them is a transaction: it is probably
    /// another file than was meant, or in another form. `command` is what the next one that is proposed begins with.
    package static func reportsUnreadable(
        _ input: InputFile, _ summary: RunSummary, command: String, in context: CommandContext
    ) -> Bool {
        guard summary.transactions == 0, let first = summary.rejectsByReason.max(by: { $0.count < $1.count }) else {
            return false
        }
        let isOne = summary.rejected == 1
        let lines = isOne ? "the only line" : "not one of \(NumberText.grouped(summary.rejected)) lines"
        let message = "\(lines) of \(input.quoted) is \(isOne ? "not " : "")a transaction"
        // A line that is an object, with another mistake, tells more than a first line of another form.
        let hasObject = summary.rejectsByReason.contains { RejectCode(rawValue: $0.code)?.isOfObject ?? true }
        if !hasObject, let form = InputForm(firstLine: summary.firstReject) {
            context.report("\(message): \(form.advice(for: input, command: command))")
        } else {
            let line = isOne ? ": " : "; line \(first.firstLine) was rejected: "
            context.report(message + line + TerminalText.escape(first.firstReason))
        }
        return true
    }

    /// Ends a command whose run was asked to stop.
    package static func checkStop() throws(CommandFailure) {
        if let signal = ShutdownSignal.requested { throw .stopped(signal) }
    }

    /// `LOG_LEVEL` for all modules and, for example, `ACCOUNT_LOG_LEVEL` for one; lines go to standard error at once.
    private static func logLevels(in context: CommandContext) throws(CommandFailure) -> LogLevels {
        let common = try level("LOG_LEVEL", in: context)
        var byModule: [String: Logger.Level] = [:]
        for module in LogLevels.modules {
            byModule[module] = try level("\(module.uppercased())_LOG_LEVEL", in: context)
        }
        let errors = context.errors
        return LogLevels(common: common, byModule: byModule) { line in
            errors.writeLine(TerminalText.escape(line))
            errors.flush()
        }
    }

    private static func level(
        _ variable: String, in context: CommandContext
    ) throws(CommandFailure) -> Logger.Level? {
        guard let text = context.environment(variable), !text.isEmpty else { return nil }
        if let level = Logger.Level.allCases.first(where: { $0.name == text.lowercased() }) { return level }
        let names = Logger.Level.allCases.map(\.name).joined(separator: ", ")
        throw .failed(.usage, "\(variable) is `\(TerminalText.escape(text))`; expected one of \(names)")
    }
}
