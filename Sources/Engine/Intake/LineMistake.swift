/// The first mistake of a line, and where in the chunk's bytes it is.
struct LineMistake: Error {
    let reason: RejectReason
    let position: Int

    init(_ reason: RejectReason, at position: Int) {
        self.reason = reason
        self.position = position
    }
}
