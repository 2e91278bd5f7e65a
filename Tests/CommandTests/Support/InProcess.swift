import bankrules

/// What a command did: its exit status, and what it said.
struct Transcript {
    let code: ExitCode
    let output: String
    let errors: String

    /// All of it as one text.
    var text: String {
        "exit \(code.rawValue)\n--- standard output\n\(output)--- standard error\n\(errors)"
    }
}

/// Obeys a command line within this process.
func obey(
    _ arguments: [String], environment: [String: String] = [:], isTerminal: Bool = false
) -> Transcript {
    let output = ConsoleStream(keepingAsTerminal: isTerminal)
    let errors = ConsoleStream(keepingAsTerminal: isTerminal)
    let context = CommandContext(
        output: output, errors: errors, standardInput: Descriptor(-1), standardOutput: Descriptor(-1),
        environment: { environment[$0] }, now: { 0 }, processors: 2)
    let code = CommandLineProgram.run(arguments, in: context)
    return Transcript(code: code, output: output.kept, errors: errors.kept)
}
