internal import RulesDSL

/// What the transactions of tests exercise of the rules: the verdicts that show in a result.
package struct TestCoverage: Sendable {
    /// How near transactions came to the line between passing and failing, from either side.
    package struct Boundary: Sendable, Equatable {
        /// The smallest distances from the bound, in the unit of the rule's values.
        package private(set) var nearestPass: Int64?
        package private(set) var nearestFailure: Int64?
        /// How far from the bound the last value that passes can be, and the first one that fails.
        private let passReach: Int64
        private let failureReach: Int64

        fileprivate init(passReach: Int64, failureReach: Int64) {
            self.passReach = passReach
            self.failureReach = failureReach
        }

        /// Whether a transaction passed that could not have been closer.
        package var isMetByPass: Bool { nearestPass.map { $0 <= passReach } ?? false }
        /// Whether a transaction failed by the smallest step.
        package var isMetByFailure: Bool { nearestFailure.map { $0 <= failureReach } ?? false }

        fileprivate mutating func add(distance: Int64, failed: Bool) {
            if failed {
                nearestFailure = min(nearestFailure ?? .max, distance)
            } else {
                nearestPass = min(nearestPass ?? .max, distance)
            }
        }
    }

    /// What is known of one rule.
    package struct Rule: Sendable {
        package let rule: ProgramRule
        /// How many transactions passed it and how many failed its own check, as far as it shows in their results: what
        /// came too late or could not be computed says nothing of that.
        package fileprivate(set) var passes = 0
        package fileprivate(set) var failures = 0
        /// For a limit, and for a condition that is one ordering comparison.
        package fileprivate(set) var boundary: Boundary?
    }

    /// The rules in the order of precedence.
    package private(set) var rules: [Rule]

    /// Nothing is exercised yet.
    package init(_ policy: Policy) {
        rules = policy.program.rules.map { Rule(rule: $0, boundary: Self.boundary(of: $0)) }
    }

    /// The rules that no transaction failed so that it shows.
    package var neverFailing: [Rule] { rules.filter { $0.failures == 0 } }

    /// Notes what a rule said of a transaction.
    mutating func add(_ judgement: Judgement) {
        let index = Int(judgement.rule)
        guard rules.indices.contains(index) else { return }
        switch (judgement.finding, judgement.cause) {
        case (.irrelevant, _), (.exempt, _), (.failed, .tooLate), (.failed, .arithmetic): return
        case (.passed, _): rules[index].passes += 1
        case (.failed, .limit), (.failed, .condition), (.failed, .duplicate), (.failed, .conflict):
            rules[index].failures += 1
        }
        switch judgement.cause {
        case .limit, .condition: break
        // Nothing was compared with a bound.
        case .duplicate, .conflict, .tooLate, .arithmetic: return
        }
        let distance = (Int128(judgement.total) - Int128(judgement.bound)).magnitude
        rules[index].boundary?.add(distance: Int64(clamping: distance), failed: judgement.finding == .failed)
    }

    private static func boundary(of rule: ProgramRule) -> Boundary? {
        // The smallest step that people think of: a cent, a second, a day, and one of what is counted.
        let unit: Int64 = rule.valueType == .number ? 1_000_000 : 1
        switch rule.kind {
        case .unique: return nil
        case .limit:
            // A count that may be at most 2.5 is at its bound with 2.
            switch rule.aggregate?.function {
            case .count, .distinct: return Boundary(passReach: unit - 1, failureReach: unit)
            case .sum, .average, .largest, .smallest, nil: return Boundary(passReach: 0, failureReach: unit)
            }
        case .require:
            switch rule.comparison?.operation {
            case .lessOrEqual, .greaterOrEqual: return Boundary(passReach: 0, failureReach: unit)
            case .less, .greater: return Boundary(passReach: unit, failureReach: 0)
            case .equal, .notEqual, nil: return nil
            }
        }
    }
}
