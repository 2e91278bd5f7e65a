import RulesDSL

extension Policy {
    /// The zone and the files that the policy names.
    var resources: PolicyResources {
        var random = RandomSource(seed: UInt64(lists.count))
        let files = Dictionary(
            uniqueKeysWithValues: lists.compactMap { list in
                list.file.map { ($0, PolicyPrinter.file(of: list, currency, &random)) }
            })
        let name = zone.name
        let rules = ZoneRules(
            first: zone.first, transitions: zone.changes.map { .init(time: $0.time, offset: $0.offset) })
        return PolicyResources(
            zone: { $0 == name ? .known(rules) : $0 == "UTC" ? .known(.utc) : .unknown(names: [name]) },
            file: { path, _ in
                files[path].map { .found(SourceFile(name: path, text: $0)) } ?? .missing
            }, functions: [])
    }
}
