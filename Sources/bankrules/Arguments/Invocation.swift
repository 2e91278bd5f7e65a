/// What a command line means: a command with its options, ready to be obeyed.
package enum Invocation: Equatable, Sendable {
    case run(RunOptions)
    case check(CheckOptions)
    case format(FormatOptions)
    case test(TestOptions)
    case explain(ExplainOptions)
    case dryRun(DryRunOptions)
    case help(HelpOptions)
    case version
    case completions(Shell)

    /// Reads the words after the program's name.
    package init(_ arguments: [String]) throws(UsageError) {
        if let request = Self.request(in: arguments) {
            self = request
            return
        }
        let typed = try TypedCommandLine(arguments)
        switch typed.command {
        case .run: self = .run(try RunOptions(typed))
        case .check: self = .check(try CheckOptions(typed))
        case .format: self = .format(try FormatOptions(typed))
        case .test: self = .test(try TestOptions(typed))
        case .explain: self = .explain(try ExplainOptions(typed))
        case .dryRun: self = .dryRun(try DryRunOptions(typed))
        case .help: self = .help(try HelpOptions(typed))
        case .version:
            try typed.expectNoOperands()
            self = .version
        case .completions: self = .completions(try typed.operand(default: nil))
        }
    }

    /// `--help` and `--version` are obeyed whatever else is typed: who asks for help may have mistyped the rest.
    private static func request(in arguments: [String]) -> Invocation? {
        let command = arguments.first.flatMap { CommandName(rawValue: $0) }
        let isNamed = arguments.first?.hasPrefix("-") == false
        for word in arguments {
            switch word {
            case "--": return nil
            case "--help", "-h": return .help(HelpOptions(topic: command, isManual: false))
            case "--version" where !isNamed, "-V" where !isNamed: return .version
            default: continue
            }
        }
        return nil
    }
}

extension TypedCommandLine {
    /// The words that belong to no option, where there must be none.
    func expectNoOperands() throws(UsageError) {
        if let word = operands.first { throw .unexpectedOperand(command, word) }
    }

    /// The words that belong to no option, each a place to read from; there is at least one.
    func inputs() throws(UsageError) -> [InputPlace] {
        guard !operands.isEmpty, !operands.contains("") else { throw .missingOperand(command) }
        let places = operands.map { InputPlace($0) }
        if places.filter({ $0 == .standard }).count > 1 { throw .repeatedStandardInput(command) }
        return places
    }

    /// The one word that belongs to no option.
    func operand() throws(UsageError) -> String {
        guard let word = operands.first else { throw .missingOperand(command) }
        guard operands.count == 1 else { throw .unexpectedOperand(command, operands[1]) }
        guard !word.isEmpty else { throw .missingOperand(command) }
        return word
    }

    /// The one word that belongs to no option, which is one of a few.
    func operand<Choice: RawRepresentable & CaseIterable>(
        default standard: Choice?
    ) throws(UsageError) -> Choice where Choice.RawValue == String {
        if operands.isEmpty, let standard { return standard }
        let word = try operand()
        guard let choice = Choice(rawValue: word) else {
            throw .operandNotAmong(command, word, Choice.allCases.map(\.rawValue))
        }
        return choice
    }
}
