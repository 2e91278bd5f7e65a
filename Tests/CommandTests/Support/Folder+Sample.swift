import Foundation

extension Folder {
    /// A folder with the repository's own input and rules, and nothing else.
    static func withSample() throws -> Folder {
        let folder = try Folder()
        try folder.addDefaultRules()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "input.txt"), to: folder.url.appending(path: "input.txt"))
        return folder
    }

    /// Writes a copy of a file with one text in place of another.
    func write(_ name: String, as copy: String, replacing old: String, with new: String) throws {
        try write((read(name) ?? "").replacing(old, with: new), to: copy)
    }

    /// A file's lines without their ends.
    func lines(_ name: String) -> [String] {
        (read(name) ?? "").split(separator: "\n").map(String.init)
    }
}

extension Transcript {
    /// All of it, without the figures that differ from run to run.
    var timeless: String {
        Self.timeless(text)
    }

    /// A text of the program's without the figures that differ from run to run.
    static func timeless(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let place = line.range(of: "\" in ", options: .backwards), line.contains(" by \"") else {
                return String(line)
            }
            return line[..<place.lowerBound] + "\""
        }.joined(separator: "\n")
    }
}
