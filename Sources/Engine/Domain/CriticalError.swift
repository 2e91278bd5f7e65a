/// What stops a run: the failure and, in front of it, what was being done at each level above.
///
/// A bad line is never critical; a full disk is.
public struct CriticalError: Error, Sendable, Equatable {
    /// What kind of failure it is, which decides a program's exit code.
    public enum Kind: Sendable, Equatable {
        /// Reading the input failed.
        case input
        /// Writing a result failed.
        case output
        /// The system has no more memory.
        case memory
        /// A documented limit of this program was reached.
        case limit
        /// A check of the engine's own found that it is wrong.
        case inconsistency
    }

    /// What kind of failure it is.
    public let kind: Kind
    /// From the outermost undertaking to the failure itself.
    public let chain: [String]

    /// A failure with nothing around it yet.
    ///
    /// - Parameters:
    ///   - kind: What kind of failure it is.
    ///   - message: What happened: lower-case first letter, no full stop.
    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        chain = [message]
    }

    private init(kind: Kind, chain: [String]) {
        self.kind = kind
        self.chain = chain
    }

    /// The same failure, with what was being done in front of it.
    ///
    /// - Parameter context: What was being done: `writing the results`.
    /// - Returns: The error with one more link.
    package func during(_ context: String) -> CriticalError {
        CriticalError(kind: kind, chain: [context] + chain)
    }

    /// The whole chain: `writing the results: output.txt: no space left on device`.
    public var message: String {
        chain.joined(separator: ": ")
    }

    static let outOfMemory = CriticalError(.memory, "the system has no more memory to give")
}
