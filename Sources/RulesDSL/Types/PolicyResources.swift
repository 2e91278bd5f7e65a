/// What a policy names beyond its own text, handed in by the host: the language itself reads no files and no clock.
///
///     let zones = PolicyResources(
///         zone: { name in
///             guard let bytes = readZoneFile(name) else { return .unavailable(reason: "it is not there") }
///             return (try? ZoneRules(zoneFile: bytes)).map { .known($0) } ?? .unavailable(reason: "it is damaged")
///         },
///         file: { _, _ in .missing })
public struct PolicyResources: Sendable {
    /// What the host knows of a time zone's name.
    public enum Zone: Sendable {
        /// Its offsets.
        case known(ZoneRules)
        /// There is no such zone; the names there are, for a suggestion.
        case unknown(names: [String])
        /// The host has no time-zone data at all, and why.
        case unavailable(reason: String)
    }

    /// What the host finds under a path that a rules file names, which is relative to that file.
    public enum File: Sendable {
        /// The file. Its name tells it from all others, whatever path leads to it.
        case found(SourceFile)
        /// There is none.
        case missing
        /// The path leads out of the policy's directory, or is absolute.
        case outside
        /// It can't be read, and why.
        case unreadable(reason: String)
    }

    /// A function that a plugin offers.
    package struct Function: Sendable {
        package let name: String
        package let parameters: [ValueType]
        package let result: ValueType
        /// Who offers it, for messages.
        package let plugin: String

        package init(name: String, parameters: [ValueType], result: ValueType, plugin: String) {
            self.name = name
            self.parameters = parameters
            self.result = result
            self.plugin = plugin
        }
    }

    /// The zone of an IANA name.
    package let zone: @Sendable (_ name: String) -> Zone
    /// A file by its path, relative to the file that names it.
    package let file: @Sendable (_ path: String, _ namedIn: SourceFile) -> File
    /// The functions that rules may declare, whoever offers them.
    package var functions: [Function]

    /// Nothing but the zone UTC.
    public static let none = PolicyResources(
        zone: { $0 == "UTC" ? .known(.utc) : .unavailable(reason: "this program was given none") },
        file: { _, _ in .missing }, functions: [])

    /// Time zones and files.
    ///
    /// - Parameters:
    ///   - zone: Finds a time zone by its IANA name.
    ///   - file: Finds a file by its path, which is relative to the file that names it.
    public init(
        zone: @escaping @Sendable (_ name: String) -> Zone,
        file: @escaping @Sendable (_ path: String, _ namedIn: SourceFile) -> File
    ) {
        self.init(zone: zone, file: file, functions: [])
    }

    package init(
        zone: @escaping @Sendable (_ name: String) -> Zone,
        file: @escaping @Sendable (_ path: String, _ namedIn: SourceFile) -> File, functions: [Function]
    ) {
        self.zone = zone
        self.file = file
        self.functions = functions
    }
}
