import Foundation
import Testing

/// Plugins in C that the tests compile for themselves.
enum CompiledPlugin {
    private static let source = Repository.root.appending(path: "Tests/CommandTests/Plugins/variants.c")
    private static let header = Repository.root.appending(path: "Sources/BankrulesPlugin/include")

    /// The compiler, if there is one: that of the system, or the one that comes with Swift.
    private static let compiler: URL? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let files = ["cc", "clang"].flatMap { name in folders.map { URL(filePath: "\($0)/\(name)") } }
        return files.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    /// Whether there can be any.
    static var isPossible: Bool { compiler != nil }

    /// Compiles a plugin into a folder: of the tests' own source the variant that macros make, or another source.
    static func make(
        _ name: String = "plugin.so", _ macros: [String] = [], source: URL = source, in folder: Folder
    ) throws {
        let compiler: URL = try #require(compiler)
        let process = Process()
        process.executableURL = compiler
        process.arguments =
            ["-std=gnu11", "-Wall", "-Wno-unused", "-Werror", "-shared", "-fPIC", "-I", header.path]
            + macros.map { "-D\($0)" } + [source.path, "-o", folder.path(name)]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(macros) can't be compiled")
    }
}
