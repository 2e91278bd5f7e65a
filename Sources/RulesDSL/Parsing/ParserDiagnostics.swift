/// What the parser says of declarations, names and clauses, by code.
extension Diagnostic {
    // R0101
    /// `instead` is what was probably meant, as it would be written.
    static func expectedDeclaration(
        found: String, instead: String? = nil, isRule: Bool = false, at range: SourceRange
    ) -> Diagnostic {
        let all =
            "a rules file consists of `policy`, `currency`, `timezone`, `week`, `late`, `include`, `field`, "
            + "`list`, `table`, `function`, `let`, `unique`, `limit`, `require` and `test`"
        let rules =
            "a rule begins with `limit` (how much in how long), `require` (a condition) or `unique` (the same thing "
            + "twice), and a name"
        return .syntaxError(
            .expectedDeclaration, "expected a declaration, found \(found)", at: range,
            label: instead == nil ? "" : "it is written in another way",
            help: [instead.map { "for example `\($0)`" } ?? (isRule ? rules : all)])
    }

    // R0102
    static func misspeltWord(
        _ word: String, meant: String, replacement: String? = nil, at range: SourceRange
    ) -> Diagnostic {
        let problem = word.contains(" ") ? "can't stand here" : "is not a word that can stand here"
        return .syntaxError(
            .misspeltWord, "`\(word)` \(problem)", at: range, label: "did you mean `\(meant)`?",
            fixIts: [FixIt(range: range, replacement: replacement ?? meant)])
    }

    static func unknownWindow(_ word: String, meant: String?, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .misspeltWord, "there is no window `\(word)`", at: range,
            label: meant.map { "did you mean `\($0)`?" } ?? "",
            help: ["the windows are `day`, `week`, `month`, `year`, `ever` and such as `rolling 24 hours`"],
            fixIts: meant.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    static func needlessCalendar(_ window: String, plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(.misspeltWord, "`\(window)` is a \(window) of the calendar already", at: range, to: plain)
    }

    static func unknownMode(_ word: String, at range: SourceRange) -> Diagnostic {
        let problem = "there is no mode `\(word)`"
        let help = ["a rule without `mode` is enforced; one in the shadow is evaluated and reported, and never decides"]
        guard !Parser.isOff(word) else {
            return .syntaxError(
                .misspeltWord, problem, at: range,
                label: "to switch the rule off, delete it, or put `#` before its lines", help: help)
        }
        guard !["active", "enabled", "enforce", "enforced", "live", "normal", "on"].contains(word) else {
            return .syntaxError(.misspeltWord, problem, at: range, label: "delete this clause", help: help)
        }
        return .syntaxError(
            .misspeltWord, problem, at: range, label: "did you mean `shadow`?", help: help,
            fixIts: [FixIt(range: range, replacement: "shadow")])
    }

    static func needlessOf(_ function: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .misspeltWord, "what is measured stands right behind `\(function)`", at: range, label: "delete this `of`",
            fixIts: [FixIt(range: range, replacement: "")])
    }

