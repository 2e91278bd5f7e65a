package import Engine
import RulesDSL

/// The files of one command by the options that name them, to find out before any is opened whether two are the same:
/// an output would destroy what it shares a file with.
package struct FileRoles {
    /// What tells two files apart.
    private enum Identity: Hashable {
        case file(device: UInt64, inode: UInt64)
        /// A file that doesn't exist yet, by its folder.
        case name(device: UInt64, inode: UInt64, name: String)
        /// A standard stream that is no file.
        case stream(Int32)
    }

    private let command: CommandName
    private var inputs: [Identity: String] = [:]
    private var outputs: [Identity: String] = [:]

    package init(_ command: CommandName) {
        self.command = command
    }

    /// Notes a file that is read.
    package mutating func addInput(_ option: String, _ place: InputPlace, standardInput: Descriptor) {
        let identity =
            switch place {
            case .standard: Self.identity(of: standardInput)
            case .file(let path): Self.identity(of: path)
            }
        if let identity { inputs[identity] = option }
    }

    /// Notes all files of a policy, those that it includes too.
    package mutating func addRules(
        _ option: String, _ place: InputPlace, _ policy: Policy, standardInput: Descriptor
    ) {
        if place == .standard { addInput(option, place, standardInput: standardInput) }
        for file in policy.program.policy.sources.files {
            if let identity = Self.identity(of: file.name) { inputs[identity] = option }
        }
    }

    /// Notes the files of plugins, which are read from for as long as the program runs.
    package mutating func addPlugins(_ paths: [String]) {
        for path in paths {
            if let identity = Self.identity(of: path) { inputs[identity] = "--plugin" }
        }
    }

    /// Notes a file that is written, unless another one is the same.
    package mutating func addOutput(
        _ option: String, _ place: OutputPlace, standardOutput: Descriptor
    ) throws(CommandFailure) {
        let identity: Identity?
        let name: String
        switch place {
        case .standard: (identity, name) = (Self.identity(of: standardOutput), "-")
        case .file(let path): (identity, name) = (Self.identity(of: path), path)
        }
        guard let identity else { return }
        if let other = inputs[identity] ?? outputs[identity] {
            throw .usage(.sameFile(command, other, option, path: name))
        }
        outputs[identity] = option
    }

    private static func identity(of descriptor: Descriptor) -> Identity? {
        guard let status = try? descriptor.status(), status.kind == .regular else { return .stream(descriptor.number) }
        return .file(device: status.device, inode: status.inode)
    }

    private static func identity(of path: String) -> Identity? {
        if let status = try? Descriptor.status(of: path) {
            // Everybody may write to a device such as /dev/null.
            return status.kind == .characterDevice ? nil : .file(device: status.device, inode: status.inode)
        }
        let separator = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = separator == path.startIndex ? "." : String(path[..<separator])
        guard let status = try? Descriptor.status(of: folder) else { return nil }
        return .name(device: status.device, inode: status.inode, name: String(path[separator...]))
    }
}
