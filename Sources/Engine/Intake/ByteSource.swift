/// Where the input comes from.
package protocol ByteSource: AnyObject {
    /// Reads at least one and at most `count` bytes to `start`; 0 at the end of the input. Waits where it must.
    func read(into bytes: Column<UInt8>, at start: Int, count: Int) throws(CriticalError) -> Int
    /// Whether a read would not have to wait now. What is there is decided first, so that a peer at the other end of
    /// a pipe gets its answers.
    var isReady: Bool { get }
    /// How many bytes the whole input has, if that is known.
    var length: Int? { get }
    /// Ends the input for whoever waits for it now: the run has failed elsewhere. Any thread may call it.
    func interrupt()
}

extension ByteSource {
    /// A source that never waits has nobody to wake.
    package func interrupt() {}
}
