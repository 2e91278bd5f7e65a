import Foundation
import Testing
import bankrules

/// An input that is no lines of JSON objects at all: what it is, and how to make it one.
@Suite struct InputFormTests {
    private static let line = #"{"id":"1","customer_id":"1","load_amount":"$1.00","time":"2000-01-01T00:00:00Z"}"#

    /// The bytes of a text in UTF-16.
    private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            littleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
    }

    private static let known: [(line: [UInt8], form: InputForm)] = [
        ([0x1F, 0x8B, 0x08, 0x00], .compressed("gzip", by: "gunzip")),
        ([0x28, 0xB5, 0x2F, 0xFD, 0x04], .compressed("Zstandard", by: "zstd -d")),
        ([0xFD] + Array("7zXZ\0".utf8), .compressed("xz", by: "xz -d")),
        (Array("BZh91AY".utf8), .compressed("bzip2", by: "bzip2 -d")),
        ([0xFF, 0xFE] + utf16(line, littleEndian: true), .utf16("UTF-16")),
        ([0xFE, 0xFF] + utf16(line, littleEndian: false), .utf16("UTF-16")),
        (utf16(line, littleEndian: true), .utf16("UTF-16LE")),
        (utf16(line, littleEndian: false), .utf16("UTF-16BE")),
        (Array("PK\u{3}\u{4}\u{14}".utf8), .closed("a ZIP archive, as spreadsheets are")),
        (Array("PAR1".utf8), .closed("a Parquet file")),
        (Array("Obj\u{1}".utf8), .closed("an Avro file")),
        (Array("SQLite format 3\0".utf8), .closed("an SQLite database")),
        (Array("%PDF-1.7".utf8), .closed("a PDF")),
        (Array("[".utf8), .jsonArray), (Array("  [\(line),\(line)]".utf8), .jsonArray),
        (Array("{\r".utf8), .jsonOverLines), (Array(#"  { "id": "1", "#.utf8), .jsonOverLines),
        (Array("<!doctype html>".utf8), .markup), (Array("<?xml version=\"1.0\"?>".utf8), .markup),
        (Array("policy   \"Limits\"".utf8), .rules),
        (Array("id,customer_id,load_amount,time\r".utf8), .table("--icsv")),
        (Array("id;customer_id;load_amount;time".utf8), .table("--icsv --ifs ';'")),
        (Array("id|customer_id|load_amount|time".utf8), .table("--icsv --ifs '|'")),
        (Array("id\tcustomer_id\tload_amount\ttime".utf8), .table("--itsv")),
    ]

    @Test func `a first line tells what a file is`() {
        for (line, form) in Self.known {
            #expect(InputForm(firstLine: line) == form, "\(String(decoding: line.prefix(40), as: UTF8.self))")
        }
    }

    @Test(arguments: [
        "", " ", line, "\(line),", "[INFO] starting", #"{"id":"1"}"#, #"{"id":"1""#, "hello, world", "limit daily {",
        "7",
        "INSERT INTO loads VALUES (1, 2, 3, 4);",
        "\u{7F}\u{1},,,",
    ])
    func `any other line tells nothing`(line: String) {
        #expect(InputForm(firstLine: Array(line.utf8)) == nil)
    }

    // MARK: Through the program

    /// A file, the form that the shell makes of it again, and what the program says of it.
    private func sentence(_ bytes: [UInt8], name: String, _ arguments: [String], input: String? = nil) throws -> String
    {
        let folder = try Folder()
        try folder.addDefaultRules()
        let url = folder.url.appending(path: name)
        try Data(bytes).write(to: url)
        let answer = try Binary.run(
            arguments + ["--input", input ?? name], in: folder.url, input: .file(url.path))
        #expect(answer.code == .badInput, "\(answer.text)")
        return answer.errors
    }

    @Test func `the sentence at the end says what the file is and what to type`() throws {
        let gzip: [UInt8] = [0x1F, 0x8B, 0x08, 0x00, 0x0A, 0x01, 0x0A, 0x02, 0x0A]
        #expect(
            try sentence(gzip, name: "in put.gz", ["run", "--quiet"])
                == "bankrules: not one of 3 lines of `in put.gz` is a transaction: it is compressed by gzip; "
                + "try `gunzip <'in put.gz' | bankrules run … --input -`\n")
        #expect(
            try sentence(gzip, name: "x", ["dry-run", "--rules", "rules/default.rules"], input: "-")
                == "bankrules: not one of 3 lines of standard input is a transaction: it is compressed by gzip; "
                + "try `… | gunzip | bankrules dry-run … --input -`\n")
        #expect(
            try sentence(Array("\n[\(Self.line),\n\(Self.line),\n]".utf8), name: "a.json", ["explain", "9"])
                == "bankrules: not one of 3 lines of `a.json` is a transaction: it is a JSON array, and each "
                + "transaction must be an object on a line of its own; "
                + "try `jq -c '.[]' <a.json | bankrules explain … --input -`\n")
        #expect(
            try sentence(Array("<html></html>".utf8), name: "a.html", ["run", "--quiet"])
                == "bankrules: the only line of `a.html` is not a transaction: it is HTML or XML, and each line must "
                + "be a JSON object\n")
    }

    @Test func `objects with a mistake tell more than a first line of another form`() throws {
        let euros = Self.line.replacing("$", with: "€")
        let words = try sentence(
            Array(("# exported, by hand, today\n" + euros + "\n" + euros + "\n").utf8), name: "a.ndjson",
            ["run", "--quiet"])
        #expect(words.contains("line 2 was rejected: "), "\(words)")
    }

    @Test(arguments: ["1", "100", "1000000"])
    func `the size of chunks does not matter`(size: String) throws {
        let csv = Array(("\n\nid,customer_id,load_amount,time\n" + String(repeating: "1,2,3,4\n", count: 99)).utf8)
        let words = try sentence(csv, name: "a.csv", ["run", "--quiet", "--chunk-size", size])
        #expect(
            words.hasPrefix(
                "bankrules: not one of 100 lines of `a.csv` is a transaction: it looks like a table, and each line "
                    + "must be a JSON object; "), "\(words)")
        #expect(words.hasSuffix("try `mlr --infer-none --icsv --ojsonl cat <a.csv | bankrules run … --input -`\n"))
    }
}
