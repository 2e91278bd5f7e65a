/// `R0501` to `R0505`: what is legal and probably not meant.
extension CheckMessage {
    static func warning(
        _ code: CheckCode, _ message: String, at range: SourceRange, help: [String] = []
    ) -> Diagnostic {
        Diagnostic(
            code: code.rawValue, severity: .warning, message: message, primary: Diagnostic.Label(range), help: help)
    }

    static func unusedLet(_ name: NameSyntax) -> Diagnostic {
        warning(.unusedLet, "no rule uses `\(name.text)`", at: name.range, help: ["leave it out"])
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
}
