/// What the parser says of expressions, by code.
extension Diagnostic {
    // R0111
    static func expectedExpression(found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedExpression, "expected a value, found \(found)", at: range, label: "a value is missing here")
    }

    static func bracesAroundCondition(_ opener: SourceRange, _ closer: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedExpression, "braces stand around no condition", at: opener, label: "write `(`",
            secondary: [Label(closer, "and here `)`")],
            fixIts: [FixIt(range: opener, replacement: "("), FixIt(range: closer, replacement: ")")])
    }

    static func unjoinedValue(found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedExpression, "nothing joins \(found) to the value before it", at: range,
            label: "delete it, or write an operator before it")
    }

    static func unjoinedCondition(found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedExpression, "nothing joins \(found) to the condition before it", at: range,
            label: "write `and` or `or` before it")
    }

    static func between(_ plain: String?, ofTexts: Bool, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .expectedExpression, "there is no `between`", at: range, to: plain,
            otherwise: ofTexts ? orderOfTexts : "write two comparisons, joined with `and`")
    }

    private static let orderOfTexts = "texts have no order: write every one of them, as in `in [\"17\", \"42\"]`"

    static func functionInWords(_ written: String, plain: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .expectedExpression, "`\(written)` can't stand between two values", at: range, to: plain,
            otherwise: "write a function, with its values in parentheses behind it")
    }

    static func amountInWords(_ plain: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .expectedExpression, "numbers and money are written in digits", at: range, to: plain,
            otherwise: "write out all digits")
    }

    static func commaBetweenConditions(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedExpression, "conditions are joined by `and` or `or`, not by a comma", at: range,
            label: "write `and`", fixIts: [FixIt(range: range, replacement: " and")])
    }

    /// `and < $500`: `subject` is what stands before the sign of the comparison before.
    static func missingSubject(_ subject: String?, sign: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedExpression, "this comparison has nothing before its `\(sign)`", at: range,
            label: subject.map { "write `\($0) \(sign)`" } ?? "write what is compared again",
            fixIts: subject.map { [FixIt(range: range.beginning, replacement: "\($0) ")] } ?? [])
    }

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

    /// `at most 3 per day`: `plain` is the measure that says it.
    static func windowBehindBound(plain: String, bound: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedExpression, "the window stands with the measure, not with the bound", at: range,
            label: "delete this", help: ["the measure says it: `\(plain)`, and then `at most \(bound)`"],
            fixIts: [FixIt(range: range, replacement: "")])
    }

    // R0112
    static func assignmentInExpression(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .assignmentInExpression, "values are compared with `is`", at: range, label: "write `is`",
            fixIts: [FixIt(range: range, replacement: "is")])
    }

    static func missingEquals(of name: String, at range: SourceRange, replaces: Bool) -> Diagnostic {
        .syntaxError(
            .assignmentInExpression, "a `let` gives its name a value with `=`", at: range, label: "write `=`",
            help: replaces || name.isEmpty ? [] : ["it is written `let \(name) = …`"],
            fixIts: replaces ? [FixIt(range: range, replacement: "=")] : [])
    }

    // R0113
    /// `plain` is what would stand in place of the second sign, if that is not too long to be read.
    static func chainedComparison(first: SourceRange, plain: String?, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .chainedComparison, "comparisons can't be chained", at: range,
            label: plain.map { "write `\($0)`" } ?? "the second comparison",
            secondary: [Label(first, "the first one")], help: ["two comparisons are joined with `and`"],
            fixIts: plain.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    // R0114
    static func binaryMinus(spaceBefore: Bool, spaceAfter: Bool, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .minusSpacing, "a minus between two values has a space on both sides", at: range, label: "write ` - `",
            fixIts: [FixIt(range: range, replacement: (spaceBefore ? "" : " ") + "-" + (spaceAfter ? "" : " "))])
    }

    static func unaryMinus(gap: SourceRange, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .minusSpacing, "a minus before a value has no space after it", at: range, label: "delete the space",
            fixIts: [FixIt(range: gap, replacement: "-")])
    }

    // R0115
    static func nestingTooDeep(limit: Int, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .nestingTooDeep, "this expression is nested more than \(limit) levels deep", at: range,
            help: ["give parts of it a name with `let`"])
    }

    // R0116
    static func expressionTooLong(limit: Int, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expressionTooLong, "this expression has more than \(limit) operators", at: range,
            help: ["give parts of it a name with `let`; to compare with many values, use `in [ … ]`"])
    }

    // R0117
    static func unclosedBracket(
        opener: SourceRange, openerText: String, closer: String, found: String, isList: Bool, at range: SourceRange
    ) -> Diagnostic {
        .syntaxError(
            .unclosedBracket, "expected \(isList ? "`,` or " : "")`\(closer)`, found \(found)", at: range,
            label: "a \(isList ? "`,` or " : "")`\(closer)` is missing before this",
            secondary: [Label(opener, "this `\(openerText)` is open")])
    }

    static func unmatchedBracket(_ bracket: String, at range: SourceRange) -> Diagnostic {
        .superfluous(.unclosedBracket, "this `\(bracket)` closes nothing", at: range)
    }

    // R0118
    static func incompleteConditional(_ word: String, at range: SourceRange, conditional: SourceRange) -> Diagnostic {
        .syntaxError(
            .incompleteConditional, "this `if` has no `\(word)`", at: conditional,
            secondary: [Label(range, "expected `\(word)` here")],
            help: ["an `if` is a value in both cases: `if weekday is sunday then 2 else 1`"])
    }

    // R0119
    static func expectedList(after sign: String, plain: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .expectedList, "`\(sign)` takes a list of values", at: range, to: plain,
            otherwise: "write the values between `[` and `]`")
    }

    static func rangeInList(plain: String?, ofTexts: Bool, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .expectedList, "a list holds single values, and no ranges", at: range, to: plain,
            otherwise: ofTexts ? orderOfTexts : "write two comparisons, joined with `and`")
    }

    static func rangeAmongElements(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedList, "a list holds single values, and no ranges", at: range,
            label: "write every value of it, or compare with both ends in place of the list")
    }
}
