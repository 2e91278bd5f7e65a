/// The program from its arguments to its exit status.
package enum CommandLineProgram {
    /// Obeys a command line.
    package static func run(_ arguments: [String], in context: CommandContext) -> ExitCode {
        var code: ExitCode
        do throws(UsageError) {
            code = try obey(try Invocation(arguments), in: context)
        } catch {
            context.report(error.message)
            context.errors.writeLine(error.hint)
            code = .usage
        }
        if let failure = context.output.flush() {
            // Who has closed the other end of a pipe has read enough and wants to hear no more.
            if failure != .brokenPipe {
                context.report("can't write standard output: \(failure.words)")
            }
            code = max(code, .inputOutput)
        }
        context.errors.flush()
        return code
    }

    private static func obey(_ invocation: Invocation, in context: CommandContext) throws(UsageError) -> ExitCode {
        switch invocation {
        case .run, .explain, .dryRun:
            context.report("this build has no engine")
            return .internalError
        case .check: return .internalError
        case .help(let options): return HelpCommand.run(options, in: context)
        case .version: return VersionCommand.run(in: context)
        case .completions(let shell): return CompletionsCommand.run(shell, in: context)
        }
    }
}
