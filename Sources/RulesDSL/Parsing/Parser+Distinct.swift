/// What people write for `distinct`, which counts the values of one field.
extension Parser {
    /// Whether `(*)` stands here, as in `count(*)`.
    var startsWithStar: Bool {
        current.is(.leftParenthesis) && peek().is(.star) && peek(2).is(.rightParenthesis)
    }

    /// `count(distinct merchant)`, `count distinct merchant`, `distinct count merchant` or `count of merchants`:
    /// reported as what it means; whether it stood there.
    mutating func skipDistinctInWords(_ function: NameSyntax) -> Bool {
        guard !isLost, let (count, field) = distinctInWords(function.text) else { return false }
        for _ in 0..<count { take() }
        note(.distinctInWords("distinct \(field)", at: range(from: function.range)))
        return true
    }

    /// Whether what stands behind `count` says that `distinct` was meant.
    var startsDistinctInWords: Bool {
        mutating get { distinctInWords("count") != nil }
    }

    /// How many words stand behind the function, and the field that is meant.
    private mutating func distinctInWords(_ function: String) -> (count: Int, field: String)? {
        if function == "distinct", current.word == "count", let field = fieldName(at: 1) { return (2, field) }
        guard function == "count" else { return nil }
        let open = current.is(.leftParenthesis) ? 1 : 0
        if let word = peek(open).word, word == "distinct" || word == "unique", let field = fieldName(at: open + 1) {
            guard open == 1 else { return (2, field) }
            return peek(3).is(.rightParenthesis) ? (4, field) : nil
        }
        let skipped = open == 1 || current.word == "of" ? 1 : 0
        guard let field = fieldName(at: skipped), let known = declaredField(meantBy: field),
            open == 0 || peek(2).is(.rightParenthesis)
        else { return nil }
        return (1 + skipped + open, known)
    }

    /// The word `distance` after the current token, if it may be a field's name.
    private func fieldName(at distance: Int) -> String? {
        peek(distance).word.flatMap { JoiningWord.isKeyword($0) ? nil : $0 }
    }

    /// The field of the file that has this name, or nearly.
    private mutating func declaredField(meantBy word: String) -> String? {
        fields.contains { $0.name == word } ? word : DidYouMean.closest(to: word, among: fields.map(\.name))
    }

    /// `, country` behind the field: there can be one.
    mutating func skipFurtherFields() {
        guard current.is(.comma), peek().word != nil, !isWindow(at: 1) else { return }
        let begin = current.range
        while current.is(.comma), peek().word != nil {
            take()
            take()
        }
        note(.distinctOfSeveral(at: range(from: begin)))
    }
}
