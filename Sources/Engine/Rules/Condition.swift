package import RulesDSL

/// A condition taken apart, so that an explanation can say which of its parts made it what it is.
package struct Condition: Sendable {
    /// The smallest conditions that a condition is made of, such as a comparison.
    package struct Part: Sendable {
        /// As it was written.
        package let text: String
        package let values: [Value]
        /// The optional fields for which it has another value where they are missing.
        let fallbacks: [Fallback]
        let code: Code
        /// Whether it is what it is for every transaction, such as `false`.
        let isConstant: Bool
        /// The reason that it is for the condition to fail, by its index.
        let reason: Int
    }

    /// A value that a part reads: a side of a comparison, what stands before `in`, an argument.
    package struct Value: Sendable {
        /// As it was written.
        package let text: String
        package let type: ValueType
        /// Whether people are shown it: it is not written as itself, such as `$50.00`, and is not the value before it.
        package let isShown: Bool
        /// Whether it follows from the transaction and its balance alone and can't fail, so that it can be computed
        /// later.
        let isSettled: Bool
        let code: Code
    }

    /// A place where a part reads an optional field with something in its place.
    struct Fallback: Sendable {
        /// What must be so for the place to be reached.
        enum Need: Sendable {
            case missing(DeclaredField)
            case condition(Code, holds: Bool)
        }

        let field: DeclaredField
        let needs: [Need]
    }

    /// How `and`, `or`, `not` and `if` join parts, which stand here by their index.
    indirect enum Structure: Sendable {
        case part(Int)
        case not(Structure)
        case and(Structure, Structure)
        case or(Structure, Structure)
        case conditional(Structure, then: Structure, otherwise: Structure)
    }

    /// As it was written.
    package let text: String
    package let parts: [Part]
    /// Why it can fail: of an `and`, any of the conditions that it joins.
    let reasons: [Reason]
    let structure: Structure
}

/// What is known of a part for one transaction.
struct PartFinding: Hashable {
    let part: Int
    let holds: Bool
}

extension Condition {
    /// The first part that makes the condition what it is, where what it reads can be computed. Allocates nothing.
    func firstDecidingPart(_ machine: Machine, _ input: MachineInput) -> PartFinding? {
        let (holds, part) = Self.first(in: structure, parts, machine, input)
        return holds.map { PartFinding(part: part, holds: $0) }
    }

    /// Whether a structure holds, and its first part that makes it so; of an `if` one of the branch that is chosen, or
    /// where that is a constant one of what chooses.
    private static func first(
        in structure: Structure, _ parts: [Part], _ machine: Machine, _ input: MachineInput
    ) -> (holds: Bool?, part: Int) {
        switch structure {
        case .part(let index): return (parts[index].holds(machine, input), index)
        case .not(let operand):
            let (holds, part) = first(in: operand, parts, machine, input)
            return (holds.map { !$0 }, part)
        case .and(let left, let right), .or(let left, let right):
            let isDecided = if case .or = structure { true } else { false }
            let one = first(in: left, parts, machine, input)
            guard let holds = one.holds, holds != isDecided else { return one }
            let other = first(in: right, parts, machine, input)
            return other.holds == holds ? one : other
        case .conditional(let condition, let then, let otherwise):
            let test = first(in: condition, parts, machine, input)
            guard let holds = test.holds else { return test }
            let branch = holds ? then : otherwise
            let chosen = first(in: branch, parts, machine, input)
            if case .part(let index) = branch, parts[index].isConstant { return (chosen.holds, test.part) }
            return chosen
        }
    }

    /// All parts that make the condition what it is, from the left: of an `and` that fails those that fail, of an `or`
    /// that fails all of them. Parts that can't be computed are left out.
    func decidingParts(_ machine: Machine, _ input: MachineInput) -> [PartFinding] {
        Self.deciding(structure, parts, machine, input).findings
    }

    private static func deciding(
        _ structure: Structure, _ parts: [Part], _ machine: Machine, _ input: MachineInput
    ) -> (holds: Bool?, findings: [PartFinding]) {
        switch structure {
        case .part(let index):
            let holds = parts[index].holds(machine, input)
            return (holds, holds.map { [PartFinding(part: index, holds: $0)] } ?? [])
        case .not(let operand):
            let (holds, findings) = deciding(operand, parts, machine, input)
            return (holds.map { !$0 }, findings)
        case .and(let left, let right), .or(let left, let right):
            let isDecided = if case .or = structure { true } else { false }
            let one = deciding(left, parts, machine, input)
            // Behind what can't be computed nothing is.
            guard let holds = one.holds else { return one }
            let other = deciding(right, parts, machine, input)
            if holds == isDecided { return (holds, one.findings + (other.holds == holds ? other.findings : [])) }
            return (other.holds, (other.holds == holds ? one.findings : []) + other.findings)
        case .conditional(let condition, let then, let otherwise):
            let test = deciding(condition, parts, machine, input)
            guard let holds = test.holds else { return test }
            let chosen = deciding(holds ? then : otherwise, parts, machine, input)
            return (chosen.holds, test.findings + chosen.findings)
        }
    }
}

extension Condition.Part {
    /// Nil where it can't be computed.
    fileprivate func holds(_ machine: Machine, _ input: MachineInput) -> Bool? {
        guard let value = try? machine.value(of: code, input) else { return nil }
        return value != 0
    }
}
