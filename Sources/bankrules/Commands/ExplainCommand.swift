internal import Engine

/// `bankrules explain`: decides the input again and says why a transaction was decided as it was.
package struct ExplainCommand {
    private let options: ExplainOptions
    private let context: CommandContext
    private let policy: Policy

    package static func run(_ options: ExplainOptions, in context: CommandContext) throws(CommandFailure) -> ExitCode {
        let plugins = try PluginSet(options.plugins, in: context)
        let policy = try PolicyLoader.load(
            options.rules, option: "--rules", plugins: plugins, color: options.color, in: context)
        return try ExplainCommand(options: options, context: context, policy: policy).run()
    }

    private func run() throws(CommandFailure) -> ExitCode {
        let input = try InputFile.open(options.input, option: "--input", standardInput: context.standardInput)
        let store = try decide(input)
        try EngineRun.checkStop()
        let matches = store.events(withID: options.id)
        guard !matches.isEmpty else {
            let place = TerminalText.escape(input.name)
            context.report("no transaction in \(place) has the id `\(TerminalText.escape(options.id))`")
            return .finding
        }
        let explanations = try explain(matches, in: store)
        if options.isJSON {
            let values = explanations.map { ExplanationJSON(policy.currency).value($0) }
            context.output.write(JSONValue.object([.init("explanations", .array(values))]).document)
        } else {
            show(explanations)
        }
        return .success
    }

    private func decide(_ input: InputFile) throws(CommandFailure) -> EventStore {
        var configuration = try EngineRun.configuration([policy], input, in: context)
        configuration.maximumLead = options.maximumLead
        configuration.recordsAllFacts = true
        let store = EventStore()
        try EngineRun.perform { () throws(CriticalError) in
            let runner = try Runner(configuration)
            runner.bus.subscribe(store, to: .transactionsDecided)
            _ = try runner.run()
        }
        return store
    }

    private func explain(_ matches: [Event], in store: EventStore) throws(CommandFailure) -> [Explanation] {
        let explainer = Explainer(policy, showsOthers: options.showsAllIDs)
        return try EngineRun.perform { () throws(CriticalError) in try explainer.explain(matches, in: store) }
    }

    /// All matches: an id that occurs more than once is several transactions.
    private func show(_ explanations: [Explanation]) {
        let style = context.style(options.color, on: context.output)
        for (index, explanation) in explanations.enumerated() {
            if index > 0 { context.output.writeLine() }
            let screen = ExplanationScreen(explanation, showsAllIDs: options.showsAllIDs, style: style)
            screen.lines.forEach { context.output.writeLine($0) }
        }
    }
}
