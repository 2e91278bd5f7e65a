import Foundation
import Testing
import bankrules

/// Where a process finds time zones.
@Suite struct ZoneTests {
    private let folder: Folder

    /// `zones` has one zone, five hours behind UTC, and what else such directories have.
    init() throws {
        folder = try Folder()
        for name in ["zones", "zones/America", "zones/posix", "empty"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: name), withIntermediateDirectories: false)
        }
        for name in ["America/Lima", "localtime", "posix/Lima", "Factory", "../Outside"] {
            try Self.zone.write(to: folder.url.appending(path: "zones/\(name)"))
        }
        try Self.zone.prefix(50).write(to: folder.url.appending(path: "zones/America/Damaged"))
        try folder.write("# names\n", to: "zones/zone.tab")
    }

    /// A file without transitions, and with a rule at its end.
    private static let zone: Data = {
        let part: [UInt8] =
            Array("TZif2".utf8) + [UInt8](repeating: 0, count: 31) + [0, 0, 0, 1, 0, 0, 0, 4]
            + [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
        return Data(part + part + Array("\n<-05>5\n".utf8))
    }()

    private func check(_ zone: String, in directory: String = "zones") throws -> Transcript {
        let rules = """
            policy "P"
            currency USD
            timezone "\(zone)"
            week starts monday

            limit daily {
              on       load
              count    per customer per day
              at most  1
            }

            test "a day of that zone" {
              2000-01-01T05:00:00Z  load  $1.00  accepted
              2000-01-01 23:59:59   load  $1.00  declined by daily
              2000-01-02T04:59:59Z  load  $1.00  declined by daily
              2000-01-02 00:00      load  $1.00  accepted
            }

            """
        try folder.write(rules, to: "zone.rules")
        let place = directory.isEmpty ? "" : directory.hasPrefix("/") ? directory : folder.path(directory)
        return try Binary.run(["test", "zone.rules"], in: folder.url, environment: ["TZDIR": place])
    }

    @Test func `a zone is read from the directory that TZDIR names`() throws {
        let answer = try check("America/Lima")
        #expect(answer.code == .success, "\(answer.text)")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/America/Lima")))
    func `a zone is read from the system's own directory otherwise`() throws {
        #expect(try check("America/Lima", in: "").code == .success)
    }

    @Test(arguments: ["zones", "nowhere", "empty"])
    func `UTC needs no file`(directory: String) throws {
        // The test is made for another zone.
        let answer = try check("UTC", in: directory)
        #expect(answer.code == .finding, "\(answer.text)")
    }

    @Test(
        arguments: [
            "localtime", "posix/Lima", "Factory", "zone.tab", "America", "../Outside", "America/../America/Lima",
            "/America/Lima", "America//Lima", "America/Lima/", "America/Quito", "", "./America/Lima", "America\\u{0}",
        ])
    func `everything else is no zone`(name: String) throws {
        let answer = try check(name)
        #expect(answer.code == .badRules)
        #expect(answer.errors.contains("error[R0205]: there is no time zone `"), "\(answer.text)")
    }

    @Test func `the zones there are can be suggested`() throws {
        #expect(try check("Lima").errors.contains("did you mean `\"America/Lima\"`?"))
        #expect(try check("america/lima").errors.contains("did you mean `\"America/Lima\"`?"))
    }

    @Test(arguments: [
        ("America/Lima", "nowhere", "TZDIR is `"), ("America/Lima", "empty", "has no time zones"),
        ("America/Damaged", "zones", "can't be used, it ends too early"),
        ("America/Lima", "zone.rules", "which is no directory"),
    ])
    func `a machine without a zone's data says so, and what to install`(
        name: String, directory: String, reason: String
    ) throws {
        let answer = try check(name, in: directory)
        #expect(answer.code == .badRules)
        #expect(answer.errors.contains("error[R0607]: can't read the time zone `\(name)`"), "\(answer.text)")
        #expect(answer.errors.contains(reason), "\(answer.text)")
        #expect(answer.errors.contains("the package `tzdata`"))
    }
}
