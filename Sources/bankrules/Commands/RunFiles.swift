package import Engine

/// The files of a run, opened together: the input, and each output that is wanted. Nothing is left behind of a run that
/// is not completed.
package struct RunFiles {
    package let input: InputFile
    package let output: OutputFile
    package let explanations: OutputFile?
    package let rejects: OutputFile?
    package let accounts: OutputFile?

    /// Opens them, unless two of them are one file.
    package static func open(
        _ options: RunOptions, policy: Policy, in context: CommandContext
    ) throws(CommandFailure) -> RunFiles {
        let outputs: [(option: String, place: OutputPlace?)] = [
            ("--output", options.output), ("--explanations", options.explanations), ("--rejects", options.rejects),
            ("--accounts", options.accounts),
        ]
        var roles = FileRoles(.run)
        roles.addRules("--rules", options.rules, policy, standardInput: context.standardInput)
        roles.addPlugins(options.plugins)
        roles.addInput("--input", options.input, standardInput: context.standardInput)
        for (option, place) in outputs {
            if let place { try roles.addOutput(option, place, standardOutput: context.standardOutput) }
        }
        let input = try InputFile.open(options.input, option: "--input", standardInput: context.standardInput)
        let opened = try OutputFile.open(outputs.map(\.place), standardOutput: context.standardOutput)
        guard let output = opened[0] else { throw .failed(.internalError, "the decisions have no place") }
        return RunFiles(
            input: input, output: output, explanations: opened[1], rejects: opened[2], accounts: opened[3])
    }

    /// The decisions last: where they are new, what explains them is.
    private var outputs: [OutputFile] {
        [accounts, rejects, explanations, output].compactMap { $0 }
    }

    /// Puts all outputs in their places: now they are complete.
    package func commit() throws(CommandFailure) {
        try OutputFile.commit(outputs)
    }

    /// Takes back what was written.
    package func discard() {
        outputs.forEach { $0.discard() }
    }

    /// Where the outputs are, for the summary: `decisions in output.txt`.
    package var places: [String] {
        [("decisions", output), ("explanations", explanations), ("rejected lines", rejects), ("accounts", accounts)]
            .compactMap { what, file in file.map { "\(what) \($0.place)" } }
    }
}
