package import Engine
import RulesDSL

/// What a plugin says of itself, as it says it: nothing of it has been judged.
package struct PluginManifest: Equatable, Sendable {
    /// A function as the plugin describes it.
    package struct Function: Equatable, Sendable {
        package let name: [UInt8]
        /// The types as bytes of the interface.
        package let parameters: [UInt8]
        package let result: UInt8
        package let hasCall: Bool

        package init(name: [UInt8], parameters: [UInt8], result: UInt8, hasCall: Bool) {
            self.name = name
            self.parameters = parameters
            self.result = result
            self.hasCall = hasCall
        }
    }

    package let name: [UInt8]
    package let version: [UInt8]
    package let functions: [Function]

    package init(name: [UInt8], version: [UInt8], functions: [Function]) {
        self.name = name
        self.version = version
        self.functions = functions
    }
}

/// A plugin's description that makes sense.
package struct CheckedManifest: Equatable, Sendable {
    /// A function that rules can declare.
    package struct Function: Equatable, Sendable {
        package let name: String
        package let parameters: [FieldValue.Kind]
        package let result: FieldValue.Kind
    }

    package let name: String
    package let version: String
    package let functions: [Function]

    /// Checks what a plugin says of itself.
    package init(_ manifest: PluginManifest) throws(PluginFault) {
        guard let name = Self.text(manifest.name) else { throw .name(manifest.name) }
        guard let version = Self.text(manifest.version) else { throw .ownVersion(manifest.version) }
        var functions: [Function] = []
        for function in manifest.functions {
            let checked = try Self.check(function)
            if functions.contains(where: { $0.name == checked.name }) { throw .functionTwice(checked.name) }
            functions.append(checked)
        }
        self.name = name
        self.version = version
        self.functions = functions
    }

    /// A text for people: something, on one line.
    private static func text(_ bytes: [UInt8]) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty else { return nil }
        return text.unicodeScalars.contains { $0.properties.generalCategory == .control } ? nil : text
    }

    private static func check(_ function: PluginManifest.Function) throws(PluginFault) -> Function {
        let vocabulary = AccountVocabulary.vocabulary
        guard let name = String(validating: function.name, as: UTF8.self) else { throw .functionName(function.name) }
        switch FunctionName.mistake(in: name, vocabulary: vocabulary) {
        case .form: throw .functionName(function.name)
        case .taken: throw .functionNameTaken(name)
        case nil: break
        }
        var parameters: [FieldValue.Kind] = []
        for (index, type) in function.parameters.enumerated() {
            guard let kind = FieldValue.Kind(pluginType: type) else { throw .parameterType(name, index + 1, type) }
            parameters.append(kind)
        }
        guard let result = FieldValue.Kind(pluginType: function.result) else {
            throw .resultType(name, function.result)
        }
        guard result != .text else { throw .resultText(name) }
        guard function.hasCall else { throw .noCall(name) }
        return Function(name: name, parameters: parameters, result: result)
    }
}

extension FieldValue.Kind {
    /// The types by the bytes of the interface; each keeps its own for ever.
    package init?(pluginType: UInt8) {
        switch pluginType {
        case 1: self = .text
        case 2: self = .number
        case 3: self = .money
        case 4: self = .time
        case 5: self = .boolean
        default: return nil
        }
    }

    /// The byte of the interface.
    package var pluginType: UInt8 {
        switch self {
        case .text: 1
        case .number: 2
        case .money: 3
        case .time: 4
        case .boolean: 5
        }
    }
}
