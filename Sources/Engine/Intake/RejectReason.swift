/// Why a line is no transaction. A closed set: each has a stable code for machines and a sentence for people.
package enum RejectReason: Sendable, Equatable {
    /// The line is longer than the limit; the rest of it was skipped.
    case lineTooLong
}
