import RulesDSL
import Testing

@Suite struct DidYouMeanTests {
    @Test(
        arguments: [
            ("amuont", "amount"), ("limt", "limit"), ("els", "else"), ("atmost", "at most"), ("Load", "load"),
            ("withdraw", "withdrawal"), ("pre", "per"), ("costumer", "customer"),
        ])
    func `a misspelt word finds what was meant`(word: String, meant: String) {
        let words = ["amount", "limit", "else", "at most", "load", "withdrawal", "per", "customer"]
        #expect(DidYouMean.closest(to: word, among: words) == meant)
    }

    @Test(arguments: ["", "x", "zzzzzz", "kind-of-everything", "amount"])
    func `another word finds nothing`(word: String) {
        #expect(DidYouMean.closest(to: word, among: ["amount", "at"]) == nil)
    }

    @Test(
        arguments: [
            ("inactive", "active"), ("inactve", "active"), ("active", "inactive"), ("exclude", "include"),
            ("undeclined", "declined"), ("unlimit", "limit"), ("non-load", "load"), ("dislist", "list"),
            ("notkey", "key"), ("less", "unless"),
        ])
    func `no word is taken for its opposite`(word: String, opposite: String) {
        #expect(DidYouMean.closest(to: word, among: [opposite]) == nil)
    }

    @Test(arguments: [("unles", "unless"), ("nuless", "unless"), ("nclude", "include"), ("dstinct", "distinct")])
    func `a misspelt beginning is no opposite`(word: String, meant: String) {
        #expect(DidYouMean.closest(to: word, among: [meant]) == meant)
    }

    @Test func `the answer does not depend on the order of the candidates`() {
        #expect(DidYouMean.closest(to: "hat", among: ["cat", "bat"]) == "bat")
        #expect(DidYouMean.closest(to: "hat", among: ["bat", "cat"]) == "bat")
    }
}
