internal import Engine

/// `bankrules explain`: decides the input again and says why a transaction was decided as it was.
package struct ExplainCommand {
    private let options: ExplainOptions
    private let context: CommandContext
    private let policy: Policy

    /// Explains every transaction with the id; there is nothing to explain where none has it, which is a finding.
    package static func run(_ options: ExplainOptions, in context: CommandContext) throws(CommandFailure) -> ExitCode {
        let loader = try PolicyLoader(
            plugins: options.plugins, allowedPaths: options.allowedPaths, color: options.color, in: context)
        let policy = try loader.load(options.rules, option: "--rules")
        return try ExplainCommand(options: options, context: context, policy: policy).run()
    }

    private func run() throws(CommandFailure) -> ExitCode {
        let input = try InputFile.open(options.input, option: "--input", standardInput: context.standardInput)
        let store = EventStore()
        let rejected = RejectedLines(withID: options.id)
        let summary = try decide(input) { bus in
            bus.subscribe(store, to: .transactionsDecided)
            bus.subscribe(rejected, to: .transactionsRejected)
        }
        try EngineRun.checkStop()
        let matches = store.events(withID: options.id)
        guard !matches.isEmpty else {
            let isRejected = rejected.first != nil
            if !isRejected, EngineRun.reportsUnreadable(input, summary, command: "explain", in: context) {
                return .badInput
            }
            context.report(absence(in: input, rejected))
            return .finding
        }
        let explanations = try explain(matches, in: store)
        if options.isJSON {
            let values = explanations.map { ExplanationJSON(policy.currency).value($0) }
            context.output.write(JSONValue.object([.init("explanations", .array(values))]).document)
        } else {
            show(explanations, of: input)
        }
        return .success
    }

    /// That there is no such transaction, and what there is instead.
    private func absence(in input: InputFile, _ rejected: RejectedLines) -> String {
        let place = TerminalText.escape(input.name)
        let message = "no transaction in \(place) has the id `\(TerminalText.escape(options.id))`"
        guard let line = rejected.first else { return message }
        let which = rejected.count == 1 ? "which has it" : "the first of \(rejected.count) that have it"
        let reason = TerminalText.escape(line.reason.sentence(policy.currency))
        return message + "; line \(line.number), \(which), was rejected: \(reason)"
    }

    private func decide(_ input: InputFile, subscribing: (Bus) -> Void) throws(CommandFailure) -> RunSummary {
        var configuration = try EngineRun.configuration([policy], input, in: context)
        configuration.maximumLead = options.maximumLead
        configuration.recordedFacts = .all
        return try EngineRun.perform { () throws(CriticalError) in
            let runner = try Runner(configuration)
            subscribing(runner.bus)
            return try runner.run()[0]
        }
    }

    private func explain(_ matches: [Event], in store: EventStore) throws(CommandFailure) -> [Explanation] {
        let explainer = Explainer(policy, showsOthers: options.showsAllIDs)
        return try EngineRun.perform { () throws(CriticalError) in try explainer.explain(matches, in: store) }
    }

    /// All matches: an id that occurs more than once is several transactions.
    private func show(_ explanations: [Explanation], of input: InputFile) {
        let places = ExplanationScreen.Places(rules: options.rules.name, input: input.name)
        let style = context.style(options.color, on: context.output)
        for (index, explanation) in explanations.enumerated() {
            if index > 0 { context.output.writeLine() }
            let screen = ExplanationScreen(explanation, places, showsAllIDs: options.showsAllIDs, style: style)
            screen.lines.forEach { context.output.writeLine($0) }
        }
    }
}
