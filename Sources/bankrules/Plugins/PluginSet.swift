package import Engine
import Synchronization

/// The plugins that a command was given.
package struct PluginSet: Sendable {
    /// A plugin that is loaded.
    private struct Plugin {
        let path: String
        let manifest: CheckedManifest
        let library: PluginLibrary
    }

    /// No plugin.
    package static let none = PluginSet(functions: [])

    /// What they offer to rules.
    package let functions: [PolicyFunction]

    private init(functions: [PolicyFunction]) {
        self.functions = functions
    }

    /// Tries the plugins of files, then loads them.
    package init(_ paths: [String], in context: CommandContext) throws(CommandFailure) {
        var plugins: [Plugin] = []
        for path in paths {
            let plugin = try Self.load(path)
            try Self.check(plugin, beside: plugins)
            plugins.append(plugin)
        }
        functions = plugins.flatMap { Self.functions(of: $0, in: context) }
    }

    private static func load(_ path: String) throws(CommandFailure) -> Plugin {
        let quoted = "`\(TerminalText.escape(path))`"
        // The system looks for a name without a `/` in places of its own.
        guard let real = Descriptor.resolve(path) else {
            throw .failed(.inputMissing, "there is no plugin \(quoted); name its file with `--plugin FILE`")
        }
        func failure(_ fault: PluginFault) -> CommandFailure {
            .failed(.unusablePlugin, "can't use the plugin \(quoted): \(fault.words)")
        }
        if System.isStatic { throw failure(.staticProgram) }
        if let fault = try PluginTrial.run(real) { throw failure(fault) }
        ExitGuard.install()
        do throws(PluginFault) {
            let library = try PluginLibrary(path: real)
            return Plugin(path: path, manifest: try CheckedManifest(library.manifest), library: library)
        } catch {
            throw failure(error)
        }
    }

    /// Whoever reads a rules file must know which plugin is meant.
    private static func check(_ plugin: Plugin, beside others: [Plugin]) throws(CommandFailure) {
        for other in others {
            let files = "`\(TerminalText.escape(other.path))` and `\(TerminalText.escape(plugin.path))`"
            if other.manifest.name == plugin.manifest.name {
                let name = TerminalText.escape(plugin.manifest.name)
                throw .failed(.unusablePlugin, "the plugins \(files) both have the name `\(name)`; give one of them")
            }
            let names = Set(other.manifest.functions.map(\.name))
            if let function = plugin.manifest.functions.first(where: { names.contains($0.name) }) {
                throw .failed(
                    .unusablePlugin, "the plugins \(files) both offer `\(function.name)`; give one of them")
            }
        }
    }

    // MARK: Functions

    private static func functions(of plugin: Plugin, in context: CommandContext) -> [PolicyFunction] {
        let manifest = plugin.manifest
        let provider = "the plugin `\(TerminalText.escape(manifest.name))` \(TerminalText.escape(manifest.version))"
        return manifest.functions.enumerated().map { index, function in
            let hasFailed = Once()
            let library = plugin.library
            return PolicyFunction(
                function.name, parameters: function.parameters, result: function.result, provider: provider
            ) { arguments in
                do throws(PluginCallFailure) {
                    return try library.call(index, arguments).value(of: function.result)
                } catch {
                    // Calls may fail by the million; the first says what to look for.
                    if hasFailed.isFirst() {
                        context.report(
                            "`\(function.name)` of \(provider) failed: \(error.words); "
                                + "where it does, the rule that calls it fails with `ArithmeticError`")
                        context.errors.flush()
                    }
                    throw error
                }
            }
        }
    }
}

/// Tells the first from all later ones.
private final class Once: Sendable {
    private let isOver = Atomic(false)

    func isFirst() -> Bool {
        !isOver.exchange(true, ordering: .relaxed)
    }
}
