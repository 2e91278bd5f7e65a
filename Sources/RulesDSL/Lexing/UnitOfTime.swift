/// The units of durations, and how people write them.
enum UnitOfTime {
    static let names = ["seconds", "minutes", "hours", "days"]

    /// Not `m`, which may be minutes, months or millions.
    private static let abbreviations = [
        "d": "days", "h": "hours", "hr": "hours", "hrs": "hours", "min": "minutes", "mins": "minutes",
        "s": "seconds", "sec": "seconds", "secs": "seconds",
    ]

    /// The unit that a word stands for, be it abbreviated or said of one.
    static func meant(by word: String) -> String? {
        abbreviations[word] ?? names.first { $0 == word || $0.dropLast() == word }
    }
}
