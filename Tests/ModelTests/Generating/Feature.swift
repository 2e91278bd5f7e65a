/// The parts of the language that policies are made of besides the core.
enum Feature: CaseIterable {
    case fields, zones, late, rolling, scopes, functions, lists, tables, aggregates, measures, declined, within,
        conflict, active, shadow
}
