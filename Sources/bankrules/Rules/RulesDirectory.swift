package import RulesDSL

/// The directory of a policy: whatever the policy names lies in it or below it. Paths are bytes to the system: two that
/// Unicode finds equivalent are two.
package struct RulesDirectory: Sendable {
    /// What stands before a file's path within the directory, as people typed it: nothing, or up to a `/`.
    private let prefix: String

    private static let slash = UInt8(ascii: "/")

    /// The directory that holds a file.
    package init(of file: String) {
        let end = file.utf8.lastIndex(of: Self.slash).map { file.utf8.index(after: $0) }
        prefix = String(file[..<(end ?? file.startIndex)])
    }

    /// A directory by its own path.
    package init(path: String) {
        prefix = Self.closed(path)
    }

    /// The rules files that lie right in it, in the order of their names' bytes. Hidden ones are an editor's.
    package func rulesFiles() throws(SystemFailure) -> [String] {
        try Directory.names(in: prefix)
            .filter { $0.hasSuffix(".rules") && !$0.hasPrefix(".") }
            .map { prefix + $0 }
            .filter { (try? Descriptor.status(of: $0))?.kind != .directory }
    }

    /// The file that a path leads to from the file that names it.
    package func file(_ path: String, namedIn file: SourceFile) -> PolicyResources.File {
        guard !path.utf8.contains(0) else { return .missing }
        guard let place = place(of: path, namedIn: file) else { return .outside }
        guard !place.isEmpty, let real = Descriptor.resolve(prefix + place) else { return .missing }
        guard holds(real) else { return .outside }
        return Self.read(prefix + place)
    }

    /// A path within the directory, without `.` and `..`: one file has one name. Nil where it leads out.
    private func place(of path: String, namedIn file: SourceFile) -> String? {
        guard path.utf8.first != Self.slash else { return nil }
        let isInside = file.name.utf8.starts(with: prefix.utf8)
        var parts = isInside ? Self.parts(file.name.utf8.dropFirst(prefix.utf8.count)).dropLast() : []
        for part in Self.parts(path.utf8[...]) {
            switch part {
            case ".": continue
            case "..": guard parts.popLast() != nil else { return nil }
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// Whether a path without links lies in the directory.
    private func holds(_ real: String) -> Bool {
        guard let root = Descriptor.resolve(prefix.isEmpty ? "." : prefix) else { return false }
        return real.utf8.starts(with: Self.closed(root).utf8)
    }

    /// A path that ends in a slash.
    private static func closed(_ path: String) -> String {
        path.utf8.last == slash ? path : path + "/"
    }

    private static func parts(_ path: Substring.UTF8View) -> [Substring] {
        path.split(separator: slash).map { Substring($0) }
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
