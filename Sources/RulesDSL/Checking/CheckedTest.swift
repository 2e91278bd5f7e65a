/// One test of a rules file, ready to be run: it starts without history.
package struct CheckedTest: Sendable {
    /// One transaction of the test, decided after those before it, and what should become of it.
    package struct Entry: Sendable {
        /// What is expected. Rules and codes are those of the policy: they are resolved by name.
        package enum Result: Sendable, Equatable {
            case accepted
            case reviewed(code: String)
            case declined(rule: String)
            case declinedAs(code: String)
            case ignored(rule: String)
        }

        /// `"1"` unless the entry names one.
        package let customer: String
        /// The entry's own, or nil for a fresh one.
        package let id: String?
        package let kind: Int
        /// Minor units, above zero.
        package let amount: Int64
        /// Seconds since 1970-01-01T00:00:00Z.
        package let time: Int64
        /// The declared fields by their order; nil for one that is missing.
        package let fields: [Constant?]
        package let expected: Result
        /// The shadow rules that must have failed; all others must not.
        package let shadows: [String]
        package let position: SourcePosition
        /// The entry as it was written, from its time to its result.
        package let range: SourceRange

        package init(
            customer: String, id: String?, kind: Int, amount: Int64, time: Int64, fields: [Constant?] = [],
            expected: Result, shadows: [String] = [], position: SourcePosition, range: SourceRange
        ) {
            self.customer = customer
            self.id = id
            self.kind = kind
            self.amount = amount
            self.time = time
            self.fields = fields
            self.expected = expected
            self.shadows = shadows
            self.position = position
            self.range = range
        }
    }

    package let name: String
    package let position: SourcePosition
    /// The balance of every customer at the start, in minor units.
    package let balance: Int64
    package let entries: [Entry]

    package init(name: String, position: SourcePosition, balance: Int64, entries: [Entry]) {
        self.name = name
        self.position = position
        self.balance = balance
        self.entries = entries
    }
}

extension CheckedTest {
    /// The id of an entry that names none, by its place, where no other entry has that id.
    package static func id(ofEntry place: Int) -> String { "entry-\(place + 1)" }
}
