/// What was asked for on the command line.
enum Arguments {
    case history(History)
    case sample(seed: UInt64)

    static let usage = """
        usage: generate N CUSTOMERS [--seed S] [--days D] [--payload-repeats]
               generate sample [--seed S]

        Writes N transactions of CUSTOMERS customers over D days (60) in order of time to standard output, or the
        repository's input.txt. The same arguments give the same bytes on every machine. With --payload-repeats,
        half of the repeated ids come back with another amount.

        """

    /// Reads the words behind the program's name; nil when they make no sense.
    init?(_ words: [String]) {
        var plain: [String] = []
        var seed: UInt64 = 1
        var days = 60
        var payloadRepeats = false
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "--seed":
                guard let value = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
                seed = value
            case "--days":
                guard let value = rest.popFirst().flatMap({ Int($0) }), (1...36_500).contains(value) else { return nil }
                days = value
            case "--payload-repeats":
                payloadRepeats = true
            default:
                plain.append(word)
            }
        }
        if plain == ["sample"] {
            self = .sample(seed: seed)
            return
        }
        guard plain.count == 2, let count = Int(plain[0]), let customers = Int(plain[1]) else { return nil }
        guard (0...1_000_000_000).contains(count), (1...100_000_000).contains(customers) else { return nil }
        self = .history(
            History(count: count, customers: customers, days: days, seed: seed, payloadRepeats: payloadRepeats))
    }
}
