/// `R0211` to `R0227`: the parts of rules.
extension CheckMessage {
    static func unknownKind(_ name: NameSyntax, suggestion: String?, kinds: [String]) -> Diagnostic {
        unknown(
            .unknownKind, "there is no kind of transaction `\(name.text)`", name, suggestion: suggestion,
            otherwise: "the kinds are \(listed(kinds))")
    }

    static func kindTwice(_ name: NameSyntax, first: NameSyntax) -> Diagnostic {
        error(
            .kindTwice, "`\(name.text)` is named twice", at: name.range, label: "leave this one out",
            secondary: [Diagnostic.Label(first.range, "the first one")])
    }

    static func clauseNotAllowed(
        _ clause: ClauseSyntax, in kind: RuleSyntax.Kind, allowed: [ClauseSlot]
    ) -> Diagnostic {
        error(
            .clauseNotAllowed, "\(words(kind)) has no `\(clause.kind.keyword)`", at: clause.keyword,
            help: [
                ClauseSlot(clause.kind) == .within && kind == .limit
                    ? "how far back it counts stands with its measure: `per rolling 24 hours`"
                    : "it takes \(listed(allowed.flatMap(\.words)))"
            ])
    }

    /// `isJoinable` where `and` in place of its word makes one condition of both.
    static func clauseTwice(_ clause: ClauseSyntax, first: SourceRange, isJoinable: Bool) -> Diagnostic {
        let slot = ClauseSlot(clause.kind)
        let message =
            slot == .measure
            ? "a `limit` measures one thing, and this one measures two"
            : "there is more than one `\(clause.kind.keyword)` in this rule"
        return error(
            .clauseTwice, message, at: clause.keyword, label: isJoinable ? "write `and`" : "",
            secondary: [Diagnostic.Label(first, "the first one")],
            help: slot == .measure ? ["write a second `limit`"] : [],
            fixIts: isJoinable ? [Diagnostic.FixIt(range: clause.keyword, replacement: "and")] : [])
    }

    /// `that` is the clause of a limit that only a `require` has.
    static func requireMeant(_ name: NameSyntax, that: SourceRange, keyword: SourceRange) -> Diagnostic {
        error(
            .clauseNotAllowed, "a `limit` measures transactions together, and has no condition on a single one",
            at: that, secondary: [Diagnostic.Label(keyword, "write `require`")],
            fixIts: [Diagnostic.FixIt(range: keyword, replacement: "require")])
    }

    /// A limit that only says which transactions it is about: `allowed` is what all others are like.
    static func requireMeant(
        _ name: NameSyntax, allowed: String?, at range: SourceRange, keyword: SourceRange
    ) -> Diagnostic {
        error(
            .clauseMissing, "`\(name.text)` says nothing of what it measures, and how much it allows", at: name.range,
            help: [
                "a limit has lines such as `count per customer per day` and `at most 3`; what must hold of each single "
                    + "transaction is a `require`" + (allowed.map { " with `that \($0)`" } ?? "")
            ],
            fixIts: allowed.map {
                [
                    Diagnostic.FixIt(range: keyword, replacement: "require"),
                    Diagnostic.FixIt(range: range, replacement: " that \($0)"),
                ]
            } ?? [])
    }

    static func clauseMissing(_ slot: ClauseSlot, in rule: RuleSyntax, currency: Currency?) -> Diagnostic {
        let what = slot == .measure ? "says nothing of what it measures" : "has no `\(slot.rawValue)`"
        return error(
            .clauseMissing, "`\(rule.name.text)` \(what)", at: rule.name.range,
            help: ["add a line such as `\(example(of: slot, in: rule, currency))`"] + single(slot, in: rule)
                + all(slot, in: rule))
    }

    /// What a bound without a measure may have been meant as.
    private static func single(_ slot: ClauseSlot, in rule: RuleSyntax) -> [String] {
        guard slot == .measure, isOfMoney(rule) else { return [] }
        return ["how much a single transaction may be is a `require` with `that amount <= …`"]
    }

    /// What the kinds of a `require` may have been meant as, where they have a condition.
    private static func all(_ slot: ClauseSlot, in rule: RuleSyntax) -> [String] {
        guard slot == .that, case .on(_, where: .some) = RuleClauses(rule)[.on]?.kind else { return [] }
        return ["`that false` makes all of those fail which the rule is about"]
    }

    private static func isOfMoney(_ rule: RuleSyntax) -> Bool {
        guard case .atMost(let bound) = RuleClauses(rule)[.atMost]?.kind, case .literal(.money) = bound.kind else {
            return false
        }
        return true
    }

