package import Engine
import RulesDSL

/// Reads the rules that a command decides by.
package enum PolicyLoader {
    /// Rules files are far smaller; the lexer says so of one that isn't, and needs no more than this to see it.
    static let readLimit = 8 << 20

    /// The policy of a rules file. Its errors are shown on standard error; warnings are `check`'s business.
    package static func load(
        _ path: String, option: String, color: ColorChoice, in context: CommandContext
    ) throws(CommandFailure) -> Policy {
        try load(.file(path), option: option, color: color, purpose: "nothing was decided", in: context)
    }

    /// The policy of a rules file; where it has errors, the last words say what did not happen for them.
    static func load(
        _ place: InputPlace, option: String?, color: ColorChoice, purpose: String, in context: CommandContext
    ) throws(CommandFailure) -> Policy {
        let source = try read(place, option: option, in: context)
        do {
            return try Policy(source)
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

    /// A rules file as it is.
    static func read(
        _ place: InputPlace, option: String?, in context: CommandContext
    ) throws(CommandFailure) -> SourceFile {
        let file = try InputFile.open(place, option: option, standardInput: context.standardInput)
        return SourceFile(name: file.name, bytes: try file.readAll(limit: readLimit))
    }
}
