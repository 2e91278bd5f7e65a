/// Where a command lives: its streams, its environment and its clock, all handed in, so that tests hand in others.
package struct CommandContext: Sendable {
    package let output: ConsoleStream
    package let errors: ConsoleStream
    /// What `-` stands for.
    package let standardInput: Descriptor
    package let standardOutput: Descriptor
    package let environment: @Sendable (String) -> String?
    /// A clock that only goes forward, in nanoseconds.
    package let now: @Sendable () -> UInt64
    package let processors: Int

    package init(
        output: ConsoleStream, errors: ConsoleStream, standardInput: Descriptor, standardOutput: Descriptor,
        environment: @escaping @Sendable (String) -> String?, now: @escaping @Sendable () -> UInt64, processors: Int
    ) {
        self.output = output
        self.errors = errors
        self.standardInput = standardInput
        self.standardOutput = standardOutput
        self.environment = environment
        self.now = now
        self.processors = processors
    }

    /// That of the process.
    package static var process: CommandContext {
        CommandContext(
            output: ConsoleStream(.standardOutput), errors: ConsoleStream(.standardError),
            standardInput: .standardInput, standardOutput: .standardOutput, environment: System.environment,
            now: { System.nanoseconds }, processors: System.processors)
    }

    /// How words on a stream stand out: `auto` is on a terminal that has colours, where `NO_COLOR` isn't set.
    package func style(_ choice: ColorChoice, on stream: ConsoleStream) -> TextStyle {
        switch choice {
        case .always: return .ansi
        case .never: return .plain
        case .auto:
            let refuses = environment("NO_COLOR").map { !$0.isEmpty } ?? false
            return stream.isTerminal && !refuses && environment("TERM") != "dumb" ? .ansi : .plain
        }
    }

    /// Says on standard error what went wrong.
    package func report(_ message: String) {
        errors.writeLine("bankrules: \(message)")
    }
}
