internal import Engine
internal import RulesDSL

/// Which small changes of rules no test notices, for people.
struct MutationReport {
    let style: TextStyle

    /// How many were tried, and each that goes unnoticed with its place and what a test would have to show.
    func lines(_ file: TestedFile) -> [String] {
        let name = TerminalText.escape(file.name)
        let mutants: [TestedFile.Mutant]
        switch file.results?.mutants {
        case nil: return []
        case .untried(let reason): return ["\(name): \(style("no small change tried", .notice)): \(reason)"]
        case .tried(let tried): mutants = tried
        }
        let unnoticed = file.unnoticed
        let tried = "\(name): \(NumberText.counted(mutants.count, "small change")) tried"
        guard !unnoticed.isEmpty else { return ["\(tried), \(style("each is noticed by a test", .good))"] }
        let count = style("\(NumberText.grouped(unnoticed.count)) that no test notices", .bad)
        let legend =
            "  each could be a mistake that all tests let pass; below it stands what a test needs to notice it"
        return ["\(tried), \(count)", legend]
            + unnoticed.flatMap { mutant in
                let place = "\(TerminalText.escape(mutant.position.file)):\(mutant.position.line)"
                return [
                    "  \(place): \(TerminalText.escape(Self.title(mutant.mutation)))",
                    "      \(TerminalText.escape(mutant.mutation.advice))",
                ]
            }
    }

    /// ``daily-load-amount: `at most $5,000.00` → `at most $5,000.01` ``.
    static func title(_ mutation: Mutation) -> String {
        let subject = mutation.subject.isEmpty ? "" : "\(mutation.subject): "
        if mutation.after.isEmpty { return "\(subject)`\(mutation.before)` removed" }
        if mutation.before.isEmpty { return "\(subject)`\(mutation.after)` added" }
        return "\(subject)`\(mutation.before)` → `\(mutation.after)`"
    }
}
