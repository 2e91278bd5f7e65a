#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Makes inputs: long ones to measure with, and the repository's own `input.txt`.
@main
enum Generate {
    static func main() {
        guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
            complain(Arguments.usage)
            exit(2)
        }
        do throws(WriteFailed) {
            var writer = LineWriter()
            switch arguments {
            case .history(let history):
                try history.forEach { transaction throws(WriteFailed) in try writer.add(transaction) }
            case .sample(let seed):
                for transaction in Sample(seed: seed).transactions() { try writer.add(transaction) }
            }
            try writer.flush()
        } catch {
            complain("generate: cannot write to standard output\n")
            exit(74)
        }
    }

    private static func complain(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            _ = unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        }
    }
}
