/// Errors whose mending is part of another's: what the one proposes takes the place of what the other is about, so that
/// the other would only be said twice.
enum CoveredDiagnostics {
    /// The diagnostics without those that another one's replacement takes away.
    ///
    /// - Parameters:
    ///   - diagnostics: What was found, in any order.
    ///   - text: What stands in a range.
    /// - Returns: The others, in their order.
    static func removed(from diagnostics: [Diagnostic], text: (SourceRange) -> String) -> [Diagnostic] {
        let fixIts = diagnostics.filter { $0.severity == .error }.flatMap(\.fixIts).sorted(by: isOutside)
        guard fixIts.count > 1 else { return diagnostics }
        var covered: Set<SourceRange> = []
        var widest = fixIts[0]
        for fixIt in fixIts.dropFirst() {
            if fixIt.range.file != widest.range.file || fixIt.range.upper > widest.range.upper {
                widest = fixIt
            } else if fixIt.range != widest.range, fixIt.range.lower < fixIt.range.upper,
                !widest.replacement.contains(text(fixIt.range))
            {
                covered.insert(fixIt.range)
            }
        }
        guard !covered.isEmpty else { return diagnostics }
        return diagnostics.filter { diagnostic in
            diagnostic.fixIts.isEmpty || !diagnostic.fixIts.allSatisfy { covered.contains($0.range) }
        }
    }

    /// Files one after the other; of two that begin at one place the longer one first.
    private static func isOutside(_ left: Diagnostic.FixIt, _ right: Diagnostic.FixIt) -> Bool {
        (left.range.file, left.range.lower, -left.range.upper) < (
            right.range.file, right.range.lower, -right.range.upper
        )
    }
}
