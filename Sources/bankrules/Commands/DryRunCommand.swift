internal import Engine
internal import RulesDSL

/// `bankrules dry-run`: decides history under other rules and compares, transaction by transaction.
package struct DryRunCommand {
    private let options: DryRunOptions
    private let context: CommandContext
    private let old: Policy
    private let new: Policy

    /// Decides the input twice, reading it once. Where that fails, no file is left or replaced.
    package static func run(_ options: DryRunOptions, in context: CommandContext) throws(CommandFailure) -> ExitCode {
        let loader = try PolicyLoader(
            plugins: options.plugins, allowedPaths: options.allowedPaths, color: options.color, in: context)
        let old = try loader.load(options.against, option: "--against")
        let new = try loader.load(options.rules, option: "--rules")
        guard old.currency == new.currency else {
            let currencies = "\(old.currency.code) and \(new.currency.code)"
            throw .failed(.badRules, "the policies are in \(currencies); a dry-run compares policies in one currency")
        }
        let policies = try readingSameLines(old, new, options)
        return try DryRunCommand(options: options, context: context, old: policies.old, new: policies.new).run()
    }

    /// The policies, both deciding lines of which the fields of both are read.
    private static func readingSameLines(
        _ old: Policy, _ new: Policy, _ options: DryRunOptions
    ) throws(CommandFailure) -> (old: Policy, new: Policy) {
        do {
            return try Policy.reading(sameLines: old, new)
        } catch {
            let names = [options.against, options.rules].map { TerminalText.escape($0.name) }
            let why =
                switch error {
                case .types(let path, let old, let new):
                    "`\(TerminalText.escape(path))` is \(old.rawValue) in \(names[0]) and \(new.rawValue) in "
                        + "\(names[1])"
                case .nested(let outer, let inner):
                    "one policy reads the value of `\(TerminalText.escape(outer))`, "
                        + "the other one `\(TerminalText.escape(inner))` inside it"
                }
            throw .failed(.badRules, "\(why); a dry-run reads each line once, for both policies")
        }
    }

    private func run() throws(CommandFailure) -> ExitCode {
        let files = try DryRunFiles.open(options, old: old, new: new, in: context)
        let comparison = ComparisonProjection()
        let summaries: [RunSummary]
        do {
            summaries = try decide(files, comparison)
            try EngineRun.checkStop()
            try files.changes?.commit()
        } catch {
            files.changes?.discard()
            throw error
        }
        let report = DryRunReport(old: summaries[0], new: summaries[1], comparison, old.currency)
        // Changes on standard output are the result; the table then stands beside it.
        let stream = options.changes == .standard ? context.errors : context.output
        if options.isJSON {
            stream.write(report.json((old: old, new: new)).document)
        } else {
            let names = (
                old: TerminalText.escape(options.against.name), new: TerminalText.escape(options.rules.name)
            )
            stream.write(report.text(names, (old: old, new: new), style: context.style(options.color, on: stream)))
        }
        if EngineRun.reportsUnreadable(files.input, summaries[0], command: "dry-run", in: context) { return .badInput }
        return options.failsOnChange && comparison.changed > 0 ? .finding : .success
    }

    private func decide(
        _ files: DryRunFiles, _ comparison: ComparisonProjection
    ) throws(CommandFailure) -> [RunSummary] {
        var configuration = try EngineRun.configuration([old, new], files.input, in: context)
        configuration.maximumLead = options.maximumLead
        configuration.recordedFacts = files.changes == nil ? .ofAccepted : .decisive
        let progress = ProgressLine(in: context)
        configuration.progress = progress.map { line in { line.update($0) } }
        defer { progress?.erase() }
        return try EngineRun.perform { () throws(CriticalError) in
            let runner = try Runner(configuration)
            runner.bus.subscribe(comparison, to: .transactionsDecided)
            if let changes = files.changes {
                let lines = ChangeLines(old: old.program, new: new.program)
                runner.write(lines, to: DescriptorSink(changes.descriptor.number), name: changes.name)
            }
            return try runner.run()
        }
    }
}
