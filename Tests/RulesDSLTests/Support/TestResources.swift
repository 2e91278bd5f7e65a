package import RulesDSL

/// What the texts of these tests and of the documents may name: two zones, and some files.
package enum TestResources {
    package static let resources = PolicyResources(zone: zone, file: { path, _ in file(path) }, functions: functions)

    /// Those, with files that are found in another way.
    package static func with(
        file: @escaping @Sendable (_ path: String, _ namedIn: SourceFile) -> PolicyResources.File
    ) -> PolicyResources {
        PolicyResources(zone: zone, file: file, functions: functions)
    }

    /// What plugins offer.
    private static let functions = [
        PolicyResources.Function(
            name: "risk-score", parameters: [.text, .money], result: .number, plugin: "the plugin risk"),
        PolicyResources.Function(name: "is-holiday", parameters: [.time], result: .boolean, plugin: "the plugin days"),
    ]

    /// What is under a path, wherever it is named.
    private static let texts = [
        "more.rules": "let small = $50.00\n",
        "itself.rules": "include \"itself.rules\"\n",
        "circle.rules": "include \"half-circle.rules\"\n",
        "half-circle.rules": "include \"circle.rules\"\n",
        "header.rules": "currency USD\nweek starts monday\n",
        "wrong.rules": "let small = 50,00\n",
        "lists/vip.txt": "# customers who pay a fee\n17\r\n  42  \n\n\u{20AC}uro shop\n",
        "lists/amounts.txt": "# in dollars\n$5.00\n-$1,000.00  # a correction\n\n$0\n",
        "lists/euros.txt": "€5.00\nEUR 6\n",
        "lists/wrong-amounts.txt": "$5.00\n$6.00 $7.00\n",
        "lists/days.txt": "2026-01-01\n2026-12-25\n",
        "lists/wrong-days.txt": "2026-01-01\n2026-02-30\ntomorrow\n2026-01-01 2026-01-02\n2026-01-01\n",
        "lists/repeats.txt": "17\n42\n 17\n",
        "lists/empty.txt": "",
    ]

    /// A name in the encoding of another century.
    private static let latin = Array("17\nCaf".utf8) + [0xE9, 0x0A]

    package static func file(_ path: String) -> PolicyResources.File {
        if path.hasPrefix("../") || path.hasPrefix("/") { return .outside }
        if path == "secret.rules" { return .unreadable(reason: "permission denied") }
        if path == "lists/latin.txt" { return .found(SourceFile(name: path, bytes: latin)) }
        return texts[path].map { .found(SourceFile(name: path, text: $0)) } ?? .missing
    }

    private static func zone(_ name: String) -> PolicyResources.Zone {
        switch name {
        case "UTC": .known(.utc)
        case "Europe/Paris": .known(paris)
        case "America/New_York": .known(newYork)
        case "Etc/GMT+5": .known(ZoneRules(first: -18_000, transitions: []))
        case "Asia/Tokyo": .unavailable(reason: "there is no directory `/usr/share/zoneinfo`")
        default: .unknown(names: ["America/New_York", "Asia/Tokyo", "Europe/Paris", "UTC"])
        }
    }

    /// The years 2025 and 2026 alone.
    package static let paris = ZoneRules(
        first: 3600,
        transitions: [
            .init(time: 1_743_296_400, offset: 7200), .init(time: 1_761_440_400, offset: 3600),
            .init(time: 1_774_746_000, offset: 7200), .init(time: 1_792_890_000, offset: 3600),
        ])

    private static let newYork = ZoneRules(
        first: -17_762, transitions: [.init(time: -2_717_650_800, offset: -18_000)])
}
