/// What the parser says of rules that are not to check, and of bounds that are not included.
extension Diagnostic {
    // R0109
    static func switchedOff(_ written: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedClause, "no clause switches a rule off, as `\(written)` would", at: range,
            label: "delete the rule, or put `#` before its lines",
            help: ["without this clause the rule is in force; `mode shadow` only reports what it would do"])
    }

    /// `clause` is what was meant; nil where nobody knows whether its last day is included.
    static func exemptPeriod(_ clause: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .expectedClause, "when a rule does not check is said by `unless`", at: range, to: clause,
            otherwise: "for example `unless date >= 2026-12-01 and date < 2027-01-01`",
            help: ["`active` says when it does check"])
    }

    static func expiry(_ clause: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedClause, "until when a rule checks is said by `active`", at: range, label: "write `\(clause)`",
            help: ["`until` a date ends with the day before"])
    }

    /// `allowed` is the condition that must hold, if that is known.
    static func conditionBesideBound(_ allowed: String?, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedClause, "a `limit` measures transactions together, and has no condition on a single one",
            at: range, label: "write it in a `require` of its own",
            help: ["that is `require checked { that \(allowed ?? "…") }`"])
    }

    // R0111
    static func periodOfUnless(_ plain: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .expectedExpression, "`unless` takes a condition, and dates are compared in it", at: range, to: plain,
            otherwise: "for example `date >= 2026-12-01 and date < 2027-01-01`")
    }

    static func dateInWords(_ plain: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .expectedExpression, "dates are written as the year, the month and the day", at: range, to: plain,
            otherwise: "for example `2027-01-01`")
    }

    /// `values` are two that the measure may have.
    static func boundInCases(_ values: (String, String), at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedExpression, "a bound that depends on something is an `if`", at: range,
            label: "write `if … then … else …`",
            help: ["for example `at most if kind is load then \(values.0) else \(values.1)`"])
    }

    // R0104
    static func amountBeforeKind(_ plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(.expectedName, "the amount stands behind the kind", at: range, to: plain)
    }

    // R0129
    static func acceptedWithReason(_ reason: String, isCode: Bool, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedResult, "nothing says why a transaction is `accepted`", at: range,
            label: isCode ? "write `accepted`, or `reviewed as \(reason)`" : "delete it")
    }

    /// `isOnly` where no more of them may stand in the same entry.
    static func markInEntry(_ mark: String, isOnly: Bool, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedResult, "no `\(mark)` stands between the parts of a transaction", at: range,
            label: isOnly ? "delete it" : "delete its commas",
            fixIts: isOnly ? [FixIt(range: range, replacement: "")] : [])
    }

    // R0102
    /// The range begins with the space before a `per`.
    static func scopeInParts(_ name: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .misspeltWord, "names are separated by commas, not by `per`", at: range, label: "write `, \(name)`",
            fixIts: [FixIt(range: range, replacement: ",")])
    }

    /// `plain` is the largest number that is less than a bound.
    static func boundNotIncluded(_ written: String, plain: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .misspeltWord, "a limit allows its bound too, and `\(written)` does not", at: range, to: plain,
            otherwise: "write `at most` and the most that is allowed",
            help: plain == nil ? ["such as a cent less, or one less"] : [])
    }
}