    private static func example(of slot: ClauseSlot, in rule: RuleSyntax, _ currency: Currency?) -> String {
        if slot == .measure, isOfMoney(rule) { return "sum amount per customer per day" }
        guard slot == .atMost, case .measure(let measure) = RuleClauses(rule)[.measure]?.kind else {
            return slot.example
        }
        switch AggregateWord(rawValue: measure.function.text) {
        case .sum, .average, .largest, .smallest: return "at most \(currency?.written(whole: 500) ?? "$500.00")"
        case .count, .distinct, nil: return slot.example
        }
    }

    static func outcomeNotAllowed(_ name: NameSyntax, in kind: RuleSyntax.Kind) -> Diagnostic {
        let review =
            "; to review repeats, count them: `limit repeats { count per customer, merchant per rolling 10 minutes  "
            + "at most 1  else review }`"
        let help =
            kind == .unique
            ? "a repeat is ignored or declined: write `ignore` or `decline`" + (name.text == "review" ? review : "")
            : "only `unique` ignores: write `decline`, or `review` to accept and flag"
        return error(.outcomeNotAllowed, "\(words(kind)) can't `\(name.text)`", at: name.range, help: [help])
    }

    static func codeOfEngine(_ code: NameSyntax) -> Diagnostic {
        error(
            .codeOfEngine, "the code `\(code.text)` is one that no rule may give", at: code.range,
            label: "choose another code",
            help: ["the program gives it itself, to transactions that a rule can't judge"])
    }

    static func notAField(_ name: NameSyntax, suggestion: String?, fields: [String]) -> Diagnostic {
        unknown(
            .notAField, "`\(name.text)` is no field", name, suggestion: suggestion,
            otherwise: "write \(listed(fields, "or"))")
    }

    static func fieldIsNoScope(_ name: NameSyntax, scopes: [String]) -> Diagnostic {
        error(
            .fieldIsNoScope, "nothing can be counted `per \(name.text)`", at: name.range,
            help: ["write \(listed(scopes.map { "per " + $0 }, "or")), or `across everyone`"])
    }

    static func fieldTwice(_ name: NameSyntax, first: NameSyntax) -> Diagnostic {
        error(
            .fieldTwice, "`\(name.text)` is named twice", at: name.range, label: "leave this one out",
            secondary: [Diagnostic.Label(first.range, "the first one")])
    }

    static func unknownWindow(_ name: NameSyntax, suggestion: String?, all: [String]) -> Diagnostic {
        unknown(
            .unknownWindow, "there is no window `\(name.text)`", name, suggestion: suggestion,
            otherwise: "the windows are \(listed(all))")
    }

    static func stateInUnique(_ name: NameSyntax) -> Diagnostic {
        error(
            .stateInUnique, "a `unique` rule can't depend on `\(name.text)`", at: name.range,
            help: ["it changes with every transaction, and a repeat must be one whatever happened in between"])
    }

    static func ruleAsValue(_ name: NameSyntax) -> Diagnostic {
        error(
            .ruleAsValue, "`\(name.text)` is a rule, which has no value", at: name.range,
            help: ["to use one value in several places, give it a name with `let`"])
    }

    static func unknownPlaceholder(
        _ name: NameSyntax, suggestion: String?, available: [String]
    ) -> Diagnostic {
        unknown(
            .unknownPlaceholder, "there is no placeholder `{\(name.text)}`", name,
            suggestion: suggestion.map { "{\($0)}" },
            otherwise: "there are \(listed(available.map { "{\($0)}" })); a brace itself is `{{` or `}}`")
    }

    static func placeholderOfLimit(
        _ name: NameSyntax, in kind: RuleSyntax.Kind, available: [String]
    ) -> Diagnostic {
        error(
            .placeholderOfLimit, "only a `limit` has `{\(name.text)}`, and this is \(words(kind))", at: name.range,
            help: ["here there are \(listed(available.map { "{\($0)}" }))"])
    }

    static func loneBrace(_ range: SourceRange, isOpening: Bool) -> Diagnostic {
        let brace = isOpening ? "{" : "}"
        return error(
            .loneBrace, isOpening ? "this `{` is never closed" : "this `}` closes nothing", at: range,
            help: ["to write the brace itself, double it: `\(brace)\(brace)`"])
    }

    static func tooMany(_ range: SourceRange, _ what: String, count: Int, limit: Int) -> Diagnostic {
        error(
            .tooMany, "there are too many \(what): \(count), where \(limit) are allowed", at: range,
            label: "the first one too many")
    }
}
