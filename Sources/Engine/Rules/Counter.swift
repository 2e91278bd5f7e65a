/// One aggregate as it is kept: that of a limit, or of a `let`. Everything is resolved to numbers and places.
package struct Counter: BitwiseCopyable, Sendable {
    /// Where its cells are.
    package enum Place: UInt8, BitwiseCopyable, Sendable {
        /// In the customer's record: the number of a window, and what that holds.
        case record
        /// The same in the record of everyone.
        case shared
        /// Among the `AggregateCells`.
        case cells
    }

    /// Whose transactions share a cell.
    package enum Scope: BitwiseCopyable, Sendable, Equatable {
        case customer
        case everyone
        /// Those with the same key, an index into `Program.keys`.
        case key(Int32)
    }

    /// Which transactions it counts, of those it is about.
    package enum Counted: UInt8, BitwiseCopyable, Sendable {
        case accepted
        case attempts
        case declined

        /// Whether a transaction that was decided so is counted; an ignored one never is.
        @inline(__always)
        func includes(_ kind: DecisionKind) -> Bool {
            switch self {
            case .accepted: kind.isAccepted
            case .attempts: kind != .ignored
            case .declined: kind == .declined
            }
        }
    }

    /// What a transaction adds.
    package enum Addend: BitwiseCopyable, Sendable, Equatable {
        case amount
        case constant(Int64)
        case computed(Code)
        /// The customer's number, as a value to tell apart.
        case customer
        /// The number of a key, an index into `Program.keys`, as a value to tell apart.
        case key(Int32)

        /// Whether it is known to be zero or more whatever the transaction.
        var isNeverNegative: Bool {
            switch self {
            case .amount, .customer, .key: true
            case .constant(let value): value >= 0
            case .computed: false
            }
        }
    }

    package var place = Place.record
    package var scope = Scope.customer
    package var counted = Counted.accepted
    package var addend = Addend.constant(0)
    /// Which of the program's windows the cells follow; below zero for a rolling one.
    package var window: Int32 = -1
    /// The word of its record in which a plain cell's value stands, or the index among `Program.cells`.
    package var index: Int32 = 0
    /// The half of a word in which the number of a plain cell's window stands.
    package var windowHalf: Int32 = 0
    /// Whether the cells ask for the second at which a window ends.
    package var needsWindowEnd = false
    /// What 1 in `AggregateCells` is in the unit of the aggregate's type.
    package var unit: Int64 = 1
    /// Whether the cells are filled by the counter of another rule, which counts exactly the same transactions.
    package var isShared = false
    /// Whether it asks its cells, which are those of a sum, how many were counted.
    package var asksCount = false

    /// Whether it has a plain cell. What nothing reads has none at all.
    var isPlain: Bool { place != .cells && window >= 0 }

    /// Whether what is added is a value to tell apart, and no quantity.
    @inline(__always)
    var addsIdentity: Bool {
        switch addend {
        case .customer, .key: true
        case .amount, .constant, .computed: false
        }
    }
}

/// The aggregate of a `let`, for one class of transactions.
package struct LetStep: BitwiseCopyable, Sendable {
    /// Its index in the policy, in `Program.counters` and in `MachineMemory.aggregates`.
    package var index: Int32
    /// Whether any rule or count of the plan may read its value.
    package var isRead: Bool
    /// Whether it is about these transactions, as far as their class tells.
    package var isCounted: Bool
    /// What else must hold for a transaction to be counted.
    package var filter: Code?
}
