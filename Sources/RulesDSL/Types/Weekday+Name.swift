extension Weekday {
    /// The day as a rules file names it.
    package var name: String {
        switch self {
        case .monday: "monday"
        case .tuesday: "tuesday"
        case .wednesday: "wednesday"
        case .thursday: "thursday"
        case .friday: "friday"
        case .saturday: "saturday"
        case .sunday: "sunday"
        }
    }

    /// The day that a rules file calls by the name.
    package static func named(_ name: String) -> Weekday? {
        allCases.first { $0.name == name }
    }
}
