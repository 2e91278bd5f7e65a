package import Engine

/// The files of a dry-run: the input, and the changed decisions if they are wanted.
package struct DryRunFiles {
    package let input: InputFile
    package let changes: OutputFile?

    /// Opens them, unless the output is one of the files that are read.
    package static func open(
        _ options: DryRunOptions, old: Policy, new: Policy, in context: CommandContext
    ) throws(CommandFailure) -> DryRunFiles {
        var roles = FileRoles(.dryRun)
        roles.addRules("--rules", options.rules, new, standardInput: context.standardInput)
        roles.addRules("--against", options.against, old, standardInput: context.standardInput)
        roles.addPlugins(options.plugins)
        roles.addInput("--input", options.input, standardInput: context.standardInput)
        if let changes = options.changes {
            try roles.addOutput("--changes", changes, standardOutput: context.standardOutput)
        }
        let input = try InputFile.open(options.input, option: "--input", standardInput: context.standardInput)
        let opened = try OutputFile.open([options.changes], standardOutput: context.standardOutput)
        return DryRunFiles(input: input, changes: opened[0])
    }
}
