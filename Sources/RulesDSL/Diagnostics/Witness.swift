/// Transactions that were decided to see that a diagnostic is right, each in the words of a test of a rules file.
public struct Witness: Sendable, Equatable {
    /// A value of a field that the policy declares.
    public struct Field: Sendable, Equatable {
        /// Its name.
        public let name: String
        /// Its value, as a rules file writes it.
        public let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// One transaction, and what became of it.
    public struct Entry: Sendable, Equatable {
        /// When, on the policy's wall clock.
        public let time: String
        /// The kind, such as `load`.
        public let kind: String
        /// The amount, with its currency.
        public let amount: String
        /// The declared fields that it has.
        public let fields: [Field]
        /// What became of it, as a test would expect it: `accepted`, `declined by daily`.
        public let result: String

        package init(time: String, kind: String, amount: String, fields: [Field], result: String) {
            self.time = time
            self.kind = kind
            self.amount = amount
            self.fields = fields
            self.result = result
        }
    }

    /// The customer's balance at the start, with its currency; nil for zero.
    public let balance: String?
    /// The transactions in their order.
    public let entries: [Entry]

    package init(balance: String?, entries: [Entry]) {
        self.balance = balance
        self.entries = entries
    }
}

extension Witness {
    /// How many entries are shown, of longer ones those at either end.
    private static let shown = (first: 3, last: 2)

    /// The lines of a test that holds it.
    ///
    /// - Parameter isWhole: Whether all entries are wanted, however many there are.
    /// - Returns: The balance, if it is not zero, and the entries in columns.
    package func lines(isWhole: Bool) -> [String] {
        let rows = entries.map { entry in
            [entry.time, entry.kind, entry.amount] + [
                (entry.fields.map { "\($0.name) \($0.value)" }).joined(separator: " ")
            ]
        }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        var lines = zip(rows, entries).map { row, entry in
            let cells = row.enumerated().filter { widths[$0.offset] > 0 }.map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 2 ? space + cell : cell + space
            }
            return (cells + [entry.result]).joined(separator: "  ")
        }
        let left = lines.count - Self.shown.first - Self.shown.last
        if !isWhole, left > 1 {
            lines.replaceSubrange(Self.shown.first..<(Self.shown.first + left), with: ["… and \(left) more"])
        }
        return (balance.map { ["given balance \($0)"] } ?? []) + lines
    }
}
