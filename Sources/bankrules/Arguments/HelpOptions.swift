/// `bankrules help`.
package struct HelpOptions: Equatable, Sendable {
    /// The command to show, or the page of the program.
    package let topic: CommandName?
    package let isManual: Bool

    package init(topic: CommandName?, isManual: Bool) {
        self.topic = topic
        self.isManual = isManual
    }

    init(_ typed: TypedCommandLine) throws(UsageError) {
        isManual = typed.has("man")
        guard !typed.operands.isEmpty else {
            topic = nil
            return
        }
        let word = try typed.operand()
        guard let name = CommandName(rawValue: word) else { throw .unknownCommand(word) }
        topic = name
    }
}
