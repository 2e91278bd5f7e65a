internal import RulesDSL

/// The memory in which a program's expressions are computed, for one thread at a time. Its owner frees it.
package struct MachineMemory: Sendable {
    let stack: Column<Int64>
    /// What the policy's aggregates are for the transaction that is judged, in their order and in the units of their
    /// types (a count in millionths). Whoever judges fills it before any expression that reads one is computed.
    package let aggregates: Column<AggregateValue>

    package init(_ program: Program) {
        stack = Column(repeating: 0, capacity: program.stackDepth)
        aggregates = Column(repeating: .nothing, capacity: max(1, program.policy.aggregates.count))
    }

    /// Frees the memory. No machine that works in it may be used after it.
    package func deallocate() {
        stack.deallocate()
        aggregates.deallocate()
    }
}

/// Why an expression has no value for a transaction.
package enum EvaluationFailure: Error, BitwiseCopyable, Sendable {
    /// A result does not fit, a divisor is zero, or a plugin's function failed.
    case arithmetic
    /// It reads an aggregate whose window is closed for the transaction.
    case tooLate

    /// The cause under which the rule fails that needs the value.
    package var cause: Cause {
        switch self {
        case .arithmetic: .arithmetic
        case .tooLate: .tooLate
        }
    }
}
