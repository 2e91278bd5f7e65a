/// What the parser says of measures, outcomes and the entries of tests, by code.
extension Diagnostic {
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

    static func tableWithoutKey(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedWord, "this table does not say which field its values depend on", at: range,
            label: "write `by` and the field, such as `by kind`")
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
}
