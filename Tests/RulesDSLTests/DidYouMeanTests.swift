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

    @Test func `the answer does not depend on the order of the candidates`() {
        #expect(DidYouMean.closest(to: "hat", among: ["cat", "bat"]) == "bat")
        #expect(DidYouMean.closest(to: "hat", among: ["bat", "cat"]) == "bat")
    }
}
