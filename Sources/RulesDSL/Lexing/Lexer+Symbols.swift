extension Lexer {
    /// Operators that other languages have, with what they are here; longer ones first.
    private static let foreignOperators: [(written: String, meant: [Token.Kind])] = [
        ("===", [.word("is")]),
        ("!==", [.word("is"), .word("not")]),
        ("==", [.word("is")]),
        ("!=", [.word("is"), .word("not")]),
        ("<>", [.word("is"), .word("not")]),
        ("=<", [.symbol(.lessOrEqual)]),
        ("=>", [.symbol(.greaterOrEqual)]),
        ("&&", [.word("and")]),
        ("||", [.word("or")]),
        (":=", [.symbol(.equals)]),
        ("≠", [.word("is"), .word("not")]),
        ("≤", [.symbol(.lessOrEqual)]),
        ("≥", [.symbol(.greaterOrEqual)]),
        ("&", [.word("and")]),
        ("|", [.word("or")]),
        ("!", [.word("not")]),
    ]

    /// A sign of the language, or one of another language that is read as what it means here.
    mutating func scanSymbol() -> Bool {
        for (written, meant) in Self.foreignOperators where follows(written) {
            let begin = index
            advance(written.unicodeScalars.count)
            if written == "=>", case .text = tokens.last?.kind {
                // Texts have no order: it stands for the `:` behind the key of a table, and the parser says so.
                emit(.symbol(.equals), from: begin)
                return true
            }
            scanForeignOperator(written, meant, from: begin)
            return true
        }
        let begin = index
        if let first = peek(), let second = peek(1), second == "=",
            let symbol = Token.Symbol(rawValue: "\(first)\(second)")
        {
            advance(2)
            emit(.symbol(symbol), from: begin)
            return true
        }
        if let first = peek(), let symbol = Token.Symbol(rawValue: String(first)) {
            advance()
            emit(.symbol(symbol), from: begin)
            return true
        }
        return false
    }

    private func follows(_ written: String) -> Bool {
        written.unicodeScalars.enumerated().allSatisfy { peek($0.offset) == $0.element }
    }

    /// What was read from `begin` on, with what it is here.
    mutating func scanForeignOperator(_ written: String, _ meant: [Token.Kind], from begin: Int) {
        let touchesBefore = begin > 0 && !text.scalars[begin - 1].properties.isWhitespace
        let touchesAfter = !(raw()?.properties.isWhitespace ?? true)
        let plain = meant.map(\.spelling).joined(separator: " ")
        let isPrefix = meant == [.word("not")]
        let padded = (touchesBefore && !isPrefix ? " " : "") + plain + (touchesAfter ? " " : "")
        note(.foreignOperator(written, plain: plain, replacement: padded, at: range(from: begin)))
        for kind in meant {
            emit(kind, from: begin)
            isSpaceBefore = true
        }
        isSpaceBefore = false
    }

    /// Everything that means nothing here, as far as it goes on without a break.
    mutating func scanUnexpected() {
        guard let first = peek() else { return }
        let begin = index
        if first.isMoneyLike {
            advance()
            diagnostics.add(.unknownCurrencySymbol(first, at: range(from: begin)))
            if peek().isDigit {
                _ = scanDecimal(inMoney: true)
            }
            emit(.invalid, from: begin)
        } else if first.isControl {
            while let scalar = raw(), scalar.isControl, scalar != "\n", scalar != "\t" {
                step()
            }
            diagnostics.add(.controlCharacter(first, at: range(from: begin)))
        } else if first.isDirectionControl {
            step()
            diagnostics.add(.hiddenDirection(first, at: range(from: begin)))
        } else if first == ".", peek(1)?.startsWord ?? false, let word = touchedWord {
            scanPath(behind: word)
        } else if first == ".", peek(1) == "." {
            while peek() == "." { advance() }
            diagnostics.add(.rangeDots(inList: openBrackets > 0, at: range(from: begin)))
            emit(.invalid, from: begin)
        } else if first == ";" {
            advance()
            note(.semicolon(at: range(from: begin)))
        } else {
            scanUnexpectedRun(from: begin)
        }
    }

    private static let transactions: Set = [
        "data", "event", "input", "payload", "record", "request", "transaction", "tx", "txn",
    ]

    /// The last token, if it is a word and nothing stands between it and here.
    private var touchedWord: String? {
        guard let word = tokens.last?.word, tokens.last?.range.upper == text.offsets[index],
            word.unicodeScalars.count <= index, plainText(from: index - word.unicodeScalars.count) == word
        else { return nil }
        return word
    }

    /// `.amount`, behind a word that it touches: names here are one word.
    private mutating func scanPath(behind word: String) {
        let point = index
        let begin = point - word.unicodeScalars.count
        advance()
        while let scalar = peek(),
            scalar.continuesWord || (scalar == "." || scalar == "-") && peek(1)?.startsWord ?? false
        {
            advance()
        }
        let name = plainText(from: point + 1)
        let isCall = peek() == "("
        let plain = Self.transactions.contains(word) && !isCall && !name.contains(".") ? name : nil
        diagnostics.add(.path("\(word).\(name)", plain: plain, isCall: isCall, at: range(from: begin)))
        let first = tokens.removeLast()
        (isLineFresh, isSpaceBefore) = (first.isFirstOnLine, first.hasSpaceBefore)
        emit(plain.map { .word($0) } ?? .invalid, from: begin)
    }

    private mutating func scanUnexpectedRun(from begin: Int) {
        repeat {
            step()
        } while raw().map(isUnexpected) ?? false
        let isReported = text.scalars[begin..<index].allSatisfy { $0 == "\u{FFFD}" }
        // Bytes that are no UTF-8 were reported before.
        if !isReported {
            diagnostics.add(.unexpectedCharacter(plainText(from: begin), at: range(from: begin)))
        }
        emit(.invalid, from: begin)
    }

    private func isUnexpected(_ scalar: Unicode.Scalar) -> Bool {
        let startsSomething =
            scalar.continuesWord || scalar.isControl || scalar.isDirectionControl || scalar.isMoneySymbol
            || scalar.isMoneyLike || Confusable.plain(scalar) != nil || TextQuotes.closers(of: scalar) != nil
        return !startsSomething && !" \t\n\r#;".unicodeScalars.contains(scalar)
            && Token.Symbol(rawValue: String(scalar)) == nil && !"!&|≠≤≥.".unicodeScalars.contains(scalar)
    }
}

extension Token.Kind {
    /// How an operator or word is written.
    var spelling: String {
        switch self {
        case .word(let word): word
        case .symbol(let symbol): symbol.rawValue
        case .number, .money, .text, .date, .time, .clock, .invalid, .end: ""
        }
    }
}
