/// A directory that files of a policy may come from: the policy's own, or one that the command line allows.
package struct AllowedDirectory: Sendable {
    /// What stands before a file's path within it, as people typed it: nothing, or up to a `/`.
    let prefix: String
    /// Where it really is, up to a `/`; nil if it isn't there.
    private let real: String?

    init(prefix: String) {
        self.prefix = prefix
        real = Descriptor.resolve(prefix.isEmpty ? "." : prefix).map(FilePath.closed)
    }

    /// The directory of an option's value, which must be there.
    package init(named path: String) throws(CommandFailure) {
        guard let status = try? Descriptor.status(of: path), status.kind == .directory else {
            let quoted = "`\(TerminalText.escape(path))`"
            throw .failed(.inputMissing, "there is no directory \(quoted); name one that is there: `--allow-path DIR`")
        }
        self.init(prefix: FilePath.closed(path))
    }

    /// Whether a path without links leads to it or into it.
    func holds(_ place: String) -> Bool {
        guard let real else { return false }
        return FilePath.closed(place).utf8.starts(with: real.utf8)
    }

    /// What a file is called that a path without links leads to, if it lies here: one file has one name, whichever way
    /// it was named.
    func name(of place: String) -> String? {
        guard let real, holds(place) else { return nil }
        return prefix + Substring(place.utf8.dropFirst(real.utf8.count))
    }
}

/// Paths as texts. They are bytes to the system: two that Unicode finds equivalent are two.
enum FilePath {
    static let separator = UInt8(ascii: "/")

    /// A path with a `/` at its end.
    static func closed(_ path: String) -> String {
        path.utf8.last == separator ? path : path + "/"
    }

    /// What stands before a file's own name: nothing, or up to a `/`.
    static func folder(of file: String) -> String {
        let end = file.utf8.lastIndex(of: separator).map { file.utf8.index(after: $0) }
        return String(file[..<(end ?? file.startIndex)])
    }

    /// The names that a path is made of.
    static func parts(_ path: Substring.UTF8View) -> [Substring] {
        path.split(separator: separator).map { Substring($0) }
    }
}
