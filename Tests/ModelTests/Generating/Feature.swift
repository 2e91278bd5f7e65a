import Foundation

/// The parts of the language that policies are made of besides the core.
enum Feature: String, CaseIterable {
    case fields, zones, late, rolling, scopes, functions, lists, tables, aggregates, measures, declined, within,
        conflict, active, shadow

    /// Those that policies may have.
    static let on: Set<Feature> = {
        guard let named = ProcessInfo.processInfo.environment["BANKRULES_MODEL_FEATURES"] else {
            return [.zones, .fields, .lists, .tables, .functions, .active]
        }
        if named == "all" { return Set(allCases) }
        return Set(named.split(separator: ",").compactMap { Feature(rawValue: String($0)) })
    }()

    var isOn: Bool { Self.on.contains(self) }
}
