import Engine
import Foundation
import RulesDSL
import Testing

/// The documents of the language: every example in them is checked, and every code is in them.
struct DocumentationTests {
    /// A fenced block of a document.
    private struct Example {
        let language: String
        /// The last heading above it.
        let heading: String
        let line: Int
        let text: String

        /// The whole file: an example without a header stands under one.
        var file: String {
            let begins = ["policy", "currency", "timezone"]
            return begins.contains { text.hasPrefix($0) } ? text : CheckedText.header + text
        }
    }

    private static func document(_ name: String) throws -> String {
        let data = try Data(contentsOf: RulesFiles.repository.appending(path: "docs/\(name)"))
        return String(decoding: data, as: UTF8.self)
    }

    private static func examples(in name: String) throws -> [Example] {
        var found: [Example] = []
        var heading = ""
        var open: (language: String, line: Int, text: String)?
        for (index, line) in try document(name).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                if let block = open {
                    found.append(
                        Example(language: block.language, heading: heading, line: block.line, text: block.text))
                    open = nil
                } else {
                    open = (String(line.dropFirst(3)), index + 1, "")
                }
            } else if open != nil {
                open?.text += line + "\n"
            } else if line.hasPrefix("#") {
                heading = line.drop { $0 == "#" || $0 == " " }.description
            }
        }
        return found
    }

    @Test(arguments: ["language.md", "diagnostics.md"])
    func `every example of rules is right`(name: String) throws {
        let examples = try Self.examples(in: name).filter { $0.language == "rules" }
        #expect(examples.count > 5)
        for example in examples {
            // An example's tests show what they are an example of, and not all the rest.
            let diagnostics = try LintedText.diagnostics(example.file).filter {
                $0.code != LintCode.untested.rawValue || example.heading.hasPrefix($0.code)
            }
            #expect(diagnostics == [], "\(name):\(example.line): \(diagnostics.map { "\($0.code) \($0.message)" })")
        }
    }

    @Test func `the limits in the reference are those of the checker`() throws {
        let text = try Self.document("language.md")
        let table = try #require(text.split(separator: "\n### ").first { $0.hasPrefix("Limits\n") })
        func grouped(_ number: Int) -> String {
            number < 1_000 ? "\(number)" : grouped(number / 1_000) + "," + "\(number % 1_000 + 1_000)".dropFirst()
        }
        let rows: [(String, String)] = [
            ("rules, `let`s, tests in a policy, entries in a test", grouped(CheckLimits.rules) + " each"),
            ("declared fields", grouped(CheckLimits.fields)),
            ("lists, tables, functions in a policy", grouped(CheckLimits.lists) + " each"),
            ("values of a list", grouped(CheckLimits.members)),
            ("entries of a table", grouped(CheckLimits.tableEntries)),
            (
                "files of a policy, and their bytes together",
                "\(CheckLimits.files), and \(CheckLimits.bytes >> 20) MiB"
            ),
            ("keys in the path of a field", grouped(CheckLimits.pathKeys)),
            (
                "parts of an expression, once each `let` stands in its place",
                "\(grouped(CheckLimits.expressionSize)), nested \(CheckLimits.expressionDepth) deep"
            ),
            (
                "an `id`, a `customer` or a text of a declared field", "\(CheckLimits.identifierBytes) bytes"
            ),
            ("a rolling window, and `within`", grouped(Int(CheckLimits.windowDays)) + " days"),
            ("`late`", "\(CheckLimits.lateDays) days"),
        ]
        for (what, limit) in rows {
            #expect(table.contains("\n| \(what) | \(limit) |\n"), "\(what)")
        }
        let all = [CheckLimits.rules, CheckLimits.lets, CheckLimits.tests, CheckLimits.entries]
        #expect(Set(all).count == 1)
        #expect(Set([CheckLimits.lists, CheckLimits.tables, CheckLimits.functions]).count == 1)
    }

    @Test func `the tests in the reference's examples are as expected`() throws {
        var count = 0
        for example in try Self.examples(in: "language.md") where example.text.contains("\ntest \"") {
            let source = SourceFile(name: "language.md:\(example.line)", text: example.file)
            let policy = try Policy(source, resources: TestResources.resources)
            for test in policy.program.policy.tests {
                count += 1
                var coverage = TestCoverage(policy)
                let outcome = try TestRunner(policy).run(test, covering: &coverage)
                #expect(outcome.isAsExpected, "language.md:\(example.line): \(test.name)")
            }
        }
        #expect(count >= 3)
    }

    @Test func `the reference's examples are laid out as files are`() throws {
        for example in try Self.examples(in: "language.md") where example.language == "rules" {
            let formatted = RulesFormatter.format(SourceFile(name: "example.rules", text: example.text))
            #expect(formatted == .formatted(example.text), "language.md:\(example.line)")
        }
    }

    @Test func `every wrong example has the diagnostic that it is an example of, and no other`() throws {
        for example in try Self.examples(in: "diagnostics.md") where example.language == "rules-wrong" {
            let codes = Set(try LintedText.diagnostics(example.file).map(\.code))
            #expect(codes == [String(example.heading.prefix(5))], "diagnostics.md:\(example.line)")
        }
    }

    @Test func `every code is documented, in order, with a wrong and a right example`() throws {
        let codes =
            SyntaxCode.allCases.map(\.rawValue) + CheckCode.allCases.map(\.rawValue) + LintCode.allCases.map(\.rawValue)
        let documented = try Self.document("diagnostics.md").split(separator: "\n")
            .filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4).prefix(5)) }
        #expect(documented == codes)
        let examples = try Self.examples(in: "diagnostics.md")
        // What can't be shown in a page: bytes that are no text, characters that are invisible, and great masses.
        let unshown: [String] =
            [SyntaxCode.notUTF8, .controlCharacter, .hiddenDirection, .fileTooLarge, .andMore, .expressionTooLong]
            .map(\.rawValue)
            + [
                CheckCode.unknownWindow, .tooMany,
            ].map(\.rawValue)
        for code in codes where !unshown.contains(code) {
            let languages = examples.filter { $0.heading.hasPrefix(code) }.map(\.language)
            #expect(languages == ["rules-wrong", "rules"], "\(code)")
        }
    }

    @Test func `the pages of the codes are those of the document`() throws {
        var pages: [String] = []
        for section in try Self.document("diagnostics.md").split(separator: "\n### ").dropFirst() {
            let lines = section.split(separator: "\n", omittingEmptySubsequences: false)
            let paragraphs = lines.dropFirst(2).prefix { !$0.hasPrefix("```") && !$0.hasPrefix("## ") }
            let text = paragraphs.joined(separator: " ").split(separator: " ").joined(separator: " ")
            pages.append("\(lines[0].replacing(": ", with: " ", maxReplacements: 1)) | \(Self.withoutLinks(text))")
        }
        let written = DiagnosticPage.all.map { "\($0.code) \($0.title) | \($0.text)" }
        // In `DiagnosticPage.swift` a line may be broken anywhere.
        for (page, line) in zip(pages, written) { #expect(line == page) }
        #expect(pages.count == written.count)
    }

    /// A text without the targets of its links.
    private static func withoutLinks(_ text: String) -> String {
        text.split(separator: "](", omittingEmptySubsequences: false).enumerated().map { index, part in
            var part = String(part)
            if index > 0 { part = String(part.drop { $0 != ")" }.dropFirst()) }
            guard let open = part.lastIndex(of: "["), text.contains("](") else { return part }
            part.remove(at: open)
            return part
        }.joined()
    }

    @Test func `every reserved word is in the reference`() throws {
        let reference = try Self.document("language.md")
        let section = try #require(reference.range(of: "### Reserved words").map { reference[$0.upperBound...] })
        let words = section.prefix(while: { $0 != "#" }).split(separator: "`").filter { word in
            !word.isEmpty && word.allSatisfy { $0.isLetter }
        }
        #expect(Set(words.map(String.init)) == ReservedWords.all)
    }
}
