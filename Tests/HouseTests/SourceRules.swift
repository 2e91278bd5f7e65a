extension SwiftSource {
    /// The modules that the file imports.
    var imports: [Word] {
        words.indices.dropFirst().compactMap { index in
            words[index - 1].text == "import" && words[index - 1].line == words[index].line ? words[index] : nil
        }
    }

    /// Calls of a free function of one of the names, and of no method.
    func calls(of names: Set<String>) -> [Word] {
        words.filter { names.contains($0.text) && $0.after == "(" && $0.before != "." }
    }

    /// Each word that is one of the names.
    func uses(of names: Set<String>) -> [Word] {
        words.filter { names.contains($0.text) }
    }

    /// `try!` and `as!`.
    var forced: [Word] {
        words.filter { ["try", "as"].contains($0.text) && $0.after == "!" }
    }

    /// `@unchecked Sendable` where no comment says why it holds: right above, or behind it.
    var unexplainedUncheckedSendables: [Word] {
        words.filter { word in
            guard word.text == "unchecked" && word.before == "@" else { return false }
            if lines[word.line - 1].contains("//") { return false }
            let above = lines[..<(word.line - 1)].last { !$0.drop { $0 == " " }.hasPrefix("@") }
            return above?.drop { $0 == " " }.hasPrefix("//") != true
        }
    }

    /// The words as findings that a person can click on.
    func described(_ found: [Word], as what: (Word) -> String) -> [String] {
        found.map { "\(path):\($0.line): \(what($0))" }
    }
}
