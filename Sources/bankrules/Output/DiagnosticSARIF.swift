package import RulesDSL

/// Diagnostics as a log of SARIF 2.1.0, the format of OASIS that code hosts and editors read.
package enum DiagnosticSARIF {
    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    /// The diagnostics of some policies, each with the files that it points into, and with what is to be said of the
    /// whole.
    package static func log(_ findings: [(diagnostics: [Diagnostic], sources: SourceMap, notice: String?)]) -> JSONValue
    {
        let codes = Set(findings.flatMap { $0.diagnostics.map(\.code) }).sorted()
        let indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        let results = findings.flatMap { finding in
            finding.diagnostics.map { result($0, indices[$0.code] ?? 0, finding.sources) }
        }
        let severities = Dictionary(
            findings.flatMap { $0.diagnostics.map { ($0.code, $0.severity) } }, uniquingKeysWith: { first, _ in first })
        let rules = codes.map { rule($0, severities[$0] ?? .warning) }
        let driver = JSONValue.object([
            .init("name", .text("bankrules")), .init("version", .text(Version.current)), .init("rules", .array(rules)),
        ])
        return .object([
            .init("$schema", .text(schema)), .init("version", .text("2.1.0")),
            .init(
                "runs",
                .array([
                    .object([
                        .init("tool", .object([.init("driver", driver)])),
                        .init("invocations", .array([invocation(findings.compactMap(\.notice))])),
                        .init("columnKind", .text("unicodeCodePoints")), .init("results", .array(results)),
                    ])
                ])),
        ])
    }

    private static func invocation(_ notices: [String]) -> JSONValue {
        let notifications = notices.map {
            JSONValue.object([.init("level", .text("note")), .init("message", text($0))])
        }
        return .object([
            .init("executionSuccessful", .boolean(true)), .init("toolExecutionNotifications", .array(notifications)),
        ])
    }

    // MARK: Rules

    private static func rule(_ code: String, _ severity: Diagnostic.Severity) -> JSONValue {
        let page = DiagnosticPage.page(of: code)
        let members: [JSONValue.Member] = [
            .init("id", .text(code)),
            .init("defaultConfiguration", .object([.init("level", .text(level(severity)))])),
        ]
        guard let page else { return .object(members) }
        return .object(
            members + [
                .init("shortDescription", text(page.title)), .init("fullDescription", text(page.text)),
                .init("help", text(page.text)),
            ])
    }

    private static func level(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        }
    }

    // MARK: Results

    private static func result(_ diagnostic: Diagnostic, _ index: Int, _ sources: SourceMap) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("ruleId", .text(diagnostic.code)), .init("ruleIndex", .integer(index)),
            .init("level", .text(level(diagnostic.severity))), .init("message", text(DiagnosticText.whole(diagnostic))),
            .init("locations", .array([.object([physical(diagnostic.primary.range, sources)])])),
        ]
        if !diagnostic.secondary.isEmpty {
            let related = diagnostic.secondary.enumerated().map { index, label in
                JSONValue.object(
                    [.init("id", .integer(index + 1)), physical(label.range, sources)]
                        + (label.text.isEmpty ? [] : [.init("message", text(label.text))]))
            }
            members.append(.init("relatedLocations", .array(related)))
        }
        if !diagnostic.fixIts.isEmpty {
            members.append(.init("fixes", .array([fix(diagnostic.fixIts, sources)])))
        }
        if let witness = diagnostic.witness {
            members.append(.init("properties", .object([.init("witness", DiagnosticJSON.value(witness))])))
        }
        return .object(members)
    }

    private static func text(_ text: String) -> JSONValue {
        .object([.init("text", .text(text))])
    }

    private static func physical(_ range: SourceRange, _ sources: SourceMap) -> JSONValue.Member {
        .init(
            "physicalLocation",
            .object([artifact(range, sources), .init("region", .object(region(range, sources)))]))
    }

    private static func artifact(_ range: SourceRange, _ sources: SourceMap) -> JSONValue.Member {
        .init(
            "artifactLocation",
            .object([.init("uri", .text(uri(DiagnosticText.path(sources.position(of: range).file))))]))
    }

    /// Lines and columns from 1; the last column is the one behind the region.
    private static func region(_ range: SourceRange, _ sources: SourceMap) -> [JSONValue.Member] {
        let start = sources.position(of: range)
        let end = sources.position(of: SourceRange(file: range.file, lower: range.upper, upper: range.upper))
        return [
            .init("startLine", .integer(start.line)), .init("startColumn", .integer(start.column)),
            .init("endLine", .integer(end.line)), .init("endColumn", .integer(end.column)),
        ]
    }

    /// All replacements together: one alone may not mend it.
    private static func fix(_ fixIts: [Diagnostic.FixIt], _ sources: SourceMap) -> JSONValue {
        let changes = fixIts.map { fixIt in
            JSONValue.object([
                artifact(fixIt.range, sources),
                .init(
                    "replacements",
                    .array([
                        .object([
                            .init("deletedRegion", .object(region(fixIt.range, sources))),
                            .init("insertedContent", text(fixIt.replacement)),
                        ])
                    ])),
            ])
        }
        return .object([.init("artifactChanges", .array(changes))])
    }

    /// A path as a URI, in which only unreserved characters and slashes stand for themselves (RFC 3986).
    package static func uri(_ path: String) -> String {
        let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var result = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            if kept.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result.unicodeScalars.append("%")
                result.unicodeScalars.append(digits[Int(byte >> 4)])
                result.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
        return result
    }
}
