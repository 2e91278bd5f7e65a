internal import RulesDSL

/// What an input that is no lines of JSON objects looks like, by how its first line begins, and how to make it one.
package enum InputForm: Equatable, Sendable {
    /// A compressed file, and the command that decompresses it.
    case compressed(String, by: String)
    /// UTF-16, and its name for `iconv`.
    case utf16(String)
    case jsonArray
    case jsonOverLines
    /// Columns, and Miller's options for them.
    case table(String)
    case markup
    case rules
    /// A format that no filter turns into lines.
    case closed(String)

    /// The first bytes that only files of one format have.
    private static let signatures: [(bytes: [UInt8], form: InputForm)] = [
        ([0x1F, 0x8B], .compressed("gzip", by: "gunzip")),
        ([0x28, 0xB5, 0x2F, 0xFD], .compressed("Zstandard", by: "zstd -d")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .compressed("xz", by: "xz -d")),
        (Array("BZh".utf8), .compressed("bzip2", by: "bzip2 -d")),
        ([0xFF, 0xFE], .utf16("UTF-16")), ([0xFE, 0xFF], .utf16("UTF-16")),
        (Array("{\0".utf8), .utf16("UTF-16LE")), (Array("\0{".utf8), .utf16("UTF-16BE")),
        (Array("PK\u{3}\u{4}".utf8), .closed("a ZIP archive, as spreadsheets are")),
        (Array("PAR1".utf8), .closed("a Parquet file")), (Array("Obj\u{1}".utf8), .closed("an Avro file")),
        (Array("SQLite format 3".utf8), .closed("an SQLite database")), (Array("%PDF".utf8), .closed("a PDF")),
    ]

    /// The form of an input by the first line that is not blank, of which a thousand bytes are enough. Nil where that
    /// looks like nothing that is known.
    package init?(firstLine line: [UInt8]) {
        if let known = Self.signatures.first(where: { line.starts(with: $0.bytes) }) {
            self = known.form
            return
        }
        let words = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        switch words.first {
        case UInt8(ascii: "["):
            // A line of a log may begin so too.
            let next = words.dropFirst().first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }
            guard next.map({ Array("{[]".utf8).contains($0) }) ?? true else { return nil }
            self = .jsonArray
        case UInt8(ascii: "<"): self = .markup
        case UInt8(ascii: "{"):
            let end = words.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }.suffix(2)
            // An object with a comma behind it has one line.
            guard let last = end.last, Array("{,[:".utf8).contains(last), end.first != UInt8(ascii: "}") else {
                return nil
            }
            self = .jsonOverLines
        default:
            if words.starts(with: Array("policy ".utf8)) {
                self = .rules
            } else if let options = Self.tableOptions(line) {
                self = .table(options)
            } else {
                return nil
            }
        }
    }

    /// Two separators of one kind at least, and nothing but text without the signs of programs.
    private static func tableOptions(_ line: [UInt8]) -> String? {
        let foreign = Set("(){}<>=".utf8)
        let isText = line.allSatisfy { ($0 >= 0x20 || $0 == 0x09 || $0 == 0x0D) && !foreign.contains($0) }
        guard isText else { return nil }
        let kinds: [(separator: Character, options: String)] = [
            ("\t", "--itsv"), (",", "--icsv"), (";", "--icsv --ifs ';'"), ("|", "--icsv --ifs '|'"),
        ]
        return kinds.first { kind in
            line.count { $0 == kind.separator.asciiValue } >= 2
        }?.options
    }

    /// What it looks like, and what to do.
    package func advice(for input: InputFile, command: String) -> String {
        switch self {
        case .compressed(let name, let filter):
            "it is compressed by \(name); try `\(input.piped(through: filter, to: command))`"
        case .utf16(let name):
            "it is UTF-16; try `\(input.piped(through: "iconv -f \(name) -t UTF-8", to: command))`"
        case .jsonArray:
            "it is a JSON array, and each transaction must be an object on a line of its own; "
                + "try `\(input.piped(through: "jq -c '.[]'", to: command))`"
        case .jsonOverLines:
            "an object of it has several lines, and each must have one; "
                + "try `\(input.piped(through: "jq -c .", to: command))`"
        case .table(let options):
            "it looks like a table, and each line must be a JSON object; with columns named `id`, `customer_id`, "
                + "`load_amount` and `time` try `\(input.piped(through: "mlr --infer-none \(options) --ojsonl cat", to: command))`"
        case .markup: "it is HTML or XML, and each line must be a JSON object"
        case .rules: "it looks like rules: name those with `--rules`, and the transactions with `--input`"
        case .closed(let name): "it is \(name); export it as one JSON object a line"
        }
    }
}

extension InputFile {
    /// A command line that decides what a filter makes of the input; other options are as before.
    fileprivate func piped(through filter: String, to command: String) -> String {
        let start = isStandardInput ? "… | \(filter)" : "\(filter) <\(TerminalText.escape(ShellWord.quoted(name)))"
        return "\(start) | bankrules \(command) … --input -"
    }
}
