/// Why a command ends before it is done.
package enum CommandFailure: Error, Equatable, Sendable {
    /// The command line makes no sense.
    case usage(UsageError)
    /// Something went wrong: the exit status and the sentence.
    case failed(ExitCode, String)
    /// Something went wrong that has been reported already.
    case reported(ExitCode)
    /// The user asked to stop; what that means for files, where it means something.
    case stopped(ShutdownSignal, leaving: String? = nil)

    /// Says on standard error what there is to say, and answers with the exit status.
    package func report(in context: CommandContext) -> ExitCode {
        switch self {
        case .usage(let error):
            context.report(error.message)
            context.errors.writeLine(error.hint)
            return .usage
        case .failed(let code, let message):
            context.report(message)
            return code
        case .reported(let code): return code
        case .stopped(let signal, let files):
            context.report("stopped by \(signal.name) before the end" + (files.map { "; \($0)" } ?? ""))
            return signal.exitCode
        }
    }

    /// The same, and of a stop what it means for files.
    package func leaving(_ files: String?) -> CommandFailure {
        if case .stopped(let signal, nil) = self { .stopped(signal, leaving: files) } else { self }
    }
}
