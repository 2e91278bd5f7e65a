/// A file that a command writes: it appears under its name when it is complete, and not at all if it never is.
///
/// A regular file is written beside its place, under a name that tells what it is, and put there at the end. Standard
/// output, and what is no regular file (a pipe, a device), is written straight.
package final class OutputFile {
    /// What the file is called in messages: its path as it was typed, or `standard output`.
    package let name: String
    /// Where to write.
    package let descriptor: Descriptor
    /// Where it lies while it is written, and where it belongs.
    private let move: (from: String, to: String)?
    private let isOwned: Bool
    private var state = State.open

    private enum State {
        case open
        /// All of it is written, under the name of what is being written.
        case complete
        /// In its place, or taken back.
        case over
    }

    /// Where it is, in a sentence: `in output.txt`.
    package var place: String {
        isOwned ? "in \(name)" : "on \(name)"
    }

    private init(name: String, descriptor: Descriptor, move: (from: String, to: String)?, isOwned: Bool) {
        self.name = name
        self.descriptor = descriptor
        self.move = move
        self.isOwned = isOwned
    }

    deinit {
        discard()
    }

    /// Opens an output.
    package static func open(_ place: OutputPlace, standardOutput: Descriptor) throws(CommandFailure) -> OutputFile {
        switch place {
        case .standard:
            return OutputFile(name: "standard output", descriptor: standardOutput, move: nil, isOwned: false)
        case .file(let path):
            do {
                return try open(path)
            } catch {
                throw failure("can't write", path, error)
            }
        }
    }

    /// Opens outputs, all or none; where there is no place, there is no file.
    package static func open(
        _ places: [OutputPlace?], standardOutput: Descriptor
    ) throws(CommandFailure) -> [OutputFile?] {
        var files: [OutputFile?] = []
        for place in places {
            do throws(CommandFailure) {
                guard let place else {
                    files.append(nil)
                    continue
                }
                files.append(try open(place, standardOutput: standardOutput))
            } catch {
                files.forEach { $0?.discard() }
                throw error
            }
        }
        return files
    }

    private static func open(_ path: String) throws(SystemFailure) -> OutputFile {
        let before: FileStatus
        do {
            before = try Descriptor.status(of: path)
        } catch {
            guard error == .missing else { throw error }
            return try openBeside(path, permissions: nil)
        }
        switch before.kind {
        case .directory: throw .isDirectory
        case .characterDevice, .other:
            return try openStraight(path, truncates: false)
        case .regular:
            // Whoever may not write the file may not replace it either.
            try Descriptor.open(writing: path, truncates: false).close()
            let target = Descriptor.resolve(path) ?? path
            do {
                return try openBeside(target, permissions: before.permissions, name: path)
            } catch {
                // In a folder where no file may be made, the one that is there can still be written.
                return try openStraight(path, truncates: true)
            }
        }
    }

    private static func openStraight(_ path: String, truncates: Bool) throws(SystemFailure) -> OutputFile {
        let descriptor = try Descriptor.open(writing: path, truncates: truncates)
        return OutputFile(name: path, descriptor: descriptor, move: nil, isOwned: true)
    }

    /// Makes a file beside the target. In containers two processes can have one number and one folder, so that a name
    /// that is taken leads to the next.
    private static func openBeside(
        _ target: String, permissions: UInt32?, name: String? = nil
    ) throws(SystemFailure) -> OutputFile {
        let separator = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
        let folder = target[..<separator]
        // Names have at most 255 bytes.
        let stem = String(decoding: target[separator...].utf8.prefix(200), as: UTF8.self)
        guard !stem.isEmpty else { throw .isDirectory }
        var attempt = 0
        while true {
            let suffix = attempt == 0 ? "" : "-\(attempt)"
            let temporary = "\(folder).\(stem).partial-\(System.processID)\(suffix)"
            do {
                let descriptor = try Descriptor.create(temporary)
                if let permissions { try? descriptor.setPermissions(permissions) }
                return OutputFile(
                    name: name ?? target, descriptor: descriptor, move: (temporary, target), isOwned: true)
            } catch {
                guard error == .exists, attempt < 100 else { throw error }
                attempt += 1
            }
        }
    }

    /// Closes the file and puts it in its place.
    package func commit() throws(CommandFailure) {
        try Self.commit([self])
    }

    /// Puts files in their places, in their order, once all of them are complete: whatever else fails, fails before the
    /// first one is replaced. Where one can't be put in its place all the same, the error says which are new and which
    /// are not.
    package static func commit(_ files: [OutputFile]) throws(CommandFailure) {
        do {
            for file in files { try file.complete() }
        } catch {
            files.forEach { $0.discard() }
            throw error
        }
        for (index, file) in files.enumerated() {
            do {
                try file.takePlace()
            } catch {
                files.forEach { $0.discard() }
                throw failure("can't write", file.name, error, also: partition(files, at: index))
            }
        }
    }

    /// Closes the file, which is whole now; what is written straight has gone where it goes. It is not synced: that
    /// would cost a large run much of its speed, and what a power cut takes is decided again from the same input.
    private func complete() throws(CommandFailure) {
        guard state == .open else { return }
        do {
            state = .complete
            if isOwned { try descriptor.close() }
        } catch {
            throw Self.failure("can't write", name, error)
        }
    }

    private func takePlace() throws(SystemFailure) {
        guard state == .complete else { return }
        if let move { try Descriptor.rename(move.from, to: move.to) }
        state = .over
    }

    /// Which of the files are in their places already, and which never will be; nothing if that goes without saying.
    private static func partition(_ files: [OutputFile], at index: Int) -> String {
        func names(_ files: ArraySlice<OutputFile>) -> String {
            files.filter { $0.move != nil }.map { "`\(TerminalText.escape($0.name))`" }.joined(separator: ", ")
        }
        let new = names(files[..<index])
        return new.isEmpty ? "" : "; new are \(new), as before are \(names(files[index...]))"
    }

    /// Closes the file and takes back what was written, where that can be.
    package func discard() {
        if state == .open, isOwned { try? descriptor.close() }
        if state != .over, let move { Descriptor.remove(move.from) }
        state = .over
    }

    private static func failure(
        _ what: String, _ path: String, _ failure: SystemFailure, also more: String = ""
    ) -> CommandFailure {
        if failure == .interrupted, let signal = ShutdownSignal.requested { return .stopped(signal) }
        return .failed(.inputOutput, "\(what) `\(TerminalText.escape(path))`: \(failure.words)\(more)")
    }
}
