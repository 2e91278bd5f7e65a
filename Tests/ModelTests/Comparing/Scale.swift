import Foundation

/// How much is compared, and from which seed on: the environment says, so that a failure can be replayed.
enum Scale {
    static let policies = number("BANKRULES_MODEL_POLICIES") ?? 200
    static let transactions = number("BANKRULES_MODEL_TRANSACTIONS") ?? 1_000
    /// The seed of the first policy; the next one's is one more.
    static let seed = UInt64(number("BANKRULES_MODEL_SEED") ?? 1)

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init).map { max(0, $0) }
    }

    /// The seeds, dealt to so many hands.
    static func seeds(hand: Int, of hands: Int) -> [UInt64] {
        stride(from: hand, to: policies, by: hands).map { seed &+ UInt64($0) }
    }
}
