/// Why a file can't be used as a plugin.
package enum PluginFault: Error, Equatable, Sendable {
    // The program.
    case staticProgram
    case noTrial(SystemFailure)
    // Loading.
    case notLoaded(reason: String)
    case noSymbol
    case noTable
    case interface(UInt32)
    case crashed(signal: Int32)
    case ended(status: Int32)
    case tooSlow(milliseconds: Int)
    // What it says of itself.
    case name([UInt8])
    case ownVersion([UInt8])
    case tooMuch(String, UInt, limit: Int)
    case missing(String)
    case functionName([UInt8])
    case functionNameTaken(String)
    case functionTwice(String)
    case parameterType(String, Int, UInt8)
    case resultType(String, UInt8)
    case resultText(String)
    case noCall(String)
    /// What the trial in a process of its own found, in words.
    case found(String)

    /// What is wrong, as it goes on behind `can't use the plugin FILE: `.
    package var words: String {
        switch self {
        case .staticProgram:
            "this program was built without a loader (`-static-executable`, or for musl); use one that was "
                + "built otherwise"
        case .noTrial(let failure): "it can't be tried in a process of its own: \(failure.words)"
        case .notLoaded(let reason): "it can't be loaded: \(TerminalText.escape(reason))"
        case .noSymbol: "it has no symbol `\(PluginInterface.symbol)`, which every plugin exports"
        case .noTable: "its `\(PluginInterface.symbol)` returns nothing"
        case .interface(let version):
            "it is made for version \(version) of the interface, and this program has version "
                + "\(PluginInterface.version)"
        case .crashed(let signal): "it crashes when it is loaded: \(System.words(ofSignal: signal))"
        case .ended(let status): "it ends the program when it is loaded, with exit \(status)"
        case .tooSlow(let milliseconds): "it isn't loaded after \(milliseconds / 1_000) seconds"
        case .name(let bytes): "its name is `\(TerminalText.escape(bytes))`; a name is a text on one line"
        case .ownVersion(let bytes): "its version is `\(TerminalText.escape(bytes))`; a version is a text on one line"
        case .tooMuch(let what, let count, let limit): "it has \(count) \(what), and \(limit) is the most"
        case .missing(let what): "the \(what) are nowhere: their number is not 0, and their address is"
        case .functionName(let bytes):
            "it offers `\(TerminalText.escape(bytes))`; a function's name is lower-case words joined by hyphens"
        case .functionNameTaken(let name): "it offers `\(name)`, which has a meaning in every rules file"
        case .functionTwice(let name): "it offers `\(name)` twice"
        case .parameterType(let name, let number, let type):
            "parameter \(number) of its `\(name)` has the type \(type); \(PluginInterface.types)"
        case .resultType(let name, let type):
            "the result of its `\(name)` has the type \(type); \(PluginInterface.types)"
        case .resultText(let name): "the result of its `\(name)` is a text, which no result can be"
        case .noCall(let name): "its `\(name)` has nothing to call"
        case .found(let words): words
        }
    }
}

/// What stands in `bankrules_plugin.h`, for messages.
package enum PluginInterface {
    package static let version = 1
    package static let symbol = "bankrules_plugin_v1"
    static let types = "the types are 1 (text), 2 (number), 3 (money), 4 (time) and 5 (boolean)"
}
