/// A measure as it was written, up to its window.
struct MeasureRead {
    /// `sum amount of attempts`.
    let head: String
    /// `per customer`.
    let scope: String?
}

/// The bound of a limit, and the window that people write behind it.
extension Parser {
    /// A range as it was written, in one line.
    func line(_ range: SourceRange) -> String {
        text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `$5,000.00`, after `at most`.
    mutating func parseBound() -> ExpressionSyntax {
        let bound = parseExpression()
        skipCases(of: bound)
        skipWindowBehindBound(bound)
        endWhole()
        return isLost ? ExpressionSyntax(.missing, bound.range) : bound
    }

    /// `at most $500 where country is "US" and $200 otherwise`: a bound with cases is an `if`.
    private mutating func skipCases(of bound: ExpressionSyntax) {
        guard !isLost, let word = wordOnLine(0), !current.isFirstOnLine, ["if", "when", "where"].contains(word) else {
            return
        }
        var length = 1
        var isDivided = false
        while !peek(length).isFirstOnLine, !peek(length).is(.rightBrace), peek(length).kind != .end {
            let joint = peek(length).word
            isDivided = isDivided || joint == "otherwise" || joint == "else" && !startsOutcome(at: length + 1)
            length += 1
        }
        guard isDivided else { return }
        for _ in 0..<length { take() }
        note(.boundInCases((money("500"), money("200")), at: range(from: bound.range)))
    }

    private static let articles: Set = ["a", "an", "each", "every"]
    private static let longestWindow = 12

    /// `at most 3 per day`, `at most 3 times a day`: the window is part of the measure.
    private mutating func skipWindowBehindBound(_ bound: ExpressionSyntax) {
        guard !isLost, let begin = distanceToWindow else { return }
        let first = current.range
        for _ in 0..<begin { take() }
        let parts = takeWindowParts()
        let plain = measure(with: parts, of: bound)
        note(.windowBehindBound(plain: plain, bound: text(bound.range), at: range(from: first)))
    }

    /// How many words stand before the window behind a bound, as in `times per day`; nil where none stands there.
    private var distanceToWindow: Int? {
        for distance in 0...1 {
            guard let word = peek(distance).word, !peek(distance).isFirstOnLine else { return nil }
            if word == "per" || word == "across" || Self.adverbs[word] != nil { return distance }
            if Self.articles.contains(word), isWindow(at: distance + 1) { return distance }
            guard !startsClause, !JoiningWord.isKeyword(word) else { return nil }
        }
        return nil
    }

    /// What stands behind each `per`, up to the end of the line or the next clause.
    private mutating func takeWindowParts() -> [String] {
        var parts: [String] = []
        for _ in 0..<Self.longestWindow where !current.isFirstOnLine && !isAtEnd && !current.is(.rightBrace) {
            let written = text(current.range)
            let isLength = if case .number = peek().kind { written == "in" || written == "within" } else { false }
            if written == "per" || isLength || Self.articles.contains(written) {
                parts.append("")
            } else if written == "across" || Self.adverbs[written] != nil {
                parts.append(Self.adverbs[written] ?? "across")
            } else if startsClause {
                break
            } else if written != "calendar", !parts.isEmpty {
                let isJoined = parts[parts.count - 1].isEmpty || written == ","
                parts[parts.count - 1] += (isJoined ? "" : " ") + written
            }
            take()
        }
        return parts
    }

    /// The measure with the window of the bound.
    private func measure(with parts: [String], of bound: ExpressionSyntax) -> String {
        let isMoney = if case .literal(.money) = bound.kind { true } else { false }
        let head = measureRead?.head ?? (isMoney ? "sum amount" : "count")
        var scopes = parts
        var window = "day"
        if let last = parts.last, let first = last.split(separator: " ").first.map(String.init) {
            if Self.windows.contains(first) || first == "rolling" {
                window = last
                scopes.removeLast()
            } else if first.first?.isNumber == true {
                window = "rolling \(last)"
                scopes.removeLast()
            }
        }
        let scope = scopes.first.map { $0.hasPrefix("across") ? $0 : "per \($0)" }
        return "\(head) \(scope ?? measureRead?.scope ?? "per customer") per \(window)"
    }
}
