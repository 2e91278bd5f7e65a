/// One small change of a policy, such as a mistake would make, and what a test would have to show to notice it.
package struct Mutation: Sendable {
    /// What it changes.
    package enum Kind: String, Sendable, CaseIterable {
        /// A number, an amount, a date or a text, by the smallest step.
        case value
        /// `<` or `<=`, `is` or `is not`, `in` or `not in`.
        case comparison
        /// `and`, `or`, `not`, or one of the conditions that they join.
        case logic
        case arithmetic
        /// What is counted by, or computed with, a function.
        case function
        /// Only one of the values that an `if` chooses from.
        case branch
        /// `where` or `unless`.
        case condition
        /// The kinds of transactions behind `on`.
        case kinds
        case window
        /// A length of time, by a second.
        case length
        case scope
        /// Accepted ones, attempts or declined ones.
        case counted
        /// A field of a key.
        case key
        case conflict
        case outcome
        case mode
        /// An entry of a table.
        case entry
        /// A member of a list.
        case member
        /// What a field is where it is absent.
        case standard = "default"
        case rule
        /// The time zone or the beginning of the week.
        case calendar
    }

    package let kind: Kind
    /// The index of the rule that it changes, if it changes nothing else.
    package let rule: Int?
    /// The rule or the name that it changes; empty for a line of the header.
    package let subject: String
    /// What is replaced.
    package let range: SourceRange
    package let replacement: String
    /// The text around it as it is, on one line; empty where something is added.
    package let before: String
    /// The same after the change; empty where something is removed.
    package let after: String
    /// What a test would have to show.
    package let advice: String

    /// Whether the tests mean something else after it: they leave out what has a default.
    package var changesTests: Bool { kind == .standard }
}

extension SourceFile {
    /// The text with one range replaced.
    func replacing(_ range: SourceRange, with text: String) -> SourceFile {
        let lower = min(max(0, range.lower), bytes.count)
        let upper = min(max(lower, range.upper), bytes.count)
        return SourceFile(name: name, bytes: bytes[..<lower] + Array(text.utf8) + bytes[upper...])
    }

    /// The text with spaces in the place of ranges, so that all else keeps its place.
    func blanking(_ ranges: [SourceRange]) -> SourceFile {
        var blank = bytes
        for range in ranges {
            for offset in max(0, range.lower)..<min(max(range.lower, range.upper), blank.count)
            where blank[offset] != 0x0A {
                blank[offset] = 0x20
            }
        }
        return SourceFile(name: name, bytes: blank)
    }
}
