/// The files of a policy: those it was given, and those that they name, read when they are met.
struct PolicyFiles {
    /// What became of a path that a file names.
    enum Reading {
        case read(FileID)
        /// It is one of the policy's files already.
        case again(FileID)
        case missing
        case outside
        case unreadable(reason: String)
        case tooMany
        case tooLarge
    }

    private(set) var sources: SourceMap
    private let resources: PolicyResources
    /// By the bytes of their names: Unicode may find two names equivalent that are two files.
    private var byName: [[UInt8]: FileID] = [:]
    private var bytes = 0

    init(_ sources: SourceMap, _ resources: PolicyResources) {
        self.sources = sources
        self.resources = resources
        for (index, file) in sources.files.enumerated() {
            byName[Array(file.name.utf8)] = FileID(index)
            bytes += file.bytes.count
        }
    }

    /// Reads the file under a path, unless it was read before.
    mutating func read(_ path: String, namedIn file: FileID) -> Reading {
        guard sources.files.indices.contains(file.index) else { return .missing }
        guard sources.files.count < CheckLimits.files else { return .tooMany }
        switch resources.file(path, sources.files[file.index]) {
        case .found(let found):
            let name = Array(found.name.utf8)
            if let known = byName[name] { return .again(known) }
            bytes += found.bytes.count
            guard bytes <= CheckLimits.bytes else { return .tooLarge }
            let id = FileID(sources.files.count)
            byName[name] = id
            sources = SourceMap(sources.files + [found])
            return .read(id)
        case .missing: return .missing
        case .outside: return .outside
        case .unreadable(let reason): return .unreadable(reason: reason)
        }
    }
}

extension PolicyChecker {
    /// The file that a text of the policy names: its lines are then places that can be reported. Nil where it can't be
    /// had, which has been reported. One file may be named several times.
    mutating func readFile(_ path: NameSyntax) -> FileID? {
        switch files.read(path.text, namedIn: path.range.file) {
        case .read(let file), .again(let file): return file
        case .missing: report(CheckMessage.fileMissing(path))
        case .outside: report(CheckMessage.fileOutside(path))
        case .unreadable(let reason): report(CheckMessage.fileUnreadable(path, reason: reason))
        case .tooMany: report(CheckMessage.tooManyFiles(path))
        case .tooLarge: report(CheckMessage.filesTooLarge(path))
        }
        return nil
    }
}
