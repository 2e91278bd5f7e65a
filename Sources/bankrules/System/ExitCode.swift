/// What the program's exit status says; the numbers from 64 on are those of `sysexits.h`.
package enum ExitCode: Int32, CaseIterable, Comparable, Sendable {
    /// Done.
    case success = 0
    /// Done, and found what the user asked to be told of: a changed decision, a rejected line, a warning.
    case finding = 1
    /// The command line makes no sense.
    case usage = 2
    /// The rules have errors, or not one line of the input is a transaction.
    case badRules = 65
    /// An input is missing or can't be opened.
    case inputMissing = 66
    /// A plugin can't be used.
    case unusablePlugin = 69
    /// A fault of this program: what it found can't be.
    case internalError = 70
    /// Reading or writing failed.
    case inputOutput = 74
    /// Ended by SIGHUP, as shells count it: its terminal was closed.
    case hungUp = 129
    /// Ended by SIGINT, as shells count it.
    case interrupted = 130
    /// Ended by SIGTERM, as shells count it.
    case terminated = 143

    /// Data that is wrong has one number, whatever it is.
    package static let badInput = badRules

    package static func < (left: ExitCode, right: ExitCode) -> Bool {
        left.rawValue < right.rawValue
    }
}
