extension Unicode.Scalar {
    var isDigit: Bool {
        ("0"..."9").contains(self)
    }

    var isCapital: Bool {
        ("A"..."Z").contains(self)
    }

    /// Letters of other alphabets begin a word too, so that they can be reported as what they are.
    var startsWord: Bool {
        if value < 0x80 {
            return isCapital || ("a"..."z").contains(self) || self == "_"
        }
        return properties.isAlphabetic
    }

    /// Whether it may stand anywhere in a word; a `-` needs a look at what follows.
    var continuesWord: Bool {
        startsWord || isDigit
    }

    /// Characters that change the direction of what is shown after them: a text could read differently from what it is.
    var isDirectionControl: Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }

    var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value)
    }
}

extension Unicode.Scalar? {
    var isDigit: Bool {
        self?.isDigit ?? false
    }
}

extension Lexer {
    /// A name or a keyword; or a currency's code, if an amount follows it.
    mutating func scanWord() {
        let begin = index
        var hasForeignLetter = false
        // A path without its quotes is one word, so that the parser can say what is missing.
        let joining: Set<Unicode.Scalar> = ["from", "include"].contains(tokens.last?.word) ? ["-", ".", "/"] : ["-"]
        while let scalar = peek() {
            if scalar.continuesWord {
                hasForeignLetter = hasForeignLetter || scalar.value > 0x7F
            } else if !joining.contains(scalar) || !(peek(1)?.continuesWord ?? false) {
                break
            }
            advance()
        }
        let word = plainText(from: begin)
        if word == "isn", peek() == "'", peek(1) == "t", !(peek(2)?.continuesWord ?? false) {
            advance(2)
            scanForeignOperator("isn't", [.word("is"), .word("not")], from: begin)
            return
        }
        if hasForeignLetter {
            diagnostics.add(.foreignLetter(word, at: range(from: begin)))
        } else if word.isCurrencyCode, scanAmount(afterCode: word, from: begin) {
            return
        } else if scanAmount(touchingCode: word, from: begin) {
            return
        }
        emit(.word(word), from: begin)
    }

    /// Whether three capitals here can only be a name: `as ABC 2000-01-01`, `currency USD`.
    private var followsNamer: Bool {
        tokens.last?.word.map { ["as", "currency", "timezone"].contains($0) } ?? false
    }

    /// `USD5000`: true if it was meant as an amount, and not as a code of a rule.
    private mutating func scanAmount(touchingCode word: String, from begin: Int) -> Bool {
        let code = String(word.prefix(3))
        let digits = word.dropFirst(3)
        // `VIP1` is a name.
        guard !followsNamer, code.isCurrencyCode, code == currency ?? code, !digits.isEmpty,
            digits.unicodeScalars.allSatisfy(\.isDigit)
        else {
            return false
        }
        index = begin + 3
        scanAmount(currency: code, from: begin, plainPrefix: "\(code) ", isPlain: false)
        return true
    }

    /// `CHF 12.30`: true if it was one.
    private mutating func scanAmount(afterCode code: String, from begin: Int) -> Bool {
        guard !followsNamer else { return false }
        if let symbol = peek(), symbol.isMoneySymbol, peek(1).isDigit {
            advance()
            scanAmount(currency: code, from: begin, plainPrefix: "\(code) ", isPlain: false)
            return true
        }
        let gap = countGap()
        guard gap > 0, peek(gap).isDigit, !isDate(at: gap), !isClock(at: gap) else { return false }
        // The gap lies inside the amount, not before it.
        let (isFresh, hasSpace) = (isLineFresh, isSpaceBefore)
        advance(overGap: gap)
        (isLineFresh, isSpaceBefore) = (isFresh, hasSpace)
        scanAmount(currency: code, from: begin, plainPrefix: "\(code) ", isPlain: true)
        return true
    }

    /// How many characters of white space and comments follow.
    private func countGap() -> Int {
        var count = 0
        var isComment = false
        while let scalar = peek(count), isComment || scalar == "#" || " \t\n\r".unicodeScalars.contains(scalar) {
            isComment = scalar != "\n" && (isComment || scalar == "#")
            count += 1
        }
        return count
    }

    private mutating func advance(overGap count: Int) {
        let end = index + count
        while index < end {
            if raw() == "#" {
                scanComment(at: index)
            } else {
                advance()
            }
        }
    }

    /// How many spaces or tabs follow.
    func countSpaces(from distance: Int = 0) -> Int {
        var count = 0
        while let scalar = peek(distance + count), scalar == " " || scalar == "\t" {
            count += 1
        }
        return count
    }
}

extension String {
    /// Three capital letters.
    var isCurrencyCode: Bool {
        unicodeScalars.count == 3 && unicodeScalars.allSatisfy(\.isCapital)
    }
}
