internal import Engine
internal import RulesDSL

/// What became of tests, as build servers read it: JUnit's XML.
enum TestReportXML {
    static func document(_ files: [TestedFile]) -> String {
        let tests = files.reduce(0) { $0 + $1.outcomes.count + ($1.results?.mutants?.tests ?? 0) }
        let failed = files.reduce(0) { $0 + $1.failed + ($1.results?.mutants?.failures ?? 0) }
        let unusable = files.count { $0.results == nil }
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<testsuites name="bankrules" tests="\#(tests + unusable)" failures="\#(failed)" errors="\#(unusable)">"#,
        ]
        for file in files { lines += suite(file) + mutants(file) }
        lines.append("</testsuites>")
        return lines.map { $0 + "\n" }.joined()
    }

    private static func suite(_ file: TestedFile) -> [String] {
        let name = escape(file.name)
        guard let results = file.results else {
            return [
                #"  <testsuite name="\#(name)" tests="1" failures="0" errors="1">"#,
                #"    <testcase classname="\#(name)" name="rules" file="\#(name)">"#,
                #"      <error message="the rules can't be used"/>"#,
                "    </testcase>", "  </testsuite>",
            ]
        }
        let words = TestWords(results.policy)
        let counts = #"tests="\#(file.outcomes.count)" failures="\#(file.failed)" errors="0""#
        return [#"  <testsuite name="\#(name)" \#(counts)>"#]
            + results.outcomes.flatMap { testCase($0, in: name, words) } + ["  </testsuite>"]
    }

    private static func testCase(_ outcome: TestOutcome, in file: String, _ words: TestWords) -> [String] {
        let line = outcome.test.position.line
        let start =
            #"    <testcase classname="\#(file)" name="\#(escape(outcome.test.name))" file="\#(file)" line="\#(line)""#
        guard let wrong = outcome.entries.first(where: { !$0.isAsExpected }) else { return [start + "/>"] }
        let message =
            "line \(wrong.entry.position.line): expected \(words.expected(wrong.entry)), got \(words.got(wrong))"
        let difference = TestReport(style: .plain).difference(outcome, words).map(escape).joined(separator: "\n")
        return [
            start + ">", #"      <failure message="\#(escape(message))">\#(difference)</failure>"#, "    </testcase>",
        ]
    }

    /// A suite of its own: each small change is a test that some test notices it.
    private static func mutants(_ file: TestedFile) -> [String] {
        guard let mutants = file.results?.mutants else { return [] }
        let name = escape(file.name)
        let counts = #"tests="\#(mutants.tests)" failures="\#(mutants.failures)" errors="0""#
        let cases: [String]
        switch mutants {
        case .tried(let tried): cases = tried.flatMap { testCase($0, in: name) }
        case .untried(let reason):
            cases = [
                #"    <testcase classname="\#(name) mutants" name="mutants" file="\#(name)">"#,
                #"      <failure message="no small change tried: \#(escape(reason))"/>"#, "    </testcase>",
            ]
        }
        return [#"  <testsuite name="\#(name) mutants" \#(counts)>"#] + cases + ["  </testsuite>"]
    }

    private static func testCase(_ mutant: TestedFile.Mutant, in file: String) -> [String] {
        let (place, title) = (mutant.position, escape(MutationReport.title(mutant.mutation)))
        let start =
            #"    <testcase classname="\#(file) mutants" name="\#(place.line):\#(place.column) \#(title)""#
            + #" file="\#(escape(place.file))" line="\#(place.line)""#
        if mutant.isNoticed { return [start + "/>"] }
        return [
            start + ">", #"      <failure message="no test notices it">\#(escape(mutant.mutation.advice))</failure>"#,
            "    </testcase>",
        ]
    }

    /// A text between tags or in an attribute. Control characters can't stand in XML at all and are spelled out.
    private static func escape(_ text: String) -> String {
        var result = ""
        for scalar in TerminalText.escape(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension TestedFile.Mutants {
    /// How many tests they are; that none was tried is one that fails.
    fileprivate var tests: Int { tried?.count ?? 1 }
    fileprivate var failures: Int { tried?.count { !$0.isNoticed } ?? 1 }
}
