/// The words that begin or join the parts of a rules file. No rule and no `let` may have one as its name, so that a
/// missing word never changes what the next one means.
package enum ReservedWords {
    package static let all: Set<String> = words(
        """
        across active and as at attempts average because by conflict count currency day decline declined default
        distinct else ever everyone false field from function given if ignore ignored in include is key largest late let
        limit list mode month most not of on optional or per policy require review reviewed accepted rolling shadow
        smallest starts sum table test that then timezone to true unique unless until up week where within year
        """)

    /// Whether the word is reserved.
    package static func contains(_ word: String) -> Bool {
        all.contains(word)
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
