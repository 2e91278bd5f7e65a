private import BankrulesPlugin
package import Engine
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A plugin that is loaded, for as long as the process lives: what it says of itself, and its functions.
///
/// Sendable since nothing in it changes, and since one of its functions is called at a time.
@safe
package final class PluginLibrary: @unchecked Sendable {
    package let manifest: PluginManifest
    private let calls: [bankrules_call?]
    private let turn = Mutex<Void>(())

    /// The limits of what a plugin may have.
    private enum Limit {
        static let functions = 1_000
        static let parameters = 100
        static let textBytes = 256
        static let messageBytes = 4_096
    }

    /// Loads a shared library. Whatever it does when it is loaded, it does to this process.
    package init(path: String) throws(PluginFault) {
        // What it refers to must be there now, and not when a transaction is decided.
        guard let handle = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
            throw .notLoaded(reason: Self.loaderWords)
        }
        guard let symbol = unsafe dlsym(handle, PluginInterface.symbol) else { throw .noSymbol }
        let entry = unsafe unsafeBitCast(symbol, to: bankrules_plugin_entry.self)
        guard let plugin = unsafe entry() else { throw .noTable }
        // What lies behind the version may be anything where that is another one.
        let version = unsafe plugin.pointee.interface_version
        guard version == BANKRULES_PLUGIN_INTERFACE else { throw .interface(version) }
        unsafe (manifest, calls) = try Self.read(plugin.pointee)
    }

    private static var loaderWords: String {
        unsafe dlerror().map { unsafe String(cString: $0) } ?? "the system doesn't say why"
    }

    // MARK: What it says of itself

    private static func read(
        _ plugin: bankrules_plugin
    ) throws(PluginFault) -> (PluginManifest, [bankrules_call?]) {
        let rows = unsafe try elements(
            plugin.functions, plugin.function_count, "functions", limit: Limit.functions)
        var functions: [PluginManifest.Function] = []
        for index in unsafe rows.indices {
            let row = unsafe rows[index]
            functions.append(
                PluginManifest.Function(
                    name: unsafe try bytes(row.name, "function's name"),
                    parameters: unsafe try elements(
                        row.parameters, row.parameter_count, "parameters", limit: Limit.parameters),
                    result: unsafe row.result, hasCall: unsafe row.call != nil))
        }
        let manifest = PluginManifest(
            name: unsafe try bytes(plugin.name, "name"), version: unsafe try bytes(plugin.version, "version"),
            functions: functions)
        return unsafe (manifest, rows.map { unsafe $0.call })
    }

    private static func bytes(_ text: bankrules_text, _ what: String) throws(PluginFault) -> [UInt8] {
        unsafe try elements(text.bytes, text.length, "bytes in its \(what)", limit: Limit.textBytes)
    }

    private static func elements<Element>(
        _ start: UnsafePointer<Element>?, _ count: Int, _ what: String, limit: Int
    ) throws(PluginFault) -> [Element] {
        // A size beyond what integers hold is negative here.
        guard (0...limit).contains(count) else { throw .tooMuch(what, UInt(bitPattern: count), limit: limit) }
        guard count > 0 else { return [] }
        guard let start = unsafe start else { throw .missing(what) }
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    // MARK: Calls

    /// What a function of the plugin makes of arguments, which are of the types that it takes.
    package func call(_ index: Int, _ arguments: [FieldValue]) -> PluginAnswer {
        turn.withLock { _ in
            guard let call = unsafe calls[index] else { return .failed([]) }
            return unsafe Self.withValues(arguments) { values, count in
                var result = unsafe bankrules_value()
                let status = unsafe call(values, count, &result)
                // Nothing the answer points to is looked at once another call may have changed it.
                return status == 0
                    ? unsafe .value(type: result.type, integer: result.integer)
                    : unsafe .failed(Self.message(in: result))
            }
        }
    }

    /// Hands over arguments in the form of the interface. All their texts lie in one piece of memory, which is gone
    /// afterwards.
    private static func withValues<Result>(
        _ arguments: [FieldValue], _ body: (UnsafePointer<bankrules_value>?, Int) -> Result
    ) -> Result {
        var bytes: [UInt8] = []
        for case .text(let text) in arguments { bytes += text.utf8 }
        return unsafe bytes.withUnsafeBufferPointer { texts in
            var values: [bankrules_value] = unsafe []
            var start = 0
            for argument in arguments {
                var value = unsafe bankrules_value()
                unsafe value.type = argument.kind.pluginType
                if case .text(let text) = argument {
                    let length = text.utf8.count
                    unsafe value.text = bankrules_text(
                        bytes: texts.baseAddress.map { unsafe $0 + start }, length: length)
                    start += length
                }
                unsafe value.integer = argument.scalar ?? 0
                unsafe values.append(value)
            }
            return unsafe values.withUnsafeBufferPointer { unsafe body($0.baseAddress, $0.count) }
        }
    }

    /// Why a function failed, if it says so.
    private static func message(in result: bankrules_value) -> [UInt8] {
        guard unsafe result.type == BANKRULES_TYPE_TEXT, let start = unsafe result.text.bytes else { return [] }
        let length = unsafe min(UInt(bitPattern: result.text.length), UInt(Limit.messageBytes))
        return unsafe Array(UnsafeBufferPointer(start: start, count: Int(length)))
    }
}
