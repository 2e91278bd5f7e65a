/// The program's entry point.
@main
struct Bankrules {
    static func main() {
        let streams: [(Descriptor, String)] = [
            (.standardError, "standard error"), (.standardInput, "standard input"),
            (.standardOutput, "standard output"),
        ]
        // A file that is opened while one of them is closed would get its number, and its content.
        if let (_, name) = streams.first(where: { !$0.0.isOpen }) {
            if Descriptor.standardError.isOpen {
                try? Descriptor.standardError.write(
                    Array("bankrules: \(name) is closed; open it, to /dev/null at least\n".utf8))
            }
            System.end(.inputOutput)
        }
        let arguments = Array(CommandLine.arguments.dropFirst())
        PluginTrial.obey(arguments)
        ShutdownSignal.install()
        System.end(CommandLineProgram.run(arguments, in: .process))
    }
}
