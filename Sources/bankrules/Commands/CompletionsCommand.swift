/// `bankrules completions`: a script for a shell.
package enum CompletionsCommand {
    package static func run(_ shell: Shell, in context: CommandContext) -> ExitCode {
        context.output.write(CompletionScript.text(for: shell))
        return .success
    }
}
