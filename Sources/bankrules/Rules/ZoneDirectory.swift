import Engine
package import RulesDSL

/// The machine's data of time zones: the files of the IANA database in a directory, one a zone.
package struct ZoneDirectory: Sendable {
    /// Where every system keeps them.
    private static let standardPath = "/usr/share/zoneinfo"
    /// Zone files have some kilobytes.
    private static let readLimit = 1 << 20

    private let path: String
    /// How its absence is said: a directory that was chosen by a variable is missing for another reason.
    private let absence: String

    /// The directory that `TZDIR` names, or the system's own.
    package init(environment: (String) -> String?) {
        if let chosen = environment("TZDIR"), !chosen.isEmpty {
            path = chosen
            absence = "TZDIR is `\(chosen)`, which is no directory"
        } else {
            path = Self.standardPath
            absence = "there is no directory `\(path)`"
        }
    }

    /// The zone of a name. `UTC` needs no file.
    package func zone(_ name: String) -> PolicyResources.Zone {
        if name == "UTC" { return .known(.utc) }
        guard let status = try? Descriptor.status(of: path), status.kind == .directory else {
            return .unavailable(reason: absence)
        }
        let file = "\(path)/\(name)"
        guard Self.isName(name), let status = try? Descriptor.status(of: file), status.kind == .regular else {
            let names = names
            return names.count > 1 ? .unknown(names: names) : .unavailable(reason: "`\(path)` has no time zones")
        }
        return read(file)
    }

    private func read(_ file: String) -> PolicyResources.Zone {
        let bytes: [UInt8]
        do throws(SystemFailure) {
            let descriptor = try Descriptor.open(reading: file)
            defer { try? descriptor.close() }
            bytes = try descriptor.readAll(limit: Self.readLimit)
        } catch {
            return .unavailable(reason: "`\(file)`: \(error.words)")
        }
        do throws(ZoneFileMistake) {
            return .known(try ZoneRules(zoneFile: bytes))
        } catch {
            return .unavailable(reason: "`\(file)` can't be used, \(error.words)")
        }
    }

    /// Whether a name can be that of a zone: `Europe/Paris`, `Etc/GMT+5`. What else lies in the directory begins with a
    /// small letter: copies with leap seconds, tables, and the machine's own zone, on which no decision may depend.
    private static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count <= 3 && name != "Factory" && parts.allSatisfy(isPart)
    }

    private static func isPart(_ part: Substring) -> Bool {
        guard let first = part.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
        return part.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"):
                true
            default: false
            }
        }
    }

    /// The names there are, and `UTC`.
    private var names: [String] {
        Array(Set(names(below: "") + ["UTC"])).sorted()
    }

    private func names(below folder: String) -> [String] {
        guard let entries = try? Directory.names(in: "\(path)/\(folder)") else { return [] }
        return entries.flatMap { entry -> [String] in
            let name = folder + entry
            guard Self.isName(name), let status = try? Descriptor.status(of: "\(path)/\(name)") else { return [] }
            switch status.kind {
            case .regular: return [name]
            case .directory: return names(below: name + "/")
            case .characterDevice, .other: return []
            }
        }
    }
}
