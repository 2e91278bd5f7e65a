internal import Engine
internal import RulesDSL

/// `bankrules run`: decides an input, writes the decisions and their explanations, and says what it did.
package struct RunCommand {
    private let options: RunOptions
    private let context: CommandContext
    private let policy: Policy

    /// Decides the input. Where that fails, no file is left or replaced.
    package static func run(_ options: RunOptions, in context: CommandContext) throws(CommandFailure) -> ExitCode {
        let loader = try PolicyLoader(
            plugins: options.plugins, allowedPaths: options.allowedPaths, color: options.color, in: context)
        let policy = try loader.load(options.rules, option: "--rules")
        return try RunCommand(options: options, context: context, policy: policy).run()
    }

    private func run() throws(CommandFailure) -> ExitCode {
        let files = try RunFiles.open(options, policy: policy, in: context)
        let start = context.now()
        let summary: RunSummary
        do {
            summary = try decide(files)
            try EngineRun.checkStop()
            try files.commit()
        } catch {
            files.discard()
            throw error
        }
        report(summary, files, nanoseconds: context.now() - start)
        if EngineRun.reportsUnreadable(files.input, summary, command: "run", in: context) { return .badInput }
        return options.failsOnReject && summary.rejected > 0 ? .finding : .success
    }

    private func decide(_ files: RunFiles) throws(CommandFailure) -> RunSummary {
        var configuration = try EngineRun.configuration([policy], files.input, in: context)
        if let threads = options.threads { configuration.threads = threads }
        if let chunkSize = options.chunkSize { configuration.chunkSize = chunkSize }
        configuration.maximumLead = options.maximumLead
        configuration.recordedFacts = files.explanations == nil ? .ofAccepted : .all
        let progress = options.isQuiet ? nil : ProgressLine(in: context)
        configuration.progress = progress.map { line in { line.update($0) } }
        defer { progress?.erase() }
        return try EngineRun.perform { () throws(CriticalError) in
            let runner = try Runner(configuration)
            write(ResultLines(policy.program), files.output, runner)
            if let file = files.explanations { write(ExplanationLines(policy.program), file, runner) }
            if let file = files.rejects { write(RejectLines(policy.program), file, runner) }
            guard let file = files.accounts else { return try runner.run()[0] }
            let view = AccountView()
            runner.bus.subscribe(view, to: .transactionsDecided)
            let summary = try runner.run()[0]
            try AccountWriter(policy.program).write(view, to: DescriptorSink(file.descriptor.number), name: file.name)
            return summary
        }
    }

    private func write(_ rendering: some Rendering, _ file: OutputFile, _ runner: Runner) {
        runner.write(rendering, to: DescriptorSink(file.descriptor.number), name: file.name)
    }

    /// The summary: for people on standard error; as JSON on standard output, unless that carries results.
    private func report(_ summary: RunSummary, _ files: RunFiles, nanoseconds: UInt64) {
        let occasion = SummaryText.Occasion(
            policy: policy.name, fingerprint: policy.fingerprint.hexadecimal, currency: policy.currency,
            nanoseconds: nanoseconds, outputs: files.places)
        if options.isJSON {
            let stream = options.writesToStandardOutput ? context.errors : context.output
            stream.write(SummaryJSON.value(summary, occasion).document)
        } else if !options.isQuiet {
            let style = context.style(options.color, on: context.errors)
            context.errors.write(SummaryText(summary, occasion, style: style).text)
        }
    }
}
