/// `R0501` to `R0505`: what is legal and probably not meant.
extension CheckMessage {
    static func warning(
        _ code: String, _ message: String, at range: SourceRange, help: [String] = []
    ) -> Diagnostic {
        Diagnostic(code: code, severity: .warning, message: message, primary: Diagnostic.Label(range), help: help)
    }

    static func unusedLet(_ name: NameSyntax) -> Diagnostic {
        warning("R0501", "no rule uses `\(name.text)`", at: name.range, help: ["leave it out"])
    }

    static func neverApplies(_ range: SourceRange, rule: NameSyntax, text: String) -> Diagnostic {
        warning("R0502", "`\(rule.text)` never applies: `\(text)` is always false", at: range)
    }

    static func neverChecked(_ range: SourceRange, rule: NameSyntax, text: String) -> Diagnostic {
        warning("R0503", "`\(rule.text)` exempts every transaction: `\(text)` is always true", at: range)
    }

    static func neverFails(_ range: SourceRange, rule: NameSyntax, text: String) -> Diagnostic {
        warning("R0504", "`\(rule.text)` never fails: `\(text)` is always true", at: range)
    }

    static func emptyTest(_ name: NameSyntax) -> Diagnostic {
        warning("R0505", "the test \"\(name.text)\" has no entries", at: name.range)
    }
}
