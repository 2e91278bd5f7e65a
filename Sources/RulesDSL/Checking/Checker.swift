/// What a check found: a policy, or the reasons why there is none.
package struct CheckResult: Sendable {
    /// The policy with those of its tests that are right, or nil if anything else is an error.
    private let decidingPolicy: CheckedPolicy?
    /// How many of its tests have errors.
    package let brokenTests: Int
    /// Errors and warnings in the order of the text.
    package let diagnostics: [Diagnostic]
    /// All files that were read, those that others name behind those that were given.
    package let sources: SourceMap

    fileprivate init(
        decidingPolicy: CheckedPolicy?, brokenTests: Int, diagnostics: [Diagnostic], sources: SourceMap
    ) {
        self.decidingPolicy = decidingPolicy
        self.brokenTests = brokenTests
        self.diagnostics = diagnostics
        self.sources = sources
    }

    /// The policy, or nil if anything is an error.
    package var policy: CheckedPolicy? {
        brokenTests == 0 ? decidingPolicy : nil
    }

    /// The same for those who only decide, which no test has a part in: without the tests that have errors.
    package var withoutBrokenTests: CheckResult {
        guard decidingPolicy != nil else { return self }
        return CheckResult(
            decidingPolicy: decidingPolicy, brokenTests: 0, diagnostics: diagnostics.filter { $0.severity == .warning },
            sources: sources)
    }
}

/// Makes a checked policy of rules files as they were written: resolves every name, agrees every type, and reports all
/// that is wrong in one run. An error is reported where it is and nowhere else: what depends on it stays silent.
///
/// The time is linear in the text's length (and n log n in the number of diagnostics).
package struct Checker {
    /// Reads and checks the files of one policy, and those that they include: what is wrong with them is reported in
    /// one run, whoever finds it.
    package static func check(
        _ sources: SourceMap, vocabulary: Vocabulary, resources: PolicyResources = .none
    ) -> CheckResult {
        let parsed = sources.files.indices.map { Parser.parse(sources.files[$0], as: FileID($0)) }
        return check(
            parsed.map(\.syntax), sources: sources, vocabulary: vocabulary, resources: resources,
            syntax: parsed.flatMap(\.diagnostics))
    }

    /// Checks the files of one policy together. The parser's own diagnostics, if they are handed in, are part of the
    /// result; an error that is only a consequence of one of them is not reported.
    package static func check(
        _ files: [RulesFileSyntax], sources: SourceMap, vocabulary: Vocabulary, resources: PolicyResources = .none,
        syntax: [Diagnostic] = []
    ) -> CheckResult {
        checkKeepingNames(
            files, sources: sources, vocabulary: vocabulary, resources: resources, syntax: syntax
        ).result
    }

    /// The same, with the checker as it is at the end: it knows all names.
    static func checkKeepingNames(
        _ files: [RulesFileSyntax], sources: SourceMap, vocabulary: Vocabulary, resources: PolicyResources,
        syntax: [Diagnostic] = []
    ) -> (checker: PolicyChecker, result: CheckResult) {
        var splicing = IncludeSplicing(PolicyFiles(sources, resources))
        for file in files { splicing.add(file) }
        let declarations = splicing.declarations
        let syntax = syntax + splicing.syntax
        let syntaxErrors = SyntaxErrors(syntax, in: declarations + splicing.includes, hasHoles: splicing.hasHoles)
        var checker = PolicyChecker(
            files: splicing.files, vocabulary: vocabulary, resources: resources, syntaxErrors: syntaxErrors)
        splicing.diagnostics.forEach { checker.report($0) }
        let included = Set(splicing.places.keys)
        if let clash = checker.secondPolicy(declarations, included: included) {
            // Whatever else is wrong would be so because they are read together.
            let result = CheckResult(
                decidingPolicy: nil, brokenTests: 0, diagnostics: sorted(syntax + [clash]), sources: checker.sources)
            return (checker, result)
        }
        checker.checkHeader(declarations, startOf: files.first?.file ?? FileID(0), included: included)
        checker.declare(declarations)
        checker.checkDeclarations()
        checker.checkLate()
        let rules = checker.declarations.rules.compactMap { checker.check($0.syntax, at: $0.range) }
        let canDecide = !checker.hasErrors
        let facts = RuleFacts(of: checker.declarations.rules.map(\.syntax))
        let tests = checker.checkTests(facts)
        checker.warnOfUnused()
        let result = CheckResult(
            decidingPolicy: canDecide ? checker.policy(rules: rules, tests: tests) : nil,
            brokenTests: checker.declarations.tests.count - tests.count,
            diagnostics: CoveredDiagnostics.removed(
                from: sorted(syntax + limited(checker.diagnostics, leftOut: checker.leftOut)), text: checker.text),
            sources: checker.sources)
        return (checker, result)
    }

    /// As many errors as a person may read and as many warnings, and of each how many more there were: neither hides
    /// the other.
    private static func limited(_ diagnostics: [Diagnostic], leftOut: Int) -> [Diagnostic] {
        limited(diagnostics.filter { $0.severity == .error }, leftOut: leftOut, .error)
            + limited(diagnostics.filter { $0.severity == .warning }, leftOut: 0, .warning)
    }

    private static func limited(
        _ diagnostics: [Diagnostic], leftOut: Int, _ severity: Diagnostic.Severity
    ) -> [Diagnostic] {
        guard diagnostics.count + leftOut > DiagnosticCollector.limit else { return diagnostics }
        let kept = sorted(diagnostics).prefix(DiagnosticCollector.limit)
        let last = kept.last?.primary.range ?? SourceRange(file: FileID(0), lower: 0, upper: 0)
        let end = SourceRange(file: last.file, lower: last.upper, upper: last.upper)
        return kept + [Diagnostic.andMore(diagnostics.count + leftOut - kept.count, severity, at: end)]
    }

    private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func place(_ diagnostic: Diagnostic) -> (FileID, Int, String) {
            (diagnostic.primary.range.file, diagnostic.primary.range.lower, diagnostic.code)
        }
        return diagnostics.sorted { place($0) < place($1) }
    }
}

extension PolicyChecker {
    /// The policy, if every part of it but its tests could be made. A part that is missing has been reported by whoever
    /// missed it.
    fileprivate func policy(rules: [CheckedRule], tests: [CheckedTest]) -> CheckedPolicy? {
        guard !sawMissing, rules.count == declarations.rules.count,
            let name = header.name, let currency = header.currency, let timezone = header.timezone,
            let zone = header.zone, let weekStart = header.weekStart, let all = parts.declarations,
            header.lateSyntax == nil || header.late != nil
        else { return nil }
        return CheckedPolicy(
            name: name, currency: currency, timezone: timezone, zone: zone, weekStart: weekStart,
            late: header.late ?? 0, declarations: all, rules: rules, tests: tests, sources: sources)
    }
}
