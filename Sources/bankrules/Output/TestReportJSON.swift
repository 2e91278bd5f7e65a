internal import Engine
internal import RulesDSL

/// What became of tests, for programs.
enum TestReportJSON {
    static func value(_ files: [TestedFile]) -> JSONValue {
        .object([
            .init("tests", .integer(files.reduce(0) { $0 + $1.outcomes.count })),
            .init("failed", .integer(files.reduce(0) { $0 + $1.failed })),
            .init("files", .array(files.map(value))),
        ])
    }

    private static func value(_ file: TestedFile) -> JSONValue {
        guard let results = file.results else {
            let names = ["results", "coverage", "mutants"]
            return .object([.init("file", .text(file.name))] + names.map { .init($0, .null) })
        }
        let words = TestWords(results.policy)
        return .object([
            .init("file", .text(file.name)),
            .init("results", .array(results.outcomes.map { value($0, words) })),
            .init("coverage", results.coverage.map { .array($0.rules.map(value)) } ?? .null),
            .init("mutants", results.mutants?.tried.map { .array($0.map(value)) } ?? .null),
        ])
    }

    private static func value(_ outcome: TestOutcome, _ words: TestWords) -> JSONValue {
        .object([
            .init("test", .text(outcome.test.name)), .init("line", .integer(outcome.test.position.line)),
            .init("passed", .boolean(outcome.isAsExpected)),
            .init("entries", .array(outcome.entries.map { value($0, words) })),
        ])
    }

    private static func value(_ entry: TestOutcome.Entry, _ words: TestWords) -> JSONValue {
        .object([
            .init("line", .integer(entry.entry.position.line)), .init("passed", .boolean(entry.isAsExpected)),
            .init("expected", .text(words.expected(entry.entry))), .init("got", .text(words.got(entry))),
            .init("failures", .array(entry.failures.map(value))), .init("shadows", .array(entry.shadows.map(value))),
        ])
    }

    private static func value(_ failure: TestOutcome.Failure) -> JSONValue {
        let repeated = failure.repeated.map { [JSONValue.Member("repeats_line", .integer($0.line))] } ?? []
        return .object(
            [
                .init("rule", .text(failure.rule)), .init("code", .text(failure.code)),
                .init("decisive", .boolean(failure.isDecisive)), .init("because", .text(failure.because)),
            ] + repeated)
    }

    private static func value(_ mutant: TestedFile.Mutant) -> JSONValue {
        let mutation = mutant.mutation
        return .object([
            .init("file", .text(mutant.position.file)), .init("line", .integer(mutant.position.line)),
            .init("column", .integer(mutant.position.column)), .init("kind", .text(mutation.kind.rawValue)),
            .init("in", JSONValue(mutation.subject.isEmpty ? nil : mutation.subject)),
            .init("before", JSONValue(mutation.before.isEmpty ? nil : mutation.before)),
            .init("after", JSONValue(mutation.after.isEmpty ? nil : mutation.after)),
            .init("noticed", .boolean(mutant.isNoticed)), .init("advice", .text(mutation.advice)),
        ])
    }

    private static func value(_ rule: TestCoverage.Rule) -> JSONValue {
        .object([
            .init("rule", .text(rule.rule.name)), .init("line", .integer(rule.rule.position.line)),
            .init("passes", .integer(rule.passes)), .init("fails", .integer(rule.failures)),
            .init("passes_at_limit", rule.boundary.map { .boolean($0.isMetByPass) } ?? .null),
            .init("fails_by_smallest_step", rule.boundary.map { .boolean($0.isMetByFailure) } ?? .null),
        ])
    }
}
