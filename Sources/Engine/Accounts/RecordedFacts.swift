/// Which failures are recorded with the decisions: the fewer, the faster.
package enum RecordedFacts: Sendable, CaseIterable {
    /// What flags accepted transactions, and what they fail in shadow: those belong to their events whoever listens.
    case ofAccepted
    /// Also what decided each of the others.
    case decisive
    /// Every failure.
    case all
}
