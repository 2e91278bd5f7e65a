internal import Engine
internal import RulesDSL

/// `bankrules test`: runs the tests of rules files and directories of them, each a policy of its own.
package struct TestCommand {
    private let options: TestOptions
    private let context: CommandContext

    /// Tests every policy, whatever is wrong with the others; the gravest finding gives the exit code.
    package static func run(_ options: TestOptions, in context: CommandContext) throws(CommandFailure) -> ExitCode {
        try TestCommand(options: options, context: context).run()
    }

    private func run() throws(CommandFailure) -> ExitCode {
        let loader = try PolicyLoader(
            plugins: options.plugins, allowedPaths: options.allowedPaths, color: options.color, in: context)
        var code = ExitCode.success
        var files: [TestedFile] = []
        for place in options.files {
            do throws(CommandFailure) {
                var file = try test(place, loader)
                if options.mutates {
                    let mutants = try mutants(of: file)
                    file.results?.mutants = mutants
                }
                files.append(file)
            } catch {
                if case .stopped = error { throw error }
                code = max(code, error.report(in: context))
                files.append(TestedFile(name: place.name, results: nil))
            }
        }
        show(files)
        if let filter = options.filter, code == .success, files.allSatisfy(\.outcomes.isEmpty) {
            context.report("no test has a name with `\(TerminalText.escape(filter))` in it")
            return .finding
        }
        return files.contains(where: \.isFinding) ? max(code, .finding) : code
    }

    private func test(_ place: InputPlace, _ loader: PolicyLoader) throws(CommandFailure) -> TestedFile {
        let policy = try loader.loadWithTests(place)
        let runner = TestRunner(policy)
        var coverage = TestCoverage(policy)
        var outcomes: [TestOutcome] = []
        for test in policy.program.policy.tests where isWanted(test) {
            outcomes.append(
                try EngineRun.perform { () throws(CriticalError) in
                    try runner.run(test, covering: &coverage)
                })
            try EngineRun.checkStop()
        }
        return TestedFile(
            name: place.name,
            results: TestedFile.Results(
                policy: policy, outcomes: outcomes, coverage: options.filter == nil ? coverage : nil))
    }

    /// Tries each small change of the rules. One that the checker refuses would be noticed by it.
    private func mutants(of file: TestedFile) throws(CommandFailure) -> TestedFile.Mutants? {
        guard let policy = file.results?.policy else { return nil }
        if file.outcomes.isEmpty { return .untried(because: "there is no test that could notice one") }
        if file.failed > 0 { return .untried(because: "first all tests must pass") }
        var runner = try EngineRun.perform { () throws(CriticalError) in try MutationRunner(policy) }
        var mutants: [TestedFile.Mutant] = []
        for mutation in runner.mutations {
            try EngineRun.checkStop()
            let answer = try EngineRun.perform { () throws(CriticalError) in try runner.isNoticed(mutation) }
            guard let isNoticed = answer else { continue }
            mutants.append(
                TestedFile.Mutant(
                    mutation: mutation, position: runner.position(of: mutation), isNoticed: isNoticed))
        }
        return .tried(mutants)
    }

    private func isWanted(_ test: CheckedTest) -> Bool {
        options.filter.map { test.name.lowercased().contains($0.lowercased()) } ?? true
    }

    private func show(_ files: [TestedFile]) {
        switch options.format {
        case .text:
            let report = TestReport(style: context.style(options.color, on: context.output))
            context.output.write(report.text(files))
        case .json: context.output.write(TestReportJSON.value(files).document)
        case .junit: context.output.write(TestReportXML.document(files))
        }
    }
}
