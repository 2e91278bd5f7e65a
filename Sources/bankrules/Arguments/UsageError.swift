/// What makes a command line one that can't be obeyed. What it says to people stands in `UsageError+Message.swift`.
package enum UsageError: Error, Equatable, Sendable {
    case unknownCommand(String)
    /// A word after `bankrules` or `bankrules run`, which takes none.
    case unexpectedOperand(CommandName, String)
    case missingOperand(CommandName)
    case operandNotAmong(CommandName, String, [String])
    /// `-` among the operands more than once.
    case repeatedStandardInput(CommandName)
    case unknownOption(CommandName, String)
    /// The word that stands where the value should, if any.
    case missingValue(CommandName, option: String, found: String?)
    case unexpectedValue(CommandName, option: String, value: String)
    case emptyValue(CommandName, option: String)
    case valueNotAmong(CommandName, option: String, value: String, [String])
    case valueNotInteger(CommandName, option: String, value: String, ClosedRange<Int>)
    case valueNotDuration(CommandName, option: String, value: String)
    case repeatedOption(CommandName, option: String)
    case missingOption(CommandName, option: String)
    /// Two options that make no sense together, as they are typed.
    case excludedOptions(CommandName, String, String)
    /// Two files of one run are the same one. The roles are as `--output`, the path as it was typed.
    case sameFile(CommandName, String, String, path: String)

    /// The command whose help page helps.
    package var command: CommandName? {
        switch self {
        case .unknownCommand: nil
        case .unexpectedOperand(let command, _), .missingOperand(let command), .operandNotAmong(let command, _, _),
            .repeatedStandardInput(let command),
            .unknownOption(let command, _), .missingValue(let command, _, _), .unexpectedValue(let command, _, _),
            .emptyValue(let command, _), .valueNotAmong(let command, _, _, _),
            .valueNotInteger(let command, _, _, _), .valueNotDuration(let command, _, _),
            .repeatedOption(let command, _), .missingOption(let command, _), .excludedOptions(let command, _, _),
            .sameFile(let command, _, _, _):
            command
        }
    }
}
