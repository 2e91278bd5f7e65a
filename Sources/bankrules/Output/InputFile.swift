/// A file that a command reads.
package final class InputFile {
    /// What the file is called in messages: its path as it was typed, or `standard input`.
    package let name: String
    package let descriptor: Descriptor
    private let isOwned: Bool

    private init(name: String, descriptor: Descriptor, isOwned: Bool) {
        self.name = name
        self.descriptor = descriptor
        self.isOwned = isOwned
    }

    deinit {
        if isOwned { try? descriptor.close() }
    }

    /// Opens an input. Where it is missing, the message names the option by which another one is chosen, if there is
    /// one.
    package static func open(
        _ place: InputPlace, option: String?, standardInput: Descriptor
    ) throws(CommandFailure) -> InputFile {
        let file: InputFile
        switch place {
        case .standard: file = InputFile(name: place.name, descriptor: standardInput, isOwned: false)
        case .file(let path): file = try open(path, option: option)
        }
        if let status = try? file.descriptor.status(), status.kind == .directory {
            throw .failed(.inputMissing, "can't read \(file.quoted): it is a directory")
        }
        return file
    }

    private static func open(_ path: String, option: String?) throws(CommandFailure) -> InputFile {
        do {
            return InputFile(name: path, descriptor: try Descriptor.open(reading: path), isOwned: true)
        } catch {
            let quoted = "`\(TerminalText.escape(path))`"
            if error == .interrupted, let signal = ShutdownSignal.requested { throw .stopped(signal) }
            guard error == .missing else { throw .failed(.inputMissing, "can't read \(quoted): \(error.words)") }
            let advice = option.map { "; name another file with `\($0) FILE`" } ?? ""
            throw .failed(.inputMissing, "there is no file \(quoted)\(advice)")
        }
    }

    /// Reads it to its end, if that is no further than `limit`, and little more otherwise.
    package func readAll(limit: Int) throws(CommandFailure) -> [UInt8] {
        do {
            return try descriptor.readAll(limit: limit)
        } catch {
            if error == .interrupted, let signal = ShutdownSignal.requested { throw .stopped(signal) }
            throw .failed(.inputOutput, "can't read \(quoted): \(error.words)")
        }
    }

    /// Whether it is what the command was started with, and has no path.
    package var isStandardInput: Bool { !isOwned }

    /// What sentences call it: its path in backticks, or `standard input`.
    package var quoted: String {
        isOwned ? "`\(TerminalText.escape(name))`" : name
    }
}
