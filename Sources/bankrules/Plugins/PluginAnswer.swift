package import Engine

/// What a call of a plugin's function came to, before anybody has judged it.
package enum PluginAnswer: Equatable, Sendable {
    /// A value of a type, as a byte of the interface.
    case value(type: UInt8, integer: Int64)
    /// It failed, and says why or nothing.
    case failed([UInt8])

    /// The years that times lie in; milliseconds in place of seconds lie beyond.
    private static let times: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// The answer as a value of the type that the function promises.
    package func value(of kind: FieldValue.Kind) throws(PluginCallFailure) -> FieldValue {
        switch self {
        case .failed(let message): throw .failed(message)
        case .value(let type, let integer):
            guard type == kind.pluginType, let value = FieldValue(integer, kind.type) else {
                throw .anotherType(type, promised: kind)
            }
            if kind == .time, !Self.times.contains(integer) { throw .notATime(integer) }
            return value
        }
    }
}

/// Why a call of a plugin's function has no value.
package enum PluginCallFailure: Error, Equatable, Sendable {
    case failed([UInt8])
    case anotherType(UInt8, promised: FieldValue.Kind)
    case notATime(Int64)

    /// What went wrong, as it goes on behind `the plugin's function failed: `.
    package var words: String {
        switch self {
        case .failed(let message) where message.isEmpty: "it doesn't say why"
        case .failed(let message): TerminalText.escape(message)
        case .anotherType(let type, let promised):
            "its result has the type \(type) and not \(promised.pluginType) (\(promised.rawValue))"
        case .notATime(let seconds):
            "its result, \(seconds), is no time in the years 0000 to 9999, in seconds since 1970"
        }
    }
}
