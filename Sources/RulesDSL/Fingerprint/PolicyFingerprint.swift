/// What tells policies apart that may decide differently: SHA-256 over the checked policy with the members of its
/// lists, the entries of its tables, the transitions of its zone and the versions of its plugins.
///
/// Tests, comments, the layout, the order of clauses and the division into files are not in it. Two policies with one
/// fingerprint decide alike and give the same reasons; `docs/fingerprint.md` says what is hashed.
public struct PolicyFingerprint: Sendable, Hashable {
    /// The digest, 32 bytes.
    public let digest: [UInt8]

    /// The digest as 64 hexadecimal digits in lower case.
    public var hexadecimal: String {
        String(digest.flatMap { [$0 >> 4, $0 & 15] }.map { Self.digits[Int($0)] })
    }

    /// Enough of it for people: its first 12 digits.
    public var short: String { String(hexadecimal.prefix(12)) }

    private static let digits = Array("0123456789abcdef")

    /// The fingerprint of a policy.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - vocabulary: The fields and kinds that it names, which are hashed by their names.
    ///   - providers: Who offers each of its declared functions and in which version, in their order.
    /// - Complexity: Linear in the size of the policy, its lists and tables included.
    package init(of policy: CheckedPolicy, vocabulary: Vocabulary, providers: [String]) {
        var encoder = FingerprintEncoder(vocabulary: vocabulary, declared: policy.fields.map(\.name))
        encoder.add(policy, providers: providers)
        digest = encoder.finish()
    }
}
