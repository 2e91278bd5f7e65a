/// `bankrules version`.
package enum VersionCommand {
    package static func run(in context: CommandContext) -> ExitCode {
        context.output.writeLine("bankrules \(Version.current)")
        return .success
    }
}