    static func countedInWords(_ meant: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .misspeltWord, "which transactions are counted is said with `of`", at: range, to: "of \(meant)",
            help: ["`of attempts` counts all that were not ignored, `of declined` those that were declined"])
    }

    static func countedFirst(_ plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .misspeltWord, "which transactions are counted is said behind what is measured", at: range, to: plain)
    }

    static func needlessSign(_ sign: String, after keyword: String, at range: SourceRange) -> Diagnostic {
        .superfluous(.misspeltWord, "no `\(sign)` stands after `\(keyword)`", at: range)
    }

    static func commaBetweenNames(found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(.misspeltWord, "names are separated by commas, not by \(found)", at: range, label: "write `,`")
    }

    static func isIn(_ words: String, isNegated: Bool, at range: SourceRange) -> Diagnostic {
        let plain = isNegated ? "not in" : "in"
        return .rewritable(.misspeltWord, "`is` does not go with `\(words)`", at: range, to: plain)
    }

    static func atLeast(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .misspeltWord, "a limit has no `at least`", at: range,
            help: [
                "a limit says how much is allowed `at most`; for a lower bound write a `require` with "
                    + "`that amount >= …`"
            ])
    }

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

    static func dayInWords(_ word: String, meant: String, plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .misspeltWord, "`\(word)` is not a word that can stand here", at: range, to: plain,
            help: ["`from` includes the day behind it, `until` does not"])
    }

    /// `last` is the day behind the word and the day after, where nobody knows whether it is included.
    static func periodWord(
        _ word: String, meant: String, last: (day: String, next: String)?, at range: SourceRange
    ) -> Diagnostic {
        .syntaxError(
            .misspeltWord, "`\(word)` is not a word that can stand here", at: range, label: "did you mean `\(meant)`?",
            help: lastDay(last), fixIts: [FixIt(range: range, replacement: meant)])
    }

    // R0104
    static func expectedName(_ what: String, example: String, found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedName, "expected \(what), found \(found)", at: range, label: "for example `\(example)`")
    }

    /// `isSign` where something stands in its place.
    static func listWithoutType(_ type: String, isSign: Bool, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedName, "this list does not say of what type its members are", at: range,
            label: "write `: \(type)`",
            fixIts: [
                isSign
                    ? FixIt(range: range, replacement: ": \(type)")
                    : FixIt(range: range.beginning, replacement: ": \(type) ")
            ])
    }

    static func namedParameter(at range: SourceRange) -> Diagnostic {
        .superfluous(.expectedName, "what a function takes is said by its type alone", at: range)
    }

    static func nameOfSeveralWords(plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(.expectedName, "a name is one word", at: range, to: plain)
    }

    static func codeOfSeveralWords(plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(.expectedName, "a code is one word", at: range, to: plain)
    }

    static func keywordAsCode(_ word: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedName, "`\(word)` is a word of the language and can't be a code", at: range,
            label: "for example `as DailyLimitsExceeded`")
    }

    static func needlessQuotes(plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(.expectedName, "there are no quotes around names", at: range, to: plain)
    }

    static func amountBeforeKind(_ plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(.expectedName, "the amount stands behind the kind", at: range, to: plain)
    }

    // R0105
    static func expectedText(_ what: String, example: String, found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedText, "expected \(what) between quotes, found \(found)", at: range,
            label: "for example `\(example)`")
    }

    static func missingQuotes(plain: String, at range: SourceRange) -> Diagnostic {
        let plain = "\"\(plain.escapedForText)\""
        return .rewritable(.expectedText, "a text stands between quotes", at: range, to: plain)
    }

    // R0106
    static func missingOpeningBrace(found: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .missingOpeningBrace, "expected `{`, found \(found)", at: range, label: "a `{` is missing here",
            fixIts: [
                FixIt(range: SourceRange(file: range.file, lower: range.lower, upper: range.lower), replacement: " {")
            ])
    }

    /// `closer` is where a `}` is missing too.
    static func signForBrace(_ sign: String, closer: SourceRange?, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .missingOpeningBrace, "expected `{`, found `\(sign)`", at: range, label: "write `{`",
            secondary: closer.map { [Label($0, "and a `}` behind this")] } ?? [],
            fixIts: [FixIt(range: range, replacement: " {")]
                + (closer.map { [FixIt(range: $0, replacement: "\n}")] } ?? []))
    }

    // R0107
    static func missingClosingBrace(opener: SourceRange, at range: SourceRange, isAtEnd: Bool) -> Diagnostic {
        .syntaxError(
            .missingClosingBrace, "this `{` is never closed", at: opener,
            secondary: [Label(range, "a `}` is missing after this")],
            fixIts: [FixIt(range: range, replacement: "\n}")])
    }

    // R0108
    static func unmatchedClosingBrace(at range: SourceRange) -> Diagnostic {
        .superfluous(.unmatchedClosingBrace, "this `}` closes nothing", at: range)
    }

    // R0109
    static func expectedClause(
        found: String, in kind: RuleSyntax.Kind?, isBound: Bool, at range: SourceRange
    ) -> Diagnostic {
        let bound = "did you mean `at most \(found.filter { $0 != "`" })`?"
        let label = isBound ? bound : found == "`,`" ? "delete it" : ""
        return .syntaxError(
            .expectedClause, "expected a clause or `}`, found \(found)", at: range, label: label,
            help: [clauses(of: kind)])
    }

    private static func clauses(of kind: RuleSyntax.Kind?) -> String {
        let words = ClauseKeyword.all(in: kind).map { "`\($0.rawValue)`" }
        return "the clauses of a \(kind.map { "`\($0.rawValue)`" } ?? "rule") begin with "
            + words.dropLast().joined(separator: ", ") + " and \(words[words.count - 1])"
    }

    /// `plain` is the clause that was meant.
    static func misplacedWhere(_ word: String, plain: String?, fixIts: [FixIt], at range: SourceRange) -> Diagnostic {
        let problem = word == "where" ? "`where` stands only after `on`" : "no condition begins with `\(word)` here"
        return .syntaxError(
            .expectedClause, problem, at: range,
            label: "write it behind the kinds: `\(plain ?? "on load where …")`", fixIts: fixIts)
    }

    static func whereWithoutKinds(at range: SourceRange) -> Diagnostic {
        let kinds = "on \(ForeignKind.all.joined(separator: ", "))"
        return .syntaxError(
            .expectedClause, "`where` stands only after `on`", at: range, label: "write `\(kinds) where`",
            fixIts: [FixIt(range: range.beginning, replacement: kinds + " ")])
    }

    /// `allowed` is the condition that must hold, if that is known.
    static func conditionOfLimit(
        _ allowed: String?, keyword: SourceRange, then: SourceRange?, at range: SourceRange
    ) -> Diagnostic {
        .syntaxError(
            .expectedClause, "a `limit` measures transactions together, and has no condition on a single one",
            at: range, label: allowed.map { "write `that \($0)`" } ?? "write what must hold behind `that`",
            secondary: [Label(keyword, "and here `require`")] + (then.map { [Label($0, "and here `else`")] } ?? []),
            fixIts: allowed.map {
                [FixIt(range: keyword, replacement: "require"), FixIt(range: range, replacement: "that \($0)")]
                    + (then.map { [FixIt(range: $0, replacement: "else")] } ?? [])
            } ?? [])
    }

    /// `then` is the word that becomes `else` on a line of its own.
    static func conditionInWords(_ plain: String?, then: SourceRange? = nil, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedClause, "a `require` says what must hold", at: range,
            label: plain.map { "write `\($0)`" } ?? "write it behind `that`",
            secondary: then.map { [Label($0, "and here `else`")] } ?? [],
            fixIts: plain.map {
                [FixIt(range: range, replacement: $0)]
                    + (then.map { [FixIt(range: $0, replacement: "else")] } ?? [])
            } ?? [])
    }

    static func givenInRule(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedClause, "`given` stands only in a test", at: range,
            help: [
                "a rule about the balance is a `require` with `that balance >= …`; `on load where balance >= …` "
                    + "says which transactions a rule is about"
            ])
    }

    static func partOfMeasure(_ word: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedClause, "a `limit` has no `\(word)`", at: range, label: "say this with what is measured",
            help: ["that is one clause, such as `sum amount per customer per rolling 24 hours`"])
    }

    static func needlessClause(
        _ word: String, advice: String, in kind: RuleSyntax.Kind?, at range: SourceRange
    ) -> Diagnostic {
        .syntaxError(
            .expectedClause, "a `\(kind?.rawValue ?? "rule")` has no `\(word)`", at: range, label: "delete it",
            help: [advice], fixIts: [FixIt(range: range, replacement: "")])
    }

    static func commaBeforeCondition(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .expectedClause, "the condition behind the kinds begins with `where`", at: range, label: "write `where`",
            fixIts: [FixIt(range: range, replacement: " where")])
    }

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

    // R0110
    static func clauseOutsideRule(_ word: String, isAfterBrace: Bool, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .clauseOutsideRule, "`\(word)` begins a clause, and stands only between the braces of a rule", at: range,
            help: isAfterBrace ? ["is there a `}` too many before it?"] : [])
    }
}

extension SourceRange {
    /// The empty range at its beginning.
    var beginning: SourceRange {
        SourceRange(file: file, lower: lower, upper: lower)
    }
}
