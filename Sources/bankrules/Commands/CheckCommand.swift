import Engine
import RulesDSL

/// `bankrules check`: what is wrong with rules files and directories of them, each a policy of its own.
package struct CheckCommand {
    /// One policy and what was found in it.
    private struct Finding {
        let place: InputPlace
        let name: String
        let result: CheckResult
        /// That of the policy, if there is one, whatever its tests are.
        let fingerprint: String?
        /// What is wrong by the language's rules, and what the lints say.
        let diagnostics: [Diagnostic]
        /// How many possible warnings the lints had no time for.
        let untried: Int
        let failingTests: Int

        /// `1 of 6 tests fails`.
        var failing: String? {
            guard failingTests > 0, let tests = result.policy?.tests.count else { return nil }
            return "\(failingTests) of \(NumberText.counted(tests, "test")) fail\(failingTests == 1 ? "s" : "")"
        }

        /// `3 possible warnings not tried`.
        var notTried: String? {
            untried > 0 ? "\(NumberText.counted(untried, "possible warning")) not tried" : nil
        }

        /// The same with the policy that it is about.
        var notice: String? {
            let parts = [failing, notTried].compactMap(\.self)
            return parts.isEmpty ? nil : "\(TerminalText.escape(name)): \(parts.joined(separator: ", "))"
        }

        func count(_ severity: Diagnostic.Severity) -> Int {
            diagnostics.lazy.filter { $0.severity == severity }.reduce(0) { $0 + $1.mistakes }
        }
    }

    private let options: CheckOptions
    private let context: CommandContext

    /// Checks every policy, whatever is wrong with the others; the gravest finding gives the exit code.
    package static func run(_ options: CheckOptions, in context: CommandContext) throws(CommandFailure) -> ExitCode {
        try CheckCommand(options: options, context: context).run()
    }

    private func run() throws(CommandFailure) -> ExitCode {
        let loader = try PolicyLoader(
            plugins: options.plugins, allowedPaths: options.allowedPaths, color: options.color, in: context)
        var code = ExitCode.success
        var findings: [Finding] = []
        for place in options.files {
            do throws(CommandFailure) {
                findings.append(try check(place, loader))
                try EngineRun.checkStop()
            } catch {
                if case .stopped = error { throw error }
                code = max(code, error.report(in: context))
            }
        }
        switch options.format {
        case .text: findings.forEach { context.output.write(text($0)) }
        case .json: context.output.write(JSONValue.object([.init("files", .array(findings.map(json)))]).document)
        case .sarif:
            let all = findings.map { (diagnostics: $0.diagnostics, sources: $0.result.sources, notice: $0.notice) }
            context.output.write(DiagnosticSARIF.log(all).document)
        case .github:
            for finding in findings {
                context.output.write(DiagnosticCommands.lines(finding.diagnostics, finding.result.sources))
                if let notice = finding.notice { context.output.write(DiagnosticCommands.notice(notice)) }
            }
        }
        if findings.contains(where: { $0.result.policy == nil }) { return max(code, .badRules) }
        let hasWarnings = findings.contains { $0.count(.warning) > 0 }
        return hasWarnings && options.isStrict ? max(code, .finding) : code
    }

    private func check(_ place: InputPlace, _ loader: PolicyLoader) throws(CommandFailure) -> Finding {
        let source = try loader.source(place)
        let result = source.checked
        let policy = source.policy(result)
        let lints = try EngineRun.perform { () throws(CriticalError) in try policy?.lints() }
        let deciding = policy ?? source.policy(result.withoutBrokenTests)
        return Finding(
            place: place, name: source.name, result: result, fingerprint: deciding?.fingerprint.hexadecimal,
            diagnostics: result.diagnostics + (lints?.diagnostics ?? []),
            untried: lints?.untried ?? 0, failingTests: lints?.failingTests ?? 0)
    }

    // MARK: For people

    private func text(_ finding: Finding) -> String {
        let style = context.style(options.color, on: context.output)
        let diagnosticStyle: DiagnosticStyle =
            switch style {
            case .plain: .plain
            case .ansi: .ansi
            }
        let renderer = DiagnosticRenderer(sources: finding.result.sources, style: diagnosticStyle)
        let diagnostics = renderer.render(finding.diagnostics)
        return diagnostics + (diagnostics.isEmpty ? "" : "\n") + verdict(finding, style) + "\n"
    }

    /// `rules/default.rules: 5 rules, 5 tests, no problems`.
    private func verdict(_ finding: Finding, _ style: TextStyle) -> String {
        let (errors, warnings) = (finding.count(.error), finding.count(.warning))
        var parts: [String] = []
        if let policy = finding.result.policy {
            parts.append(NumberText.counted(policy.rules.count, "rule"))
            parts.append(NumberText.counted(policy.tests.count, "test"))
            if let failing = failing(finding) { parts.append(style(failing, .bad)) }
        }
        if errors > 0 { parts.append(style(NumberText.counted(errors, "error"), .bad)) }
        if warnings > 0 { parts.append(style(NumberText.counted(warnings, "warning"), .notice)) }
        if let notTried = finding.notTried { parts.append(notTried) }
        if errors + warnings + finding.untried + finding.failingTests == 0 { parts.append(style("no problems", .good)) }
        let way = finding.failingTests > 0 ? "; `\(testCommand(finding))` says how" : ""
        return "\(TerminalText.escape(finding.name)): \(parts.joined(separator: ", "))\(way)"
    }

    /// Behind the number of tests: `which fails`, `2 of which fail`.
    private func failing(_ finding: Finding) -> String? {
        guard let policy = finding.result.policy, finding.failingTests > 0 else { return nil }
        if policy.tests.count == 1 { return "which fails" }
        return "\(finding.failingTests) of which fail\(finding.failingTests == 1 ? "s" : "")"
    }

    /// The command that shows the failures, with the options that the rules need.
    private func testCommand(_ finding: Finding) -> String {
        let plugins = options.plugins.map { "--plugin \(ShellWord.operand($0))" }
        let paths = options.allowedPaths.map { "--allow-path \(ShellWord.operand($0))" }
        return (["bankrules test"] + plugins + paths + [finding.place.operand]).joined(separator: " ")
    }

    // MARK: For programs

    private func json(_ finding: Finding) -> JSONValue {
        .object([
            .init("file", .text(finding.name)),
            .init("fingerprint", JSONValue(finding.fingerprint)),
            .init("rules", finding.result.policy.map { .integer($0.rules.count) } ?? .null),
            .init("tests", finding.result.policy.map { .integer($0.tests.count) } ?? .null),
            .init("failing_tests", finding.result.policy.map { _ in .integer(finding.failingTests) } ?? .null),
            .init("errors", .integer(finding.count(.error))), .init("warnings", .integer(finding.count(.warning))),
            .init("untried", .integer(finding.untried)),
            .init(
                "diagnostics",
                .array(finding.diagnostics.map { DiagnosticJSON.value($0, finding.result.sources) })),
        ])
    }
}
