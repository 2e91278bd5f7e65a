/// What the lints say, in the order of their codes.
package enum LintMessage {
    static func warning(
        _ code: LintCode, _ message: String, at range: SourceRange, label: String = "",
        secondary: [Diagnostic.Label] = [], help: [String] = []
    ) -> Diagnostic {
        Diagnostic(
            code: code.rawValue, severity: .warning, message: message, primary: Diagnostic.Label(range, label),
            secondary: secondary, help: help)
    }

    /// `R0701`, and `R0702` where one longer window says it all.
    static func neverReached(
        _ rule: CheckedRule, at index: Int, _ proof: LimitProof, least: Int64, _ words: LimitWords
    ) -> Diagnostic {
        guard case .limit(let aggregate, atMost: let bound) = rule.check else {
            return warning(.limitNeverReached, "`\(rule.name)` is never reached", at: rule.range)
        }
        let secondary = proof.others.map { Diagnostic.Label($0.range) }
        let failing = words.failing(rule, at: index, with: proof).map { [$0] } ?? []
        if case .equal = proof.reason {
            let code: LintCode = proof.window == aggregate.window ? .limitNeverReached : .shorterWindowNeverReached
            return warning(
                code, "`\(rule.name)` is never reached: \(words.equal(proof))", at: bound.range, secondary: secondary,
                help: ["leave it out"] + failing)
        }
        let most = words.bound(Int64(clamping: proof.most), of: rule)
        let help = proof.most > 0 ? "leave it out, or allow less than \(most)" : "leave it out"
        let isShorter = proof.windows == 1 && proof.window != nil && proof.window != aggregate.window
        return warning(
            isShorter ? .shorterWindowNeverReached : .limitNeverReached,
            "`\(rule.name)` is never reached: \(words.reason(proof, rule)), and "
                + words.allowance(rule, least: least, proof),
            at: bound.range, secondary: secondary, help: [help] + failing)
    }

    static func neverApplies(_ rule: CheckedRule, _ filter: CheckedExpression) -> Diagnostic {
        warning(
            .neverApplies, "`\(rule.name)` never applies: no transaction is as its `on … where` says",
            at: filter.range, help: lookTogether(filter))
    }

    private static func lookTogether(_ condition: CheckedExpression) -> [String] {
        condition.hasSeveralParts ? ["look at the conditions together: each may hold, but not all at once"] : []
    }

    /// The same where there are such transactions, but at no time at which the rule checks.
    static func neverAppliesWhileActive(_ rule: CheckedRule, at range: SourceRange) -> Diagnostic {
        warning(
            .neverApplies, "`\(rule.name)` never checks: no transaction in its `active` dates is as its `where` says",
            at: range, help: ["look at the dates together: those of `active`, and those in the condition"])
    }

    static func alwaysFails(_ rule: CheckedRule, at range: SourceRange) -> Diagnostic {
        warning(
            .alwaysFails, "every transaction that `\(rule.name)` is about fails it", at: range,
            help: ["if that is meant, `that false` says so"])
    }

    /// The same of a limit: a single transaction measures more than it ever allows.
    static func alwaysExceeded(
        _ rule: CheckedRule, at range: SourceRange, least: Int64, most: Int64, _ words: LimitWords
    ) -> Diagnostic {
        warning(
            .alwaysFails,
            "every transaction that `\(rule.name)` is about fails it: "
                + words.exceeding(rule, least: least, most: most),
            at: range,
            help: [
                "allow \(words.bound(least, of: rule)) at least",
                "if that is meant, a `require` with `that false` says so",
            ])
    }

    static func neverFails(_ rule: CheckedRule, at range: SourceRange) -> Diagnostic {
        warning(
            .neverFails, "no transaction that `\(rule.name)` is about fails it", at: range, help: ["leave it out"])
    }

    static func exemptsAll(_ rule: CheckedRule, at range: SourceRange) -> Diagnostic {
        warning(
            .exemptsAll, "`\(rule.name)` checks nothing: its `unless` holds for all that it is about", at: range)
    }

    static func neverExempts(_ rule: CheckedRule, _ exemption: CheckedExpression) -> Diagnostic {
        warning(
            .neverExempts, "`\(rule.name)` exempts nothing: its `unless` holds for nothing that it is about",
            at: exemption.range, help: lookTogether(exemption))
    }

    static func declinedBefore(
        _ rule: CheckedRule, at range: SourceRange, by first: CheckedRule, _ bound: SourceRange
    ) -> Diagnostic {
        warning(
            .declinedBefore,
            "`\(rule.name)` never decides: `\(first.name)` stands before it and declines all that fails it", at: range,
            secondary: [Diagnostic.Label(bound)],
            help: ["leave it out, or let it stand before `\(first.name)`"])
    }

    static func selectsAll(_ rule: CheckedRule, at range: SourceRange) -> Diagnostic {
        warning(
            .selectsAll, "the `where` of `\(rule.name)` leaves nothing out: it always holds", at: range,
            help: ["leave it out"])
    }
}

extension LintMessage {
    static func versionsOverlap(
        _ first: CheckedRule, _ second: CheckedRule, _ seconds: Range<Int64>, _ context: LintContext
    ) -> Diagnostic {
        let help: [String]
        if seconds.lowerBound > first.active.from ?? .min {
            help = ["end `\(first.name)` where `\(second.name)` begins: `until \(context.date(seconds.lowerBound))`"]
        } else {
            help = ["let one of them begin where the other one ends"]
        }
        return warning(
            .versionsOverlap, "`\(first.name)` and `\(second.name)` both check\(period(seconds, context))",
            at: second.range, secondary: [Diagnostic.Label(first.range)], help: help)
    }

    static func versionsGap(
        _ first: CheckedRule, _ second: CheckedRule, _ seconds: Range<Int64>, _ context: LintContext
    ) -> Diagnostic {
        warning(
            .versionsGap, "neither `\(first.name)` nor `\(second.name)` checks\(period(seconds, context))",
            at: second.range, secondary: [Diagnostic.Label(first.range)],
            help: [
                "`until` is not included: end `\(first.name)` where `\(second.name)` begins, with "
                    + "`until \(context.date(seconds.upperBound))`"
            ])
    }

    /// ` from … until …`, as far as there are ends.
    private static func period(_ seconds: Range<Int64>, _ context: LintContext) -> String {
        let from = seconds.lowerBound == .min ? "" : " from \(context.date(seconds.lowerBound))"
        return from + (seconds.upperBound == .max ? " on" : " until \(context.date(seconds.upperBound))")
    }

    /// `R0709`.
    package static func untested(_ rule: CheckedRule) -> Diagnostic {
        warning(
            .untested, "no test makes `\(rule.name)` fail", at: rule.range,
            help: ["add a test with a transaction that only this rule stops"])
    }
}
