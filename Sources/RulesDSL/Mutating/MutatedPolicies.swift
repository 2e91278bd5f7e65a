/// What a change makes of a policy.
package enum Mutant: Sendable {
    /// One rule is another one, or missing; everything else stays.
    case rule(Int, CheckedRule?)
    /// It has tests only where the change is one of what they mean.
    case policy(CheckedPolicy)
}

/// The small changes of a policy that its tests should notice, and the policies that they make.
///
/// Each change is one of the text, as a person would make it, and is read and checked again like any other text.
package struct MutatedPolicies: Sendable {
    /// In the order of the text.
    package let mutations: [Mutation]
    /// All texts of the policy.
    package let sources: SourceMap
    /// How many of them were given; the others are named by those.
    private let givenCount: Int
    /// What they hold but for their tests, which stay as they are.
    private let untested: [SourceFile]
    private let parsed: [RulesFileSyntax]
    private let replacement: RuleReplacement?
    private let vocabulary: Vocabulary
    private let resources: ReadResources

    /// Finds the changes of a policy that has no errors.
    package init(_ sources: SourceMap, vocabulary: Vocabulary, resources: PolicyResources) {
        var splicing = IncludeSplicing(PolicyFiles(sources, resources))
        for (index, file) in sources.files.enumerated() {
            splicing.add(Parser.parse(file, as: FileID(index)).syntax)
        }
        self.sources = splicing.files.sources
        self.vocabulary = vocabulary
        let read = ReadResources(resources, splicing)
        self.resources = read
        givenCount = sources.files.count
        let tests = splicing.declarations.compactMap { $0.isTest ? $0.range : nil }
        untested = self.sources.files.enumerated().map { index, file in
            file.blanking(tests.filter { $0.file.index == index })
        }
        parsed = untested.prefix(givenCount).enumerated().map { Parser.parse($1, as: FileID($0)).syntax }
        let (checker, result) = Checker.checkKeepingNames(
            parsed, sources: SourceMap(Array(untested.prefix(givenCount))), vocabulary: vocabulary,
            resources: read.resources(with: untested))
        replacement = RuleReplacement(checker, result.policy)
        var finder = MutationFinder(splicing.declarations, sources: self.sources, vocabulary: vocabulary)
        finder.find()
        mutations = finder.mutations.sorted {
            ($0.range.file, $0.range.lower, $0.range.upper) < ($1.range.file, $1.range.lower, $1.range.upper)
        }
    }

    /// What a change makes, or nil if the checker refuses it.
    package func mutant(_ mutation: Mutation) -> Mutant? {
        if let index = mutation.rule, let replacement { return replacement.mutant(of: index, mutation) }
        return checked(mutation).map { .policy($0) }
    }

    /// The policy that a change makes, or nil if the checker refuses it. It has tests only where the change is one of
    /// what they mean.
    private func checked(_ mutation: Mutation) -> CheckedPolicy? {
        var files = mutation.changesTests ? sources.files : untested
        let changed = mutation.range.file.index
        files[changed] = files[changed].replacing(mutation.range, with: mutation.replacement)
        let given = Array(files.prefix(givenCount))
        let syntax = given.indices.map {
            mutation.changesTests || $0 == changed ? Parser.parse(given[$0], as: FileID($0)).syntax : parsed[$0]
        }
        return Checker.check(
            syntax, sources: SourceMap(given), vocabulary: vocabulary, resources: resources.resources(with: files)
        ).policy
    }
}

extension DeclarationSyntax {
    var isTest: Bool {
        if case .test = kind { true } else { false }
    }
}

/// What a policy names, read once.
struct ReadResources: Sendable {
    private struct Name: Hashable {
        let path: String
        let namedIn: String
    }

    private var found: [Name: PolicyResources.File] = [:]
    private var zones: [String: PolicyResources.Zone] = [:]
    private let functions: [PolicyResources.Function]

    init(_ host: PolicyResources, _ splicing: IncludeSplicing) {
        let sources = splicing.files.sources
        functions = host.functions
        zones["UTC"] = host.zone("UTC")
        for declaration in splicing.includes + splicing.declarations {
            switch declaration.kind {
            case .include(let path): read(path, host, sources)
            case .list(let list): if case .file(let path) = list.members { read(path, host, sources) }
            case .timezone(let name): zones[name.text] = host.zone(name.text)
            case .policy, .currency, .week, .late, .field, .table, .function, .constant, .aggregate, .rule, .test: break
            }
        }
    }

    private mutating func read(_ path: NameSyntax, _ host: PolicyResources, _ sources: SourceMap) {
        guard sources.files.indices.contains(path.range.file.index) else { return }
        let file = sources.files[path.range.file.index]
        found[Name(path: path.text, namedIn: file.name)] = host.file(path.text, file)
    }

    /// All of it, with the files as they are here where their names are the same.
    func resources(with files: [SourceFile]) -> PolicyResources {
        let byName = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return PolicyResources(
            zone: { [zones] in zones[$0] ?? .unknown(names: []) },
            file: { [found] path, file in
                let reading = found[Name(path: path, namedIn: file.name)] ?? .missing
                if case .found(let original) = reading, let changed = byName[original.name] { return .found(changed) }
                return reading
            }, functions: functions)
    }
}
