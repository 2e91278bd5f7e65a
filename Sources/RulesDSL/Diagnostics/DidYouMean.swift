/// Finds what somebody probably meant by a misspelt word.
package enum DidYouMean {
    /// Longer words are not compared: nobody mistypes them into something close, and the comparison costs their
    /// product.
    private static let longest = 64

    /// The candidate nearest to `word`, or nil where none is near enough to be a help.
    ///
    /// One edit is a letter too many, missing, another one, or two neighbours swapped; a third of the letters may be
    /// wrong. Differences of case alone are no edit. Of two equally near candidates the one that sorts first wins, so
    /// that the answer doesn't depend on the candidates' order.
    package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased().unicodeScalars)
        guard !letters.isEmpty, letters.count <= longest else { return nil }
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate != word {
            let other = Array(candidate.lowercased().unicodeScalars)
            guard other.count <= longest else { continue }
            let allowed = max(1, max(letters.count, other.count) / 3)
            guard abs(letters.count - other.count) <= allowed else { continue }
            let distance = distance(letters, other)
            // A word without one letter in common is another word, however short both are.
            guard distance <= allowed, distance < min(letters.count, other.count), !isOpposite(letters, other, distance)
            else { continue }
            if let known = best, (known.distance, known.candidate) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.candidate
    }

    private static let oppositePrefixes = ["de", "dis", "ex", "in", "no-", "non", "not", "un"].map {
        Array($0.unicodeScalars)
    }

    /// Whether one word is the other's opposite, as `inactive` is of `active` and `exclude` of `include`: they are
    /// nearer to each other without such a beginning. Nobody who writes the one means the other.
    private static func isOpposite(_ word: [Unicode.Scalar], _ other: [Unicode.Scalar], _ distance: Int) -> Bool {
        let prefix = oppositePrefixes.first { word.starts(with: $0) } ?? []
        let otherPrefix = oppositePrefixes.first { other.starts(with: $0) } ?? []
        guard prefix != otherPrefix, distance > 0 else { return false }
        let stems = [word, Array(word.dropFirst(prefix.count))]
        let otherStems = [other, Array(other.dropFirst(otherPrefix.count))]
        return stems.contains { stem in otherStems.contains { self.distance(stem, $0) < distance } }
    }

    /// The fewest edits between two words, where no part is edited twice (optimal string alignment).
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in right.indices {
                let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
                var fewest = min(substitution, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    fewest = min(fewest, beforeLast[column - 1] + 1)
                }
                current.append(fewest)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
