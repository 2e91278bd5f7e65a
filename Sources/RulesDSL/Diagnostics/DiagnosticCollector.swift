/// The diagnostics of one stage in one file: a limited number of them, and how many there were.
///
/// A file that isn't a rules file at all would otherwise make one for each of its bytes.
struct DiagnosticCollector {
    /// Nobody reads more, and the first ones mostly cause the rest.
    static let limit = 100

    private(set) var kept: [Diagnostic] = []
    private(set) var count = 0

    mutating func add(_ diagnostic: Diagnostic) {
        count += 1
        if kept.count < Self.limit {
            kept.append(diagnostic)
        }
    }

    /// The diagnostics of two stages in the order of the text, at most `limit` of them and one that counts the rest.
    static func merge(_ first: DiagnosticCollector, _ second: DiagnosticCollector, end: SourceRange) -> [Diagnostic] {
        let all = (first.kept + second.kept).enumerated()
            .sorted { ($0.element.primary.range.lower, $0.offset) < ($1.element.primary.range.lower, $1.offset) }
            .map(\.element)
        let rest = first.count + second.count - min(all.count, limit)
        guard rest > 0 else { return all }
        return all.prefix(limit) + [.andMore(rest, at: end)]
    }
}
