/// `bankrules help`: the pages made from the table of commands.
package enum HelpCommand {
    package static func run(_ options: HelpOptions, in context: CommandContext) -> ExitCode {
        let style = context.style(.auto, on: context.output)
        if options.isManual {
            context.output.write(ManualPage.text)
        } else if let topic = options.topic {
            context.output.write(HelpPage.command(CommandTable.specification(of: topic), style))
        } else {
            context.output.write(HelpPage.program(style))
        }
        return .success
    }
}
