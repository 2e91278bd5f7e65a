/// `because`: pieces of text and placeholders, in order.
package struct SentenceTemplate: Sendable, Equatable {
    /// A value that stands in braces; its raw value is the word there.
    package enum Placeholder: String, Sendable, CaseIterable {
        /// What the window already held. Only in a limit.
        case used
        /// What this transaction adds. Only in a limit.
        case this
        /// `used` and `this` together. Only in a limit.
        case total
        /// What `at most` allows. Only in a limit.
        case limit
        /// `total` less `limit`. Only in a limit.
        case excess
        /// The window, as people name it. Only in a limit.
        case window
        /// The transaction's id.
        case id
        /// The customer.
        case customer
        /// The transaction's amount.
        case amount
        /// `load` or `withdrawal`.
        case kind
        /// The transaction's time.
        case time
        /// The balance on arrival.
        case balance
        /// The rule's name.
        case rule
        /// The rule's code.
        case code
    }

    /// A piece of the sentence. Doubled braces are undone in `text`.
    package enum Part: Sendable, Equatable {
        case text(String)
        case placeholder(Placeholder)
        /// A declared field of the transaction; `(none)` where it is missing.
        case field(FieldIndex)
    }

    package let parts: [Part]

    package init(parts: [Part]) {
        self.parts = parts
    }
}
