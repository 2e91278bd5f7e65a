/// Puts the declarations of included files in place of the lines that include them.
struct IncludeSplicing {
    private(set) var files: PolicyFiles
    /// The declarations of all files in the order in which they are read; there is no `include` among them.
    private(set) var declarations: [DeclarationSyntax] = []
    private(set) var includes: [DeclarationSyntax] = []
    /// What the parser found in the included files.
    private(set) var syntax: [Diagnostic] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether a file that was meant to be included is not: what it declares is not known.
    private(set) var hasHoles = false
    /// Where each included file is included.
    private(set) var places: [FileID: NameSyntax] = [:]
    /// The files that are being read, each included by the one before it.
    private var open: [FileID] = []

    init(_ files: PolicyFiles) {
        self.files = files
    }

    /// Adds a file of the policy, and what it includes.
    mutating func add(_ file: RulesFileSyntax) {
        open.append(file.file)
        for declaration in file.declarations {
            switch declaration.kind {
            case .include(let path):
                includes.append(declaration)
                include(path)
            case .policy, .currency, .timezone, .week, .late, .field, .list, .table, .function, .constant, .aggregate,
                .rule, .test:
                declarations.append(declaration)
            }
        }
        open.removeLast()
    }

    private mutating func include(_ path: NameSyntax) {
        switch files.read(path.text, namedIn: path.range.file) {
        case .read(let file):
            places[file] = path
            let parsed = Parser.parse(files.sources.files[file.index], as: file)
            syntax += parsed.diagnostics
            add(parsed.syntax)
        case .again(let file):
            diagnostics.append(again(file, path))
        case .missing: fail(CheckMessage.fileMissing(path))
        case .outside: fail(CheckMessage.fileOutside(path))
        case .unreadable(let reason): fail(CheckMessage.fileUnreadable(path, reason: reason))
        case .tooMany: fail(CheckMessage.tooManyFiles(path))
        case .tooLarge: fail(CheckMessage.filesTooLarge(path))
        }
    }

    private mutating func fail(_ diagnostic: Diagnostic) {
        hasHoles = true
        diagnostics.append(diagnostic)
    }

    private func again(_ file: FileID, _ path: NameSyntax) -> Diagnostic {
        guard let start = open.firstIndex(of: file) else {
            return CheckMessage.includedTwice(path, first: places[file])
        }
        let circle = open[start...].map { files.sources.files[$0.index].name }
        return CheckMessage.includesItself(path, circle: circle)
    }
}
