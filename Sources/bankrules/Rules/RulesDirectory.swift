package import RulesDSL

/// The directory of a policy: whatever the policy names lies in it or below it, or in a directory that is allowed
/// besides. Where a file lies is where its path leads without links.
package struct RulesDirectory: Sendable {
    private let own: AllowedDirectory
    private let others: [AllowedDirectory]

    /// The directory that holds a file.
    package init(of file: String, allowing others: [AllowedDirectory]) {
        own = AllowedDirectory(prefix: FilePath.folder(of: file))
        self.others = others
    }

    /// A directory by its own path.
    package init(path: String, allowing others: [AllowedDirectory]) {
        own = AllowedDirectory(prefix: FilePath.closed(path))
        self.others = others
    }

    /// The rules files that lie right in it, in the order of their names' bytes. Hidden ones are an editor's.
    package func rulesFiles() throws(SystemFailure) -> [String] {
        try Directory.names(in: own.prefix)
            .filter { $0.hasSuffix(".rules") && !$0.hasPrefix(".") }
            .map { own.prefix + $0 }
            .filter { (try? Descriptor.status(of: $0))?.kind != .directory }
    }

    /// The file that a path leads to from the file that names it.
    package func file(_ path: String, namedIn file: SourceFile) -> PolicyResources.File {
        guard !path.utf8.contains(0) else { return .missing }
        guard let place = place(of: path, namedIn: file) else {
            let isAbsolute = path.utf8.first == FilePath.separator
            return otherFile(isAbsolute ? path : FilePath.folder(of: file.name) + path)
        }
        guard !place.isEmpty, let real = Descriptor.resolve(own.prefix + place) else { return .missing }
        return own.holds(real) ? Self.read(own.prefix + place) : otherFile(at: real)
    }

    // MARK: The policy's own files

    /// A path within the directory, without `.` and `..`: one file has one name. Nil where it leads out.
    private func place(of path: String, namedIn file: SourceFile) -> String? {
        guard path.utf8.first != FilePath.separator, var parts = folders(of: file) else { return nil }
        for part in FilePath.parts(path.utf8[...]) {
            switch part {
            case ".": continue
            case "..": guard parts.popLast() != nil else { return nil }
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// The way from the directory down to a file of it; nil for a file of another one.
    private func folders(of file: SourceFile) -> [Substring]? {
        guard file.name.utf8.starts(with: own.prefix.utf8) else { return nil }
        let rest = file.name.utf8.dropFirst(own.prefix.utf8.count)
        let parts = FilePath.parts(rest)
        return rest.first == FilePath.separator || parts.contains("..") ? nil : parts.dropLast()
    }

    // MARK: Files of other directories

    /// The file that a way out of the policy's directory leads to.
    private func otherFile(_ path: String) -> PolicyResources.File {
        if let real = Descriptor.resolve(path) { return otherFile(at: real) }
        return isAllowed(missing: path) ? .missing : .outside
    }

    /// The file at a path without links. One of the policy's own keeps its name, however it was reached.
    private func otherFile(at real: String) -> PolicyResources.File {
        guard !others.isEmpty, let name = own.name(of: real) ?? others.lazy.compactMap({ $0.name(of: real) }).first
        else { return .outside }
        return Self.read(name)
    }

    /// Whether a file that isn't there would be in an allowed directory: nothing is said of what lies elsewhere.
    private func isAllowed(missing path: String) -> Bool {
        var folder = path[...]
        while let end = folder.utf8.lastIndex(of: FilePath.separator) {
            folder = folder[..<end]
            guard let real = Descriptor.resolve(folder.isEmpty ? "/" : String(folder)) else { continue }
            return others.contains { $0.holds(real) }
        }
        return false
    }

    private static func read(_ path: String) -> PolicyResources.File {
        do throws(SystemFailure) {
            switch try Descriptor.status(of: path).kind {
            case .regular: break
            case .directory: return .unreadable(reason: "it is a directory")
            case .characterDevice, .other: return .unreadable(reason: "it is no ordinary file")
            }
            let descriptor = try Descriptor.open(reading: path)
            defer { try? descriptor.close() }
            return .found(SourceFile(name: path, bytes: try descriptor.readAll(limit: CheckLimits.bytes)))
        } catch {
            return error == .missing ? .missing : .unreadable(reason: error.words)
        }
    }
}
