/// What a rules file has wrong, as data: what it is and where. How it looks is the renderer's business.
public struct Diagnostic: Sendable, Equatable {
    /// How much it matters.
    public enum Severity: String, Sendable {
        /// The policy can't be used.
        case error
        /// Legal, and probably not meant.
        case warning
    }

    /// A replacement of a range by a text, which would mend what the diagnostic is about.
    public struct FixIt: Sendable, Equatable {
        package let range: SourceRange
        /// What to write there.
        public let replacement: String

        package init(range: SourceRange, replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    /// A range with a short text under its caret.
    package struct Label: Sendable, Equatable {
        package let range: SourceRange
        package let text: String

        package init(_ range: SourceRange, _ text: String = "") {
            self.range = range
            self.text = text
        }
    }

    /// The stable code, `R` and four digits: `R00xx` lexing, `R01xx` parsing, `R02xx` names and structure,
    /// `R03xx` types and values, `R04xx` tests, `R05xx` warnings, `R06xx` files and time zones, `R07xx` lints.
    public let code: String
    /// How much it matters.
    public let severity: Severity
    /// One sentence: lower-case first letter, no full stop, the user's text in backticks.
    public let message: String
    /// The exact span, and what to say under its carets (a suggestion, mostly).
    package let primary: Label
    /// Other places that explain this one, such as a first declaration.
    package let secondary: [Label]
    /// What to do, as sentences below the excerpt.
    public let help: [String]
    /// Replacements that mend it.
    public let fixIts: [FixIt]
    /// How many mistakes it stands for: more than one where it only counts those that are not shown.
    package let mistakes: Int
    /// For one that claims something about decisions: transactions that show it, as they were decided.
    public let witness: Witness?

    package init(
        code: String, severity: Severity, message: String, primary: Label, secondary: [Label] = [],
        help: [String] = [], fixIts: [FixIt] = [], mistakes: Int = 1, witness: Witness? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.primary = primary
        self.secondary = secondary
        self.help = help
        self.fixIts = fixIts
        self.mistakes = mistakes
        self.witness = witness
    }

    /// The same with what was decided to see that it is right.
    package func shown(by witness: Witness) -> Diagnostic {
        Diagnostic(
            code: code, severity: severity, message: message, primary: primary, secondary: secondary, help: help,
            fixIts: fixIts, mistakes: mistakes, witness: witness)
    }
}

extension SourceMap {
    /// Where a diagnostic points to: the beginning of its span.
    ///
    /// - Parameter diagnostic: One that was found in these files.
    /// - Returns: The place, as people name it.
    public func position(of diagnostic: Diagnostic) -> SourcePosition {
        position(of: diagnostic.primary.range)
    }
}
