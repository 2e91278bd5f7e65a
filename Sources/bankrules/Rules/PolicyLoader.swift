package import Engine
import RulesDSL

/// Makes the policy that a command decides by.
package enum PolicyLoader {
    /// The policy of a rules file or a directory of them. Its errors are shown on standard error; warnings are `check`'s
    /// business.
    package static func load(
        _ path: String, option: String, plugins: PluginSet, color: ColorChoice, in context: CommandContext
    ) throws(CommandFailure) -> Policy {
        try load(
            .file(path), option: option, plugins: plugins, color: color, purpose: "nothing was decided", in: context)
    }

    /// The policy of rules; where they have errors, the last words say what did not happen for them.
    static func load(
        _ place: InputPlace, option: String?, plugins: PluginSet, color: ColorChoice, purpose: String,
        in context: CommandContext
    ) throws(CommandFailure) -> Policy {
        let source = try PolicySource(place, option: option, plugins: plugins, in: context)
        do {
            return try Policy(source.sources, resources: source.resources, functions: source.functions)
        } catch {
            let style: DiagnosticStyle =
                switch context.style(color, on: context.errors) {
                case .plain: .plain
                case .ansi: .ansi
                }
            let errors = error.diagnostics.filter { $0.severity == .error }
            context.errors.write(DiagnosticRenderer(sources: error.sources, style: style).render(errors) + "\n")
            let count = NumberText.counted(errors.count, "error")
            context.report("\(count) in `\(TerminalText.escape(source.name))`; \(purpose)")
            throw .reported(.badRules)
        }
    }
}
