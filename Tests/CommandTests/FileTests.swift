import Foundation
import Testing
import bankrules

@Suite struct FileTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
    }

    private func open(_ name: String) throws -> OutputFile {
        try OutputFile.open(.file(folder.path(name)), standardOutput: Descriptor(-1))
    }

    /// The exit status and the sentence of what fails, with the folder's own path taken out.
    private func failure(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no failure"
        } catch let failure as CommandFailure {
            guard case .failed(let code, let message) = failure else { return "\(failure)" }
            return "\(code.rawValue) " + message.replacing(folder.url.path, with: "FOLDER")
        } catch {
            return "\(error)"
        }
    }

    @Test func `a file appears when it is complete`() throws {
        let file = try open("out.txt")
        try file.descriptor.write(Array("whole\n".utf8))
        #expect(folder.names == [".out.txt.partial-\(ProcessInfo.processInfo.processIdentifier)"])
        try file.commit()
        #expect(folder.names == ["out.txt"])
        #expect(folder.read("out.txt") == "whole\n")
    }

    @Test func `a file that is not completed leaves the old one`() throws {
        try folder.write("old", to: "out.txt")
        let file = try open("out.txt")
        try file.descriptor.write(Array("half".utf8))
        file.discard()
        #expect(folder.names == ["out.txt"])
        #expect(folder.read("out.txt") == "old")
        do {
            let forgotten = try open("out.txt")
            try forgotten.descriptor.write(Array("half".utf8))
        }
        #expect(folder.names == ["out.txt"])
    }

    @Test func `the new file has the old one's permissions and lies behind its link`() throws {
        try folder.write("old", to: "real.txt")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("real.txt"))
        try FileManager.default.createSymbolicLink(atPath: folder.path("link.txt"), withDestinationPath: "real.txt")
        let file = try open("link.txt")
        try file.descriptor.write(Array("new".utf8))
        try file.commit()
        #expect(folder.names == ["link.txt", "real.txt"])
        #expect(folder.read("real.txt") == "new")
        #expect(try Descriptor.status(of: folder.path("real.txt")).permissions == 0o640)
    }

    @Test func `a name that is taken leads to the next`() throws {
        let first = try open("out.txt")
        let second = try open("out.txt")
        try first.descriptor.write(Array("first".utf8))
        try second.descriptor.write(Array("second".utf8))
        try second.commit()
        try first.commit()
        #expect(folder.names == ["out.txt"])
        #expect(folder.read("out.txt") == "first")
    }

    @Test func `a long name has a place beside it`() throws {
        let name = String(repeating: "n", count: 255)
        try open(name).commit()
        #expect(folder.names == [name])
    }

    @Test func `what can not be written is said`() throws {
        try folder.write("", to: "file")
        #expect(failure { _ = try open("") }.hasSuffix("is a directory"))
        #expect(
            failure { _ = try open("none/out.txt") }
                == "74 can't write `FOLDER/none/out.txt`: no such file or directory")
        #expect(failure { _ = try open("file/out.txt") } == "74 can't write `FOLDER/file/out.txt`: not a directory")
        #expect(
            failure { _ = try OutputFile.open(.file(folder.url.path + "/new/"), standardOutput: Descriptor(-1)) }
                == "74 can't write `FOLDER/new/`: is a directory")
    }

    @Test func `a device is written straight`() throws {
        let file = try OutputFile.open(.file("/dev/full"), standardOutput: Descriptor(-1))
        #expect(throws: SystemFailure.self) { try file.descriptor.write([0x0A]) }
        try file.commit()
    }

    @Test func `all outputs are opened or none`() throws {
        #expect(throws: CommandFailure.self) {
            _ = try OutputFile.open(
                [.file(folder.path("a")), .file(folder.path("none/b"))], standardOutput: Descriptor(-1))
        }
        #expect(folder.names == [])
    }

    @Test func `where one of several files can't be put in its place, it is said which are new`() throws {
        let names = ["a", "b", "c"]
        for name in names { try folder.write("old", to: name) }
        let files = try names.map { try open($0) }
        for file in files { try file.descriptor.write(Array("new".utf8)) }
        try FileManager.default.removeItem(atPath: folder.path("b"))
        try FileManager.default.createDirectory(atPath: folder.path("b"), withIntermediateDirectories: false)
        #expect(
            failure { try OutputFile.commit(files) }
                == "74 can't write `FOLDER/b`: is a directory; new are `FOLDER/a`, as before are `FOLDER/b`, `FOLDER/c`"
        )
        #expect(folder.names == names)
        #expect(folder.read("a") == "new")
        #expect(folder.read("c") == "old")
    }

    @Test func `what can not be read is said`() throws {
        func read(_ name: String, option: String?) throws {
            _ = try InputFile.open(.file(folder.path(name)), option: option, standardInput: Descriptor(-1))
        }
        #expect(
            failure { try read("none", option: "--input") }
                == "66 there is no file `FOLDER/none`; name another file with `--input FILE`")
        #expect(failure { try read("none", option: nil) } == "66 there is no file `FOLDER/none`")
        #expect(failure { try read(".", option: nil) } == "66 can't read `FOLDER/.`: it is a directory")
    }

    @Test func `reading stops at the limit`() throws {
        try folder.write(String(repeating: "x", count: 300_000), to: "long")
        let file = try InputFile.open(.file(folder.path("long")), option: nil, standardInput: Descriptor(-1))
        #expect(try file.readAll(limit: 1_000).count == 65_536)
        let again = try InputFile.open(.file(folder.path("long")), option: nil, standardInput: Descriptor(-1))
        #expect(try again.readAll(limit: 1_000_000).count == 300_000)
    }

    // MARK: Two names of one file

    private func roles(input: String? = nil, outputs: [String]) throws {
        var roles = FileRoles(.run)
        if let input { roles.addInput("--input", .file(folder.path(input)), standardInput: Descriptor(-1)) }
        for (index, output) in outputs.enumerated() {
            let place = OutputPlace(output.hasPrefix("/") || output == "-" ? output : folder.path(output))
            try roles.addOutput("--out\(index)", try #require(place), standardOutput: Descriptor(-1))
        }
    }

    @Test(arguments: [
        ["new", "new"], ["new", "./new"], ["old", "link"], ["old", "./old"], ["-", "-"], ["hard", "old"],
    ])
    func `two outputs with one file are refused`(outputs: [String]) throws {
        try folder.write("", to: "old")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "old")
        try FileManager.default.linkItem(atPath: folder.path("old"), toPath: folder.path("hard"))
        #expect(throws: CommandFailure.self) { try roles(outputs: outputs) }
    }

    @Test func `an output that is the input is refused`() throws {
        try folder.write("", to: "old")
        #expect(throws: CommandFailure.self) { try roles(input: "old", outputs: ["./old"]) }
    }

    @Test func `different files, and devices, are fine`() throws {
        try roles(input: "old", outputs: ["a", "b", "/dev/null", "/dev/null", "-"])
    }
}
