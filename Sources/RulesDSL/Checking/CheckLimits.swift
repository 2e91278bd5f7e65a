/// How much a policy may hold. Each limit is far above what anybody writes by hand, and keeps what a machine writes
/// from exhausting the checker or the engine.
package enum CheckLimits {
    package static let rules = 10_000
    package static let lets = 10_000
    package static let fields = 32
    package static let lists = 1_000
    package static let tables = 1_000
    package static let functions = 1_000
    /// The values of one list, in place or in its file.
    package static let members = 1_000_000
    package static let tableEntries = 10_000
    package static let tests = 10_000
    package static let entries = 10_000
    /// The files of a policy.
    package static let files = 256
    /// The bytes of all its files together.
    package static let bytes = 64 << 20
    /// The parts of one expression, once each `let` stands in its place.
    package static let expressionSize = 1_000
    /// How deep those parts are nested.
    package static let expressionDepth = 500
    /// The bytes of an id, a customer or a field's text, as in the input.
    package static let identifierBytes = 256
    /// The keys of a field's path.
    package static let pathKeys = 16
    /// The longest `rolling` window and the longest `within`, in days: ten years.
    package static let windowDays: Int64 = 3_660
    /// The longest `late`, in days.
    package static let lateDays: Int64 = 366
    /// Suggestions are for people: past this many, a file is not read by one, and each costs a look at every name.
    static let suggestions = 100
}
