/// `R0501` to `R0509`: what is legal and probably not meant.
extension CheckMessage {
    static func warning(
        _ code: CheckCode, _ message: String, at range: SourceRange, help: [String] = []
    ) -> Diagnostic {
        Diagnostic(
            code: code.rawValue, severity: .warning, message: message, primary: Diagnostic.Label(range), help: help)
    }

    static func unused(_ name: NameSyntax) -> Diagnostic {
        warning(.unused, "no rule uses `\(name.text)`", at: name.range, help: ["leave it out"])
    }

    static func neverApplies(_ range: SourceRange, rule: NameSyntax, text: String) -> Diagnostic {
        warning(.neverApplies, "`\(rule.text)` never applies: `\(text)` is always false", at: range)
    }

    static func neverChecked(_ range: SourceRange, rule: NameSyntax, text: String) -> Diagnostic {
        warning(.neverChecked, "`\(rule.text)` exempts every transaction: `\(text)` is always true", at: range)
    }

    static func neverFails(_ range: SourceRange, rule: NameSyntax, text: String) -> Diagnostic {
        warning(.neverFails, "`\(rule.text)` never fails: `\(text)` is always true", at: range)
    }

    static func emptyTest(_ name: NameSyntax) -> Diagnostic {
        warning(.emptyTest, "the test \"\(name.text)\" has no entries", at: name.range)
    }

    static func sharedWithoutLate(_ range: SourceRange, _ name: NameSyntax, scope: String?) -> Diagnostic {
        let own = scope.map { ", or count `per \($0)`" } ?? ""
        return warning(
            .sharedWithoutLate,
            "in `\(name.text)` different customers share one window, and a transaction from the future closes "
                + "it for all",
            at: range,
            help: [
                "add a line such as `late up to 2 days` to the header\(own)",
                "if no sender's clock can be wrong, say so with `late up to 0 days`",
            ])
    }

    static func conditionAsFallback(_ range: SourceRange, field: String, condition: String) -> Diagnostic {
        let replacement = "(\(field) or false)"
        return Diagnostic(
            code: CheckCode.conditionAsFallback.rawValue, severity: .warning,
            message: "`\(condition)` only stands for a `\(field)` that is missing: one that is false stays false",
            primary: Diagnostic.Label(range, "if either is enough, write `\(replacement)`"),
            fixIts: [Diagnostic.FixIt(range: range, replacement: replacement)])
    }

    static func boundBetweenCounts(_ range: SourceRange, text: String, whole: Int64) -> Diagnostic {
        Diagnostic(
            code: CheckCode.boundBetweenCounts.rawValue, severity: .warning,
            message: "`\(text)` is no whole number, and what this limit counts is",
            primary: Diagnostic.Label(range, "write `\(whole)`, which allows as many"),
            fixIts: [Diagnostic.FixIt(range: range, replacement: "\(whole)")])
    }

    static func memberTwice(_ range: SourceRange, text: String, first: SourceRange) -> Diagnostic {
        Diagnostic(
            code: CheckCode.memberTwice.rawValue, severity: .warning, message: "`\(text)` is in the list already",
            primary: Diagnostic.Label(range, "leave this one out"),
            secondary: [Diagnostic.Label(first, "the first one")])
    }
}
