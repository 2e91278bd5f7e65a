/// The words that begin or join the parts of a rules file. No rule and no `let` may have one as its name, so that a
/// missing word never changes what the next one means.
package enum ReservedWords {
    /// The words that this version reads.
    package static let inUse: Set<String> = words(
        """
        across and as at attempts because by count currency decline declined else ever everyone false given if ignore
        ignored in is key let limit most not of on or per policy require review reviewed accepted starts sum test that
        then timezone true unique unless week where day month year
        """)

    /// The words that later versions will read; reserved now, so that no file breaks then.
    package static let forLater: Set<String> = words(
        """
        active average conflict default distinct field from function include largest late list mode optional pack plugin
        rolling shadow smallest table until up within
        """)

    /// Whether the word is reserved, now or for later.
    package static func contains(_ word: String) -> Bool {
        inUse.contains(word) || forLater.contains(word)
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
