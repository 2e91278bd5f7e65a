/// Which of the files of a policy a range belongs to: an index into `SourceMap.files`.
package struct FileID: Hashable, Comparable, Sendable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }

    package static func < (left: FileID, right: FileID) -> Bool {
        left.index < right.index
    }
}

/// A half-open run of bytes in one file. An empty range is a place between two bytes.
package struct SourceRange: Hashable, Sendable {
    package let file: FileID
    /// The first byte, from 0, and the first one behind the range.
    package let lower: Int
    package let upper: Int

    package init(file: FileID, lower: Int, upper: Int) {
        self.file = file
        self.lower = lower
        self.upper = max(lower, upper)
    }

    /// The smallest range that holds both; they must be in one file.
    package func union(_ other: SourceRange) -> SourceRange {
        SourceRange(file: file, lower: min(lower, other.lower), upper: max(upper, other.upper))
    }
}

/// A place as people name it. All three count from 1; a column is one Unicode scalar.
public struct SourcePosition: Hashable, Sendable {
    /// The file as the user named it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int
    /// The byte in the file, from 1.
    public let byte: Int

    package init(file: String, line: Int, column: Int, byte: Int) {
        self.file = file
        self.line = line
        self.column = column
        self.byte = byte
    }
}

/// All files of a policy, so that any range can be shown.
public struct SourceMap: Sendable {
    /// The files in the order in which they were read.
    public let files: [SourceFile]

    /// A map of the given files; a range's `FileID` is an index into them.
    public init(_ files: [SourceFile]) {
        self.files = files
    }
}
