package import Engine
import RulesDSL

/// Makes the policies that a command decides by, with what the command line allows them to use.
package struct PolicyLoader {
    private let plugins: PluginSet
    private let allowed: [AllowedDirectory]
    private let color: ColorChoice
    private let context: CommandContext

    /// Loads the plugins, and looks whether the directories are there.
    package init(
        plugins: [String], allowedPaths: [String], color: ColorChoice, in context: CommandContext
    ) throws(CommandFailure) {
        var allowed: [AllowedDirectory] = []
        for path in allowedPaths { allowed.append(try AllowedDirectory(named: path)) }
        self.allowed = allowed
        self.plugins = try PluginSet(plugins, in: context)
        self.color = color
        self.context = context
    }

    /// The policy of a rules file or a directory of them, to decide by. Its errors are shown on standard error;
    /// warnings are `check`'s business. Tests decide nothing: of those that have errors it is only said that there are
    /// some.
    package func load(_ place: InputPlace, option: String) throws(CommandFailure) -> Policy {
        let source = try source(place, option: option)
        let result = source.checked
        let deciding = result.withoutBrokenTests
        let policy = try policy(deciding, of: source, purpose: "nothing was decided")
        if deciding.policy != nil, result.brokenTests > 0 {
            let name = TerminalText.escape(source.name)
            let tests = NumberText.counted(result.brokenTests, "test")
            let (verb, them) = result.brokenTests == 1 ? ("has", "it") : ("have", "them")
            let operand = TerminalText.escape(place.operand)
            context.report(
                "\(tests) in `\(name)` \(verb) errors, without an effect on decisions; "
                    + "`bankrules check \(operand)` shows \(them)")
        }
        return policy
    }

    /// The policy of rules with all its tests.
    package func loadWithTests(_ place: InputPlace) throws(CommandFailure) -> Policy {
        let source = try source(place)
        return try policy(source.checked, of: source, purpose: "none of its tests was run")
    }

    /// The rules of a place, whatever is wrong with them.
    package func source(_ place: InputPlace, option: String? = nil) throws(CommandFailure) -> PolicySource {
        try PolicySource(place, option: option, plugins: plugins, allowing: allowed, in: context)
    }

    /// The policy that was checked; where it has errors, the last words say what did not happen for them.
    private func policy(
        _ result: CheckResult, of source: PolicySource, purpose: String
    ) throws(CommandFailure) -> Policy {
        if let policy = source.policy(result) { return policy }
        let style: DiagnosticStyle =
            switch context.style(color, on: context.errors) {
            case .plain: .plain
            case .ansi: .ansi
            }
        let errors = result.diagnostics.filter { $0.severity == .error }
        context.errors.write(DiagnosticRenderer(sources: result.sources, style: style).render(errors) + "\n")
        let count = NumberText.counted(errors.count, "error")
        context.report("\(count) in `\(TerminalText.escape(source.name))`; \(purpose)")
        throw .reported(.badRules)
    }
}
