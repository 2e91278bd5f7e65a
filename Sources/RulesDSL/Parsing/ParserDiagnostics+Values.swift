/// What the parser says of expressions, measures, outcomes and the entries of tests, by code.
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

    // R0120
    static func missingScope(window: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .missingScope, "this measure does not say whose transactions it takes together", at: range,
            label: "write `per customer per \(window)`",
            help: ["`across everyone per \(window)` takes those of all customers together"])
    }

    static func windowBeforeScope(plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .missingScope, "whose transactions are taken together stands before the window", at: range, to: plain)
    }

    static func missingKeyScope(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .missingScope, "this key does not say whose transactions it compares", at: range,
            label: "add `per customer`", help: ["`across everyone` compares those of all customers"],
            fixIts: [FixIt(range: range.beginning, replacement: " per customer")])
    }

    // R0121
    static func missingWindow(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .missingWindow, "this measure does not say for how long it counts", at: range,
            label: "add `per day`, or another window",
            help: ["the windows are `day`, `week`, `month`, `year`, `ever` and such as `rolling 24 hours`"])
    }

    /// `at most 3 per day`: `plain` is the measure that says it.
    static func windowBehindBound(plain: String, bound: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedExpression, "the window stands with the measure, not with the bound", at: range,
            label: "delete this", help: ["the measure says it: `\(plain)`, and then `at most \(bound)`"],
            fixIts: [FixIt(range: range, replacement: "")])
    }

    // R0122
    static func countWithExpression(isStar: Bool, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .measureExpression, "`count` counts transactions, and takes no value", at: range, label: "delete this",
            help: ["`sum amount` adds up their amounts"],
            fixIts: isStar ? [FixIt(range: range, replacement: "")] : [])
    }

    /// `loads` in `count loads`; `clause` is what says it.
    static func kindOfMeasure(_ clause: String, label: String, fixIts: [FixIt], at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .measureExpression, "which transactions are measured is said by `\(clause)`", at: range, label: label,
            fixIts: fixIts)
    }

    static func measureWithoutExpression(_ function: String, at range: SourceRange) -> Diagnostic {
        let problem =
            switch AggregateWord(rawValue: function) {
            case .sum: "this `sum` does not say what it adds up"
            case .distinct: "this `distinct` does not say which field's values it counts"
            case .count, .average, .largest, .smallest, nil: "this `\(function)` does not say of what"
            }
        let plain = function == "distinct" ? "distinct id" : "\(function) amount"
        return .rewritable(.measureExpression, problem, at: range, to: plain)
    }

    static func distinctOfExpression(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .measureExpression, "`distinct` counts the values of a field, and takes nothing else", at: range,
            label: "write the name of a field")
    }

    static func distinctOfSeveral(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .measureExpression, "`distinct` counts the values of one field", at: range, label: "delete this",
            help: ["another `limit` can count those of another field"], fixIts: [FixIt(range: range, replacement: "")])
    }

    static func distinctInWords(_ plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .measureExpression, "how many different values there are is counted by `distinct`", at: range, to: plain)
    }

    // R0123
    static func onInsideMeasure(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .onInsideMeasure, "`on` is a clause of its own in a rule", at: range,
            label: "write it before or after the measure")
    }

    // R0124
    static func expectedOutcome(
        found: String, code: String?, in kind: RuleSyntax.Kind?, at range: SourceRange
    ) -> Diagnostic {
        let (outcomes, example) =
            switch kind {
            case .unique: ("`ignore` or `decline`", "ignore as \(code ?? "DuplicateTxn")")
            case .limit, .require, nil: ("`decline` or `review`", "decline as \(code ?? "DailyLimitsExceeded")")
            }
        return .syntaxError(
            .expectedOutcome, "expected what becomes of the transaction, found \(found)", at: range,
            label: "write \(outcomes)", help: ["for example `else \(example)`"])
    }

    // R0125
    static func calendarUnit(_ unit: String, days: Int64?, at range: SourceRange) -> Diagnostic {
        let plain = days.map { "\($0) days" }
        let year = unit.hasPrefix("year")
        return .rewritable(
            .unitOfTime, "a duration is not counted in `\(unit)`", at: range, to: plain,
            otherwise: "write it in days, such as `\(year ? 365 : 30) days`",
            help: ["durations are in `seconds`, `minutes`, `hours` and `days` of 24 hours"])
    }

    static func durationTooLong(at range: SourceRange) -> Diagnostic {
        .syntaxError(.unitOfTime, "this duration is too long", at: range, label: "write it with fewer digits")
    }

    static func durationNotWhole(at range: SourceRange) -> Diagnostic {
        .syntaxError(.unitOfTime, "durations are whole seconds", at: range)
    }

    // R0126
    static func missingWord(_ word: String, example: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedWord, "the word `\(word)` is missing here", at: range, label: "write `\(example)`",
            fixIts: [FixIt(range: range.beginning, replacement: "\(word) ")])
    }

    static func missingPer(before word: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedWord, "the word `per` is missing before `\(word)`", at: range, label: "write `per \(word)`",
            fixIts: [FixIt(range: range.beginning, replacement: "per ")])
    }

    // R0127
    static func expectedEntry(found: String, example: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedEntry, "expected a transaction or `}`, found \(found)", at: range,
            label: "for example `\(example)`")
    }

    static func misplacedGiven(isRepeated: Bool, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedEntry, isRepeated ? "the balance is given twice" : "`given` stands before the first transaction",
            at: range, label: isRepeated ? "delete one of them" : "move it to the beginning of the test")
    }

    // R0128
    static func dateWithoutClock(date: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .entryTime, "a transaction needs a time of day", at: range, label: "for example `\(date) 09:00`")
    }

    static func clockWithoutDate(clock: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .entryTime, "a transaction needs a date", at: range, label: "for example `2000-01-01 \(clock)`")
    }

    static func halfOfDay(plain: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(.entryTime, "a day has the hours 00 to 23, and no halves", at: range, to: plain)
    }

    static func clockInExpression(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .entryTime, "a time of day is not a value", at: range,
            help: ["`hour` is the hour of a transaction, 0 to 23: `hour >= 9`"])
    }

    static func timeInExpression(_ plain: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .entryTime, "a time says its zone, and is written in one", at: range,
            label: "write `\(plain)`, or an offset such as `+01:00`",
            fixIts: [FixIt(range: range, replacement: plain)])
    }

    // R0129
    static func expectedResult(found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedResult, "expected what becomes of the transaction, found \(found)", at: range,
            label: "for example `accepted`",
            help: [
                "the results are `accepted`, `reviewed as CODE`, `declined by RULE`, `declined as CODE` and "
                    + "`ignored by RULE`"
            ])
    }

    static func shadowBeforeResult(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedResult, "`shadow` stands behind the result", at: range,
            label: "for example `accepted shadow daily-loads`")
    }

    static func needlessBeforeShadow(at range: SourceRange) -> Diagnostic {
        .superfluous(.expectedResult, "nothing stands between the result and `shadow`", at: range)
    }

    /// `reasons` are the rules or the codes of the file that may stand behind the result.
    static func resultWithoutReason(
        _ written: String, _ result: ResultWord, reasons: [String], at range: SourceRange
    ) -> Diagnostic {
        let what = result == .reviewed ? "code" : "rule"
        let begin = "\(result.rawValue) \(result.reasonWords.first ?? "")"
        let label =
            switch reasons.count {
            case 0: "for example `\(result.example)`"
            case 1: "write `\(begin) \(reasons[0])`"
            case 2...Parser.mostReasons: "write `\(begin)` and the \(what)"
            default: "for example `\(begin) \(reasons[0])`"
            }
        return .syntaxError(
            .expectedResult, "`\(written)` does not say \(result.reason)", at: range, label: label,
            help: (2...Parser.mostReasons).contains(reasons.count)
                ? ["it can be \(reasons.map { "`\($0)`" }.joined(separator: ", "))"] : [])
    }
}
