import RulesDSL

/// `bankrules fmt`: rules files in their canonical layout, those of a directory one by one.
package struct FormatCommand {
    private let options: FormatOptions
    private let context: CommandContext

    /// Lays out every file, whatever is wrong with the others; the gravest finding gives the exit code.
    package static func run(_ options: FormatOptions, in context: CommandContext) throws(CommandFailure) -> ExitCode {
        try FormatCommand(options: options, context: context).run()
    }

    /// One file that can't be formatted does not keep the others from it.
    private func run() throws(CommandFailure) -> ExitCode {
        var code = ExitCode.success
        for place in options.files {
            code = max(
                code,
                try attempt { () throws(CommandFailure) in
                    var code = ExitCode.success
                    for file in try PolicySource.files(of: place) {
                        code = max(code, try attempt { () throws(CommandFailure) in try formatOrStop(file) })
                    }
                    return code
                })
        }
        return code
    }

    /// Formats one file. A stop says which files are as they were.
    private func formatOrStop(_ place: InputPlace) throws(CommandFailure) -> ExitCode {
        do {
            return try format(place)
        } catch {
            guard case .file(let path) = place, !options.isCheck, !options.showsDifference else { throw error }
            throw error.leaving("from `\(TerminalText.escape(path))` on no file was changed")
        }
    }

    /// Says what fails and goes on, unless the user asked to stop.
    private func attempt(_ body: () throws(CommandFailure) -> ExitCode) throws(CommandFailure) -> ExitCode {
        do throws(CommandFailure) {
            return try body()
        } catch {
            if case .stopped = error { throw error }
            return error.report(in: context)
        }
    }

    private func format(_ place: InputPlace) throws(CommandFailure) -> ExitCode {
        let source = try PolicySource.read(place, option: nil, in: context)
        let name = TerminalText.escape(source.name)
        switch RulesFormatter.format(source) {
        case .unreadable(let diagnostics):
            show(diagnostics, of: source)
            let count = NumberText.counted(diagnostics.count, "error")
            throw .failed(.badRules, "\(count) in `\(name)`; it was left as it is")
        case .unproved:
            throw .failed(
                .internalError, "the new layout of `\(name)` would not say the same; it was left as it is")
        case .formatted(let text):
            return try deliver(text, in: place, of: source)
        }
    }

    private func deliver(
        _ text: String, in place: InputPlace, of source: SourceFile
    ) throws(CommandFailure) -> ExitCode {
        let changes = Array(text.utf8) != source.bytes
        if options.showsDifference || options.isCheck {
            guard changes else { return .success }
            if options.showsDifference {
                showDifference(from: source, to: text)
            } else {
                context.output.writeLine(TerminalText.escape(source.name))
            }
            return options.isCheck ? .finding : .success
        }
        switch place {
        case .standard: context.output.write(text)
        case .file(let path):
            if changes { try write(text, to: path) }
        }
        return .success
    }

    private func write(_ text: String, to path: String) throws(CommandFailure) {
        let file = try OutputFile.open(.file(path), standardOutput: context.standardOutput)
        do {
            try file.descriptor.write(Array(text.utf8))
        } catch {
            file.discard()
            if error == .interrupted, let signal = ShutdownSignal.requested { throw .stopped(signal) }
            throw .failed(.inputOutput, "can't write `\(TerminalText.escape(path))`: \(error.words)")
        }
        try file.commit()
    }

    // MARK: For people

    private func show(_ diagnostics: [Diagnostic], of source: SourceFile) {
        let style: DiagnosticStyle =
            switch context.style(options.color, on: context.errors) {
            case .plain: .plain
            case .ansi: .ansi
            }
        let renderer = DiagnosticRenderer(sources: SourceMap([source]), style: style)
        context.errors.write(renderer.render(diagnostics) + "\n")
    }

    private func showDifference(from source: SourceFile, to text: String) {
        let style = context.style(options.color, on: context.output)
        let difference = UnifiedDifference(
            from: String(decoding: source.bytes, as: UTF8.self), to: text, name: source.name)
        for line in difference.lines {
            // What stands in a file may be anything; the terminal is not to obey it.
            let shown = TerminalText.escape(line)
            switch line.first {
            case "+": context.output.writeLine(style(shown, .good))
            case "-": context.output.writeLine(style(shown, .bad))
            case "@": context.output.writeLine(style(shown, .faint))
            default: context.output.writeLine(shown)
            }
        }
    }
}
