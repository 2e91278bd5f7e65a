/// What the parser says of aggregates, declarations of what comes from elsewhere, and the clauses around a rule, by
/// code.
extension Diagnostic {
    // R0130
    static func aggregateInExpression(_ function: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .aggregateInExpression, "`\(function)` stands only in a limit, or as the whole of a `let`", at: range,
            help: ["give it a name with `let`, and use that: `let usual = \(function) … per customer per day`"])
    }

    static func afterAggregate(found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .aggregateInExpression, "an aggregate is the whole of its `let`: \(found) can't stand behind it", at: range,
            help: ["use its name in another `let`, or where the value is needed"])
    }

    // R0131
    static func missingColon(after what: String, at range: SourceRange, replaces: Bool) -> Diagnostic {
        .syntaxError(
            .missingColon, "a `:` stands after `\(what)`", at: range, label: "write `:`",
            fixIts: [FixIt(range: range, replacement: replaces ? ":" : " :")])
    }

    static func typeBeforeName(plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(.missingColon, "the type stands behind the name and a `:`", at: range, to: plain)
    }

    // R0132
    static func fallbackOfMeasure(at range: SourceRange) -> Diagnostic {
        .superfluous(.fallbackOfMeasure, "a limit's measure always has a value, and takes no `or`", at: range)
    }

    // R0133
    static func optionalWithDefault(_ optional: SourceRange, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .fieldOption, "a field with a `default` is never missing, and so not `optional`", at: range,
            label: "delete one of them", secondary: [Label(optional, "the other")])
    }

    static func optionTwice(_ word: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(.fieldOption, "`\(word)` stands twice in this field", at: range, label: "delete one of them")
    }

    static func optionAfterPath(_ word: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .fieldOption, "`\(word)` stands before `from`", at: range,
            help: ["the order is `field merchant : text optional from \"merchant.name\"`"])
    }

    static func needlessRequired(_ word: String, at range: SourceRange) -> Diagnostic {
        .superfluous(.fieldOption, "a field is required unless it says something else, and has no `\(word)`", at: range)
    }

    // R0134
    static func expectedMembers(found: String, plain: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .expectedMembers, "expected the members of the list, found \(found)", at: range, to: plain,
            otherwise: "for example `[\"17\", \"42\"]`", help: ["members from a file: `from \"vip.txt\"`, one a line"])
    }

    // R0135
    static func expectedTableEntry(found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .tableEntry, "expected an entry of the table or `}`, found \(found)", at: range,
            label: "write `VALUE: RESULT`, or `else: RESULT` as the last one")
    }

    static func commaBetweenEntries(at range: SourceRange) -> Diagnostic {
        .superfluous(.tableEntry, "no comma stands between the entries of a table", at: range)
    }

    static func elseNotLast(at range: SourceRange, isRepeated: Bool) -> Diagnostic {
        .syntaxError(
            .tableEntry, isRepeated ? "the table has a second `else`" : "`else` is the last entry of a table",
            at: range, label: isRepeated ? "delete one of them" : "move this before it")
    }

    static func severalTableKeys(at range: SourceRange) -> Diagnostic {
        .syntaxError(.tableEntry, "a table has one key", at: range, label: "delete what follows the first")
    }

    // R0136
    static func expectedLength(found: String, example: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedLength, "expected a length of time, found \(found)", at: range, label: "for example `\(example)`")
    }

    static func withinInWords(_ plain: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .expectedLength, "how long a repeat counts as one is said by `within`", at: range, to: plain,
            otherwise: "for example `within 10 minutes`")
    }

    static func lengthWithoutUnit(_ written: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedLength, "this length of time has no unit", at: range, label: "for example `\(written) days`",
            help: ["the units are `seconds`, `minutes`, `hours` and `days` of 24 hours"])
    }

    static func unknownUnit(_ word: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedLength, "there is no unit of time `\(word)`", at: range,
            help: ["the units are `seconds`, `minutes`, `hours` and `days` of 24 hours"])
    }

    static func calendarInRolling(_ window: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedLength, "`\(window)` is a window of the calendar, and no length of time", at: range,
            label: window == "day" ? "write `24 hours`" : "for example `30 days`",
            help: ["without `rolling`, `per \(window)` is the \(window) of the calendar"],
            fixIts: window == "day" ? [FixIt(range: range, replacement: "24 hours")] : [])
    }

    // R0137
    static func conflictOutcome(_ word: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .conflictOutcome, "a conflict can only be declined, not `\(word)`", at: range, label: "write `decline`",
            help: ["without a `conflict` clause it has the outcome of `else`"],
            fixIts: [FixIt(range: range, replacement: "decline")])
    }

    static func conflictWithoutCode(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .conflictOutcome, "this `conflict` has no code", at: range, label: "add `as`, and a word for machines",
            help: ["for example `conflict decline as Changed`"])
    }

    static func expectedConflict(found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .conflictOutcome, "expected `decline` or `on`, found \(found)", at: range,
            label: "for example `conflict on amount decline as Changed`")
    }

    static func elseInConflict(at range: SourceRange) -> Diagnostic {
        .superfluous(.conflictOutcome, "a `conflict` has its outcome without an `else`", at: range)
    }

    // R0138
    static func activeWithoutFrom(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .activePeriod, "this does not say whether the rule begins or ends then", at: range,
            label: "write `from` or `until` before it")
    }

    static func activeWithoutPeriod(found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .activePeriod, "expected `from` or `until`, found \(found)", at: range,
            label: "for example `active from 2026-01-01 until 2026-07-01`")
    }

    /// What is to be known where nobody knows whether the last day of a period is included.
    static func lastDay(_ last: (day: String, next: String)?) -> [String] {
        guard let last else { return [] }
        return [
            "`until` does not include the day behind it: if \(last.day) is the last one, write `until \(last.next)`"
        ]
    }

    static func periodInWords(_ plain: String, last: (day: String, next: String)?, at range: SourceRange) -> Diagnostic
    {
        .rewritable(
            .activePeriod, "a period is written with `from` and `until`", at: range, to: plain, help: lastDay(last))
    }

    static func periodTwice(_ word: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(.activePeriod, "`\(word)` stands twice in this clause", at: range, label: "delete one of them")
    }

    static func untilBeforeFrom(at range: SourceRange) -> Diagnostic {
        .syntaxError(.activePeriod, "`from` stands before `until`", at: range, label: "move this before it")
    }

    // R0139
    static func aggregateOrder(_ word: String, before other: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .aggregateOrder, "`\(word)` stands before `\(other)`", at: range,
            help: ["the order is `average amount of attempts on load per customer per day or …`"])
    }

    // R0140
    static func spaceBeforeArguments(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .callSpacing, "no space stands between a function and its `(`", at: range, label: "delete the space",
            help: ["if this is no function, an operator is missing before the `(`"],
            fixIts: [FixIt(range: range, replacement: "")])
    }
}
