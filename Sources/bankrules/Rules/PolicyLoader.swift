package import Engine
import RulesDSL

/// Makes the policy that a command decides by.
package enum PolicyLoader {
    /// The policy of a rules file or a directory of them, to decide by. Its errors are shown on standard error; warnings
    /// are `check`'s business. Tests decide nothing: of those that have errors it is only said that there are some.
    package static func load(
        _ path: String, option: String, plugins: PluginSet, color: ColorChoice, in context: CommandContext
    ) throws(CommandFailure) -> Policy {
        let source = try PolicySource(.file(path), option: option, plugins: plugins, in: context)
        let result = source.checked
        let deciding = result.withoutBrokenTests
        let policy = try policy(
            deciding, of: source, color: color, purpose: "nothing was decided", in: context)
        if deciding.policy != nil, result.brokenTests > 0 {
            let name = TerminalText.escape(source.name)
            let operand = TerminalText.escape(ShellWord.operand(path))
            let tests = NumberText.counted(result.brokenTests, "test")
            let (verb, them) = result.brokenTests == 1 ? ("has", "it") : ("have", "them")
            context.report(
                "\(tests) in `\(name)` \(verb) errors, without an effect on decisions; `bankrules check \(operand)` shows \(them)"
            )
        }
        return policy
    }

    /// The policy of rules with all its tests.
    static func loadWithTests(
        _ place: InputPlace, plugins: PluginSet, color: ColorChoice, in context: CommandContext
    ) throws(CommandFailure) -> Policy {
        let source = try PolicySource(place, option: nil, plugins: plugins, in: context)
        return try policy(
            source.checked, of: source, color: color, purpose: "none of its tests was run", in: context)
    }

    /// The policy that was checked; where it has errors, the last words say what did not happen for them.
    private static func policy(
        _ result: CheckResult, of source: PolicySource, color: ColorChoice, purpose: String, in context: CommandContext
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
