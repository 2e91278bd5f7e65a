/// What the parser found wrong, as far as the checker must know it: a part that could not be read is not a missing
/// part, and nothing is said twice.
struct SyntaxErrors {
    /// The places of the errors in the order of the text.
    private let places: [SourceRange]
    /// What the parser proposes, in the order of the text.
    private let fixIts: [Diagnostic.FixIt]
    /// Whether something that could not be read stands outside every declaration that could: a name that is unknown now
    /// may have been declared there.
    let hideDeclarations: Bool

    /// The errors among the parser's diagnostics.
    ///
    /// - Parameters:
    ///   - diagnostics: What the parser found.
    ///   - declarations: All declarations it made.
    ///   - hasHoles: Whether a file whose declarations belong here could not be read.
    init(_ diagnostics: [Diagnostic], in declarations: [DeclarationSyntax], hasHoles: Bool) {
        places = diagnostics.filter { $0.severity == .error }.map(\.primary.range).sorted(by: Self.isBefore)
        fixIts = diagnostics.flatMap(\.fixIts).sorted { Self.isBefore($0.range, $1.range) }
        let ends = declarations.map(\.range).sorted(by: Self.isBefore)
        hideDeclarations =
            hasHoles
            || places.contains { place in
                let following = ends.partitioningIndex { Self.isBefore(place, $0) }
                return following == 0 || !ends[following - 1].holds(place)
            }
    }

    var isEmpty: Bool {
        places.isEmpty
    }

    func areAny(in range: SourceRange) -> Bool {
        let first = places.partitioningIndex { !Self.isBefore($0, range) }
        return first < places.count && range.holds(places[first])
    }

    /// The proposals whose places lie in a range.
    func fixIts(in range: SourceRange) -> [Diagnostic.FixIt] {
        let first = fixIts.partitioningIndex { !Self.isBefore($0.range, range) }
        return fixIts[first...].prefix { range.holds($0.range) }.filter { $0.range.upper <= range.upper }
    }

    private static func isBefore(_ left: SourceRange, _ right: SourceRange) -> Bool {
        (left.file, left.lower) < (right.file, right.lower)
    }
}

extension SourceRange {
    /// Whether the other one begins in this one or right at its end.
    fileprivate func holds(_ other: SourceRange) -> Bool {
        other.file == file && lower <= other.lower && other.lower <= upper
    }
}

extension Array {
    /// The first index whose element satisfies a condition that all later ones satisfy too.
    fileprivate func partitioningIndex(where isLater: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isLater(self[middle]) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
