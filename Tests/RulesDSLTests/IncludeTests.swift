import Engine
import RulesDSL
import Testing

/// Files that rules name, and how many.
@Suite struct IncludeTests {
    private static func check(
        _ text: String, file: @escaping @Sendable (_ path: String, _ namedIn: SourceFile) -> PolicyResources.File
    ) -> CheckResult {
        Checker.check(
            SourceMap([SourceFile(name: "0", text: CheckedText.header + text)]),
            vocabulary: AccountVocabulary.vocabulary, resources: TestResources.with(file: file))
    }

    @Test func `rules stand in the place of the line that includes them`() {
        let rules = { (name: String) in "require \(name) { that amount > $5 }\n" }
        let texts = ["b": rules("second") + "include \"c\"\n" + rules("fourth"), "c": rules("third")]
        let result = Self.check(rules("first") + "include \"b\"\n" + rules("fifth")) { path, _ in
            texts[path].map { .found(SourceFile(name: path, text: $0)) } ?? .missing
        }
        #expect(result.diagnostics == [])
        #expect(result.policy?.rules.map(\.name) == ["first", "second", "third", "fourth", "fifth"])
        #expect(result.sources.files.map(\.name) == ["0", "b", "c"])
        #expect(result.policy?.rules.map(\.position.file) == ["0", "b", "c", "b", "0"])
    }

    @Test func `a path is looked for from the file that names it`() {
        let result = Self.check("include \"sub/a\"\n") { path, namedIn in
            switch (namedIn.name, path) {
            case ("0", "sub/a"): .found(SourceFile(name: "sub/a", text: "include \"b\"\n"))
            case ("sub/a", "b"): .found(SourceFile(name: "sub/b", text: "let unused = $5\n"))
            default: .missing
            }
        }
        #expect(result.diagnostics.map(\.code) == [CheckCode.unused.rawValue])
        #expect(result.diagnostics.map { result.sources.position(of: $0.primary.range).file } == ["sub/b"])
    }

    @Test func `files whose names only look alike are two`() {
        let texts = [
            ("\u{212B}", "require sign { that amount > $5 }"), ("A\u{30A}", "require ring { that amount > $6 }"),
        ]
        let result = Self.check("include \"\u{212B}\"\ninclude \"A\u{30A}\"\n") { path, _ in
            let text = texts.first { $0.0.utf8.elementsEqual(path.utf8) }?.1
            return text.map { .found(SourceFile(name: path, text: $0)) } ?? .missing
        }
        #expect(result.diagnostics == [])
        #expect(result.policy?.rules.map(\.name) == ["sign", "ring"])
    }

    @Test(arguments: [(CheckLimits.files, []), (CheckLimits.files + 1, [CheckCode.tooMany.rawValue])])
    func `a chain of files may be as long as there may be files`(count: Int, codes: [String]) {
        let result = Self.check("include \"1\"\n") { path, _ in
            let number = Int(path) ?? 0
            let text = number + 1 < count ? "include \"\(number + 1)\"\n" : ""
            return .found(SourceFile(name: path, text: text))
        }
        #expect(result.diagnostics.map(\.code) == codes)
        #expect(result.sources.files.count == min(count, CheckLimits.files))
    }

    @Test func `files that are too large together are not read`() {
        // Few lines: what takes long to read is a line, not a byte.
        let line = String(repeating: "#", count: (64 << 10) - 1) + "\n"
        let large = String(repeating: line, count: 64)
        let includes = (1...17).map { "include \"\($0)\"\n" }.joined()
        let result = Self.check(includes) { path, _ in .found(SourceFile(name: path, text: large)) }
        #expect(result.diagnostics.map(\.code) == [CheckCode.tooMany.rawValue, CheckCode.tooMany.rawValue])
        #expect(result.policy == nil)
    }

    @Test func `an empty path or zone is an error too`() {
        let result = Self.check("include \"\"\n") { _, _ in .missing }
        #expect(result.diagnostics.map(\.code) == [CheckCode.fileMissing.rawValue])
        let zone = CheckedText.header.replacing("UTC", with: "\"\"")
        #expect(CheckedText.check(zone).diagnostics.map(\.code) == [CheckCode.unknownTimezone.rawValue])
    }

    @Test func `names of a file that is missing are not unknown`() {
        let result = Self.check("include \"none\"\nrequire a { that amount > there and blance > $5 }\n") { _, _ in
            .missing
        }
        #expect(result.diagnostics.map(\.code) == [CheckCode.fileMissing.rawValue, CheckCode.unknownName.rawValue])
    }

    @Test(arguments: [
        ("none\n", 250, "and 150 more mistakes in this file"), ("none\n", 101, "and 1 more mistake in this file"),
        ("$5\n", 300, "and 200 more mistakes in this file"), ("5 @\n", 180, "and 80 more mistakes in this file"),
        ("none\n", 100, nil),
    ])
    func `of many bad lines in a list's file the first ones are shown and all are counted`(
        line: String, count: Int, last: String?
    ) {
        let text = "1\n" + String(repeating: line, count: count)
        let result = Self.check("list few : number from \"few\"\nrequire r { that hour in few }\n") { path, _ in
            .found(SourceFile(name: path, text: text))
        }
        #expect(result.diagnostics.count == (last == nil ? count : 101))
        if let last { #expect(result.diagnostics.last?.message == last) }
        #expect(result.policy == nil)
    }

    @Test func `a list's file that is too large is not called a rules file`() {
        let text = String(repeating: "1\n", count: (2 << 20) + 1)
        let result = Self.check("list few : number from \"few\"\nrequire r { that hour in few }\n") { path, _ in
            .found(SourceFile(name: path, text: text))
        }
        #expect(
            result.diagnostics.map(\.message) == ["this file has 4194306 bytes, and at most 4194304 are read of one"])
    }
}
