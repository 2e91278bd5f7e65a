package import Engine
package import RulesDSL

/// The rules that a command was given: a file, or a directory whose rules files are one policy together.
package struct PolicySource {
    /// Rules files are far smaller; the lexer says so of one that isn't, and needs no more than this to see it.
    private static let readLimit = 8 << 20

    /// What they are called in messages: the path as it was typed, or `standard input`.
    package let name: String
    /// The files that the policy is read from, without those that they name.
    package let sources: SourceMap
    /// What they may name.
    package let resources: PolicyResources
    /// The functions that they may declare.
    package let functions: [PolicyFunction]

    /// Reads them; what they name may lie in their own directory and in the allowed ones. Where they are missing, the
    /// message names the option by which others are chosen, if there is one.
    package init(
        _ place: InputPlace, option: String?, plugins: PluginSet, allowing allowed: [AllowedDirectory],
        in context: CommandContext
    ) throws(CommandFailure) {
        functions = plugins.functions
        let directory: RulesDirectory
        switch place {
        case .standard:
            directory = RulesDirectory(of: "", allowing: allowed)
            sources = SourceMap([try Self.read(place, option: option, in: context)])
            name = sources.files[0].name
        case .file(let path):
            name = path
            if Self.isDirectory(path) {
                directory = RulesDirectory(path: path, allowing: allowed)
                sources = SourceMap(try Self.files(of: directory, path, in: context))
            } else {
                directory = RulesDirectory(of: path, allowing: allowed)
                sources = SourceMap([try Self.read(place, option: option, in: context)])
            }
        }
        let zones = ZoneDirectory(environment: context.environment)
        resources = PolicyResources(
            zone: { zones.zone($0) }, file: { directory.file($0, namedIn: $1) }, functions: [])
    }

    /// What is right and wrong about them.
    package var checked: CheckResult {
        var resources = resources
        resources.functions += functions.map(\.signature)
        return Checker.check(sources, vocabulary: AccountVocabulary.vocabulary, resources: resources)
    }

    /// The policy that was checked, made ready; nil if it has errors.
    package func policy(_ result: CheckResult) -> Policy? {
        Policy(result, of: sources, resources: resources, functions: functions)
    }

    /// The places of rules files: of a directory each of its files, since each is laid out on its own.
    package static func files(of place: InputPlace) throws(CommandFailure) -> [InputPlace] {
        guard case .file(let path) = place, isDirectory(path) else { return [place] }
        return try names(of: RulesDirectory(path: path, allowing: []), path).map { .file($0) }
    }

    /// One rules file as it is.
    package static func read(
        _ place: InputPlace, option: String?, in context: CommandContext
    ) throws(CommandFailure) -> SourceFile {
        let file = try InputFile.open(place, option: option, standardInput: context.standardInput)
        return SourceFile(name: file.name, bytes: try file.readAll(limit: readLimit))
    }

    private static func isDirectory(_ path: String) -> Bool {
        (try? Descriptor.status(of: path))?.kind == .directory
    }

    private static func files(
        of directory: RulesDirectory, _ path: String, in context: CommandContext
    ) throws(CommandFailure) -> [SourceFile] {
        var files: [SourceFile] = []
        for name in try names(of: directory, path) {
            files.append(try read(.file(name), option: nil, in: context))
        }
        return files
    }

    private static func names(of directory: RulesDirectory, _ path: String) throws(CommandFailure) -> [String] {
        let quoted = "`\(TerminalText.escape(path))`"
        let names: [String]
        do {
            names = try directory.rulesFiles()
        } catch {
            throw .failed(.inputMissing, "can't read \(quoted): \(error.words)")
        }
        guard !names.isEmpty else {
            throw .failed(.inputMissing, "there is no rules file in \(quoted): their names end in `.rules`")
        }
        guard names.count <= CheckLimits.files else {
            throw .failed(
                .badRules,
                "there are \(names.count) rules files in \(quoted), and a policy may have \(CheckLimits.files)")
        }
        return names
    }
}
