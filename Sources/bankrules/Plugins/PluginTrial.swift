/// A plugin is tried before it is loaded: in a process of its own, which alone is lost when it crashes or hangs.
///
/// The program starts itself with a word that no help page tells. That process loads the plugin, checks what it says of
/// itself, and answers with what is wrong, in words: nothing where nothing is. A zero byte ends the answer.
package enum PluginTrial {
    /// The word that asks for a trial.
    private static let request = "try-plugin"
    /// How long a plugin may take to be loaded.
    package static let patience = 10

    /// Tries the plugin in a file, by the path without links.
    package static func run(
        _ path: String, program: String = System.program, milliseconds: Int = patience * 1_000
    ) throws(CommandFailure) -> PluginFault? {
        let outcome: ChildProcess.Outcome
        do {
            outcome = try ChildProcess.outcome(of: program, [request, path], milliseconds: milliseconds)
        } catch {
            return .noTrial(error)
        }
        switch outcome {
        case .answered(let words): return words.isEmpty ? nil : .found(String(decoding: words, as: UTF8.self))
        case .exited(let status): return .ended(status: status)
        case .killed(let signal): return .crashed(signal: signal)
        case .late: return .tooSlow(milliseconds: milliseconds)
        case .stopped:
            guard let signal = ShutdownSignal.requested else { return .tooSlow(milliseconds: milliseconds) }
            throw .stopped(signal)
        }
    }

    /// Obeys the request for a trial, if it is one.
    package static func obey(_ arguments: [String]) {
        guard arguments.count == 2, arguments[0] == request else { return }
        // What the plugin itself writes is no answer.
        guard let output = try? System.detach(.standardOutput) else { System.endAtOnce(.internalError) }
        var answer: [UInt8] = []
        do throws(PluginFault) {
            _ = try CheckedManifest(PluginLibrary(path: arguments[1]).manifest)
        } catch {
            answer += error.words.utf8.filter { $0 != 0 }
        }
        try? output.write(answer + [0])
        System.endAtOnce(.success)
    }
}
