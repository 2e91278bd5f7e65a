import Engine
import RulesDSL

/// A rules file with what it names besides its own text.
struct PrintedRules: Sendable {
    let text: String
    let resources: PolicyResources

    init(_ policy: Policy, _ text: String) {
        self.text = text
        resources = policy.resources
    }

    private init(_ text: String, _ resources: PolicyResources) {
        self.text = text
        self.resources = resources
    }

    /// Another file with the same besides.
    func with(_ text: String) -> PrintedRules {
        PrintedRules(text, resources)
    }

    struct Refusal: Error, CustomStringConvertible {
        let description: String
    }

    /// The policy as the engine takes it.
    func policy() throws -> Engine.Policy {
        do {
            return try Engine.Policy(SourceFile(name: "model.rules", text: text), resources: resources)
        } catch {
            let errors = error.diagnostics.filter { $0.severity == .error }
            let texts = errors.map { diagnostic in
                let position = error.sources.position(of: diagnostic.primary.range)
                return "\(diagnostic.code) \(position.line):\(position.column) \(diagnostic.message)"
            }
            throw Refusal(description: texts.joined(separator: "\n"))
        }
    }
}
