import Testing
import bankrules

/// A folder in which `bankrules explain` is asked about a few lines under a few rules.
struct ExplainFolder {
    private let folder: Folder

    private static let header = "policy \"Test\"\ncurrency USD\ntimezone UTC\nweek starts monday\n"

    init() throws {
        folder = try Folder()
    }

    func explain(_ id: String, rules: String, _ lines: [String], options: [String] = []) throws -> String {
        try folder.write(Self.header + rules, to: "test.rules")
        try folder.write(lines.joined(separator: "\n"), to: "input.txt")
        let answer = obey(
            ["explain", "--rules", folder.path("test.rules"), "--input", folder.path("input.txt")] + options + [id])
        #expect(answer.code == .success, "\(answer.text)")
        return answer.output.replacing(folder.path("test.rules"), with: "test.rules")
    }

    /// A line of input, on a day and at an hour of January 2000.
    static func line(
        _ id: String, _ amount: String, _ time: String, customer: String = "7", fields: String = ""
    ) -> String {
        #"""
        {"id":"\#(id)","customer_id":"\#(customer)","load_amount":"\#(amount)",\#
        "time":"2000-01-\#(time):00:00Z"\#(fields)}
        """#
    }
}
