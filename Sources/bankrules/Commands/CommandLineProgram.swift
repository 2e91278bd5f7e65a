/// The program from its arguments to its exit status.
package enum CommandLineProgram {
    /// Obeys a command line.
    package static func run(_ arguments: [String], in context: CommandContext) -> ExitCode {
        var code: ExitCode
        do throws(CommandFailure) {
            code = try obey(arguments, in: context)
        } catch {
            code = error.report(in: context)
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

    private static func obey(_ arguments: [String], in context: CommandContext) throws(CommandFailure) -> ExitCode {
        switch try invocation(arguments) {
        case .run(let options):
            return try writing { () throws(CommandFailure) in try RunCommand.run(options, in: context) }
        case .check(let options): return try CheckCommand.run(options, in: context)
        case .format(let options): return try FormatCommand.run(options, in: context)
        case .test(let options): return try TestCommand.run(options, in: context)
        case .explain(let options): return try ExplainCommand.run(options, in: context)
        case .dryRun(let options):
            guard options.changes != nil else { return try DryRunCommand.run(options, in: context) }
            return try writing { () throws(CommandFailure) in try DryRunCommand.run(options, in: context) }
        case .help(let options): return HelpCommand.run(options, in: context)
        case .version: return VersionCommand.run(in: context)
        case .completions(let shell): return CompletionsCommand.run(shell, in: context)
        }
    }

    /// Runs a command that puts the files it writes in their places at its end.
    private static func writing(
        _ command: () throws(CommandFailure) -> ExitCode
    ) throws(CommandFailure) -> ExitCode {
        do {
            return try command()
        } catch {
            throw error.leaving("no output file was changed")
        }
    }

    private static func invocation(_ arguments: [String]) throws(CommandFailure) -> Invocation {
        do {
            return try Invocation(arguments)
        } catch {
            throw .usage(error)
        }
    }
}
