import Foundation
import Synchronization
import Testing
import bankrules

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The program as it was built, run as a process of its own.
enum Binary {
    /// How a standard stream of the process begins.
    enum Stream {
        /// Kept, and handed to the test.
        case kept
        case file(String)
        case closed
        /// A pipe whose other end is closed already.
        case brokenPipe
        /// One end of a pipe that the test holds.
        case descriptor(Int32)
    }

    /// The program lies where the test bundle does.
    static let path: String = {
        let candidates = [Bundle.main.bundleURL] + CommandLine.arguments.map { URL(filePath: $0) }
        let folders = candidates.flatMap { url in
            sequence(first: url, next: { $0.path.count > 1 ? $0.deletingLastPathComponent() : nil }).prefix(6)
        }
        let programs = folders.map { $0.appending(path: "bankrules") }
        return programs.map(\.path).first { path in
            var status = stat()
            return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        } ?? "bankrules"
    }()

    /// Runs the program to its end. Its working folder is `folder` if one is given, its environment is empty but for
    /// what is given.
    static func run(
        _ arguments: [String], in folder: URL? = nil, input: Stream = .file("/dev/null"),
        output: Stream = .kept, errors: Stream = .kept, environment: [String: String] = [:]
    ) throws -> Transcript {
        let process = try start(
            arguments, in: folder, input: input, output: output, errors: errors, environment: environment)
        return try process.finish()
    }

    /// Starts the program.
    static func start(
        _ arguments: [String], in folder: URL? = nil, input: Stream = .file("/dev/null"),
        output: Stream = .kept, errors: Stream = .kept, environment: [String: String] = [:]
    ) throws -> RunningBinary {
        let kept = FileManager.default.temporaryDirectory.appending(path: "bankrules-test-\(UUID().uuidString)")
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        var opened: [Wire] = []
        defer { opened.forEach { $0.closeWriting() } }
        for (number, stream) in [(Int32(0), input), (1, output), (2, errors)] {
            switch stream {
            case .kept:
                unsafe posix_spawn_file_actions_addopen(
                    &actions, number, kept.path + ".\(number)", O_RDWR | O_CREAT | O_APPEND, 0o600)
            case .file(let path):
                unsafe posix_spawn_file_actions_addopen(&actions, number, path, number == 0 ? O_RDONLY : O_WRONLY, 0)
            case .closed:
                unsafe posix_spawn_file_actions_addclose(&actions, number)
            case .brokenPipe:
                let pipe = try Wire()
                pipe.closeReading()
                opened.append(pipe)
                unsafe posix_spawn_file_actions_adddup2(&actions, pipe.writing, number)
            case .descriptor(let descriptor):
                unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, number)
            }
        }
        return try unsafe spawn(arguments, in: folder, &actions, environment: environment, kept: kept.path)
    }

    private static func spawn(
        _ arguments: [String], in folder: URL?, _ actions: inout posix_spawn_file_actions_t,
        environment: [String: String], kept: String
    ) throws -> RunningBinary {
        // No call of every system starts a process in another folder; the shell does.
        let shell = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0.path] } ?? []
        let line = shell + [path] + arguments
        let words = unsafe line.map { unsafe strdup($0) } + [nil]
        let inherited = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "HOME"].compactMap { name in
            ProcessInfo.processInfo.environment[name].map { "\(name)=\($0)" }
        }
        let own = environment.map { "\($0.key)=\($0.value)" } + ["SWIFT_BACKTRACE=enable=no"]
        let variables = unsafe (inherited + own).map { unsafe strdup($0) } + [nil]
        defer {
            unsafe words.forEach { unsafe free($0) }
            unsafe variables.forEach { unsafe free($0) }
        }
        // The threads that tests run on have signals blocked, and a process inherits that.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var process: pid_t = 0
        let failure = Wire.spawning.withLock { _ in
            unsafe posix_spawn(&process, line[0], &actions, &attributes, words, variables)
        }
        try #require(failure == 0, "can't start \(path): error \(failure)")
        return RunningBinary(process: process, kept: kept)
    }
}

/// The program while it runs.
struct RunningBinary {
    let process: pid_t
    let kept: String

    /// Sends it a signal.
    func send(_ signal: Int32) {
        kill(process, signal)
    }

    /// Waits until it ends.
    func finish() throws -> Transcript {
        let (status, texts) = end()
        let signal = status & 0x7F
        try #require(signal == 0, "ended by signal \(signal)")
        let code = try #require(ExitCode(rawValue: (status >> 8) & 0xFF), "exit \((status >> 8) & 0xFF)")
        return Transcript(code: code, output: texts[0], errors: texts[1])
    }

    /// Waits until it ends by a signal.
    func signal() throws -> Int32 {
        let (status, texts) = end()
        try #require(status & 0x7F != 0, "exit \((status >> 8) & 0xFF): \(texts)")
        return status & 0x7F
    }

    private func end() -> (status: Int32, texts: [String]) {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        let texts = [1, 2].map { number in
            let path = "\(kept).\(number)"
            defer { unsafe unlink(path) }
            return (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        return (status, texts)
    }
}
