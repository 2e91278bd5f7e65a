extension Parser {
    /// `"name" { given balance $5  entries }`, after `test`.
    mutating func parseTest() -> TestSyntax {
        let name = parseText(for: "what the test shows", example: "\"the fourth load of a day is declined\"")
        var balance: ExpressionSyntax?
        var entries: [TestEntrySyntax] = []
        parseBlock(isContent: { $0.startsEntry }) { parser in
            if parser.current.word == "given" {
                parser.parseGiven(into: &balance, isFirst: entries.isEmpty)
            } else if parser.current.word == "balance", parser.peek().isAmount {
                parser.note(.missingWord("given", example: "given balance …", at: parser.current.range))
                parser.take()
                _ = parser.parseUnaryValue("a balance", example: parser.givenExample)
            } else if let entry = parser.parseEntry() {
                entries.append(entry)
            }
        }
        return TestSyntax(name: name ?? NameSyntax("", previousEnd), balance: balance, entries: entries)
    }

    /// Whether an entry or the `given` of a test begins here.
    private var startsEntry: Bool {
        switch current.kind {
        case .date, .time: true
        // A date or time that the lexer could not read.
        case .invalid, .clock: current.isFirstOnLine
        case .word(let word): word == "given" && current.isFirstOnLine
        case .number, .money, .text, .symbol, .end: false
        }
    }

    private mutating func parseGiven(into balance: inout ExpressionSyntax?, isFirst: Bool) {
        let given = take().range
        if take(word: "balance") == nil {
            note(.missingWord("balance", example: givenExample, at: expectedRange))
        }
        let value = parseUnaryValue("a balance", example: givenExample)
        if !isFirst || balance != nil {
            note(.misplacedGiven(isRepeated: balance != nil, at: range(from: given)))
        } else {
            balance = value
        }
    }

    /// A value that isn't a sum or a comparison: entries follow each other without a mark between them.
    mutating func parseUnaryValue(_ what: String, example: String) -> ExpressionSyntax? {
        operators = 0
        switch current.kind {
        case .number, .money, .text, .date, .time, .clock, .invalid: return parsePrimary()
        case .symbol(.minus), .symbol(.leftParenthesis): return parseUnary()
        case .word(let word) where !JoiningWord.isKeyword(word) && !ResultWord.all.contains(word): return parsePrimary()
        case .word, .symbol, .end:
            fail(.expectedName(what, example: example, found: found, at: expectedRange))
            return nil
        }
    }

    // MARK: Entries

    private var entryExample: String { "2000-01-01 09:00  load  \(amountExample)  accepted" }
    private var givenExample: String { "given balance \(amountExample)" }
    private var amountExample: String { money("100") }

    private mutating func parseEntry() -> TestEntrySyntax? {
        let begin = current.range
        guard let time = parseEntryTime() else { return nil }
        let timeRange = range(from: begin)
        if current.isAmount, let kind = wordOnLine(1), ForeignKind.meant(by: kind) != nil {
            let amount = take().range
            let range = amount.union(take().range)
            fail(.amountBeforeKind("\(kind) \(text(amount))", at: range))
            return nil
        }
        guard let kind = current.word, !ResultWord.all.contains(kind) else {
            fail(.expectedName("a kind of transaction", example: entryExample, found: found, at: expectedRange))
            return nil
        }
        let kindName = NameSyntax(kind, take().range)
        guard let amount = parseUnaryValue("an amount", example: entryExample), !isLost else { return nil }
        var isMarked = false
        skipNeedlessMark(&isMarked)
        let values = parseValues(&isMarked)
        guard !isLost, let result = parseResult() else { return nil }
        let shadows = parseShadows()
        return TestEntrySyntax(
            time: time, timeRange: timeRange, kind: kindName, amount: amount, values: values, result: result,
            shadows: shadows, range: range(from: begin))
    }

    private mutating func parseEntryTime() -> TestEntrySyntax.Time? {
        switch current.kind {
        case .time(let seconds):
            take()
            return .instant(seconds: seconds)
        case .date(let days):
            take()
            if case .clock(let seconds) = current.kind {
                take()
                skipHalfOfDay(after: seconds)
                return .local(seconds: days * 86_400 + seconds)
            }
            fail(.dateWithoutClock(date: text(peek(-1).range), at: previousEnd))
        case .clock:
            fail(.clockWithoutDate(clock: text(current.range), at: current.range))
            take()
        case .invalid:
            isLost = true
            take()
        case .word, .number, .money, .text, .symbol, .end:
            fail(.expectedEntry(found: found, example: entryExample, at: current.range))
        }
        return nil
    }

    /// `10:00 PM`: a day has the hours 0 to 23.
    private mutating func skipHalfOfDay(after seconds: Int64) {
        guard let word = current.word?.lowercased(), word == "am" || word == "pm" else { return }
        let hour = Int(seconds / 3600)
        let plain = (hour % 12 + (word == "pm" ? 12 : 0)).padded(2) + ":" + Int(seconds / 60 % 60).padded(2)
        let range = peek(-1).range.union(current.range)
        note(.halfOfDay(plain: hour > 12 ? nil : plain, at: range))
        take()
    }

    /// A comma or an arrow between the parts of an entry: reported once in each.
    private mutating func skipNeedlessMark(_ isMarked: inout Bool) {
        guard !isLost, !current.isFirstOnLine else { return }
        let isArrow = (current.is(.minus) || current.is(.equals)) && peek().is(.greater) && !peek().hasSpaceBefore
        guard isArrow || current.is(.comma) else { return }
        let begin = take().range
        if isArrow { take() }
        let range = range(from: begin)
        if !isMarked { note(.markInEntry(text(range), isOnly: isArrow, at: range)) }
        isMarked = true
    }

    /// `customer "7" id "a"`, before the result.
    private mutating func parseValues(_ isMarked: inout Bool) -> [TestEntrySyntax.Value] {
        var values: [TestEntrySyntax.Value] = []
        while let word = current.word, !isLost, ResultWord.meant(by: word, before: peek()) == nil, !startsEntry {
            guard word != "shadow" else {
                fail(.shadowBeforeResult(at: current.range))
                return values
            }
            let field = NameSyntax(word, take().range)
            skipSign(after: field.range)
            if let value = parseUnaryValue("a value for `\(word)`", example: "customer \"7\"") {
                values.append(TestEntrySyntax.Value(field: field, value: value))
            }
            if case .clock = current.kind, peek(-1).isDate, !current.isFirstOnLine { failUnjoined() }
            skipNeedlessMark(&isMarked)
        }
        return values
    }

    private mutating func parseResult() -> TestEntrySyntax.Result? {
        guard let word = current.word, let result = ResultWord.meant(by: word, before: peek()) else {
            fail(.expectedResult(found: found, at: expectedRange))
            return nil
        }
        let range = take().range
        // Where the reason is missing too, that says both.
        if word != result.rawValue, result == .accepted || current.word == "by" || current.word == "as" {
            note(.misspeltWord(word, meant: result.rawValue, at: range))
        }
        return parseReason(result, range)
    }

    private mutating func parseReason(_ result: ResultWord, _ range: SourceRange) -> TestEntrySyntax.Result? {
        switch result {
        case .accepted:
            if current.word == "as" || current.word == "by", wordOnLine(1) != nil, !current.isFirstOnLine {
                fail(
                    .acceptedWithReason(
                        text(peek().range), isCode: current.word == "as", at: current.range.union(peek().range)))
            }
            return .accepted
        case .reviewed:
            return takeReason(result, at: range) == "as"
                ? parseCodeName(example: result.example).map { .reviewedAs($0) } : nil
        case .ignored:
            return takeReason(result, at: range) == "by"
                ? parseRuleName(example: result.example).map { .ignoredBy($0) } : nil
        case .declined:
            switch takeReason(result, at: range) {
            case "as": return parseCodeName(example: "declined as DailyLimitsExceeded").map { .declinedAs($0) }
            case "by": return parseRuleName(example: result.example).map { .declinedBy($0) }
            default: return nil
            }
        }
    }

    /// `by` or `as`, before the reason; nil where there is none, which is reported.
    private mutating func takeReason(_ result: ResultWord, at range: SourceRange) -> String? {
        for word in result.reasonWords where take(word: word) != nil {
            return word
        }
        // Nobody sees the advice of more mistakes than are shown, and each looks at all rules.
        let isShown = diagnostics.count < DiagnosticCollector.limit
        if isShown, let reason = current.word, !current.isFirstOnLine, let word = reasonWord(before: reason, result) {
            note(.missingWord(word, example: "\(result.rawValue) \(word) \(reason)", at: current.range))
            return word
        }
        fail(.resultWithoutReason(text(range), result, reasons: isShown ? reasons(for: result) : [], at: range))
        return nil
    }

    /// `shadow some-rule`, as often as it stands behind the result.
    private mutating func parseShadows() -> [NameSyntax] {
        var names: [NameSyntax] = []
        while !isLost, takeShadow() {
            if let name = parseRuleName(example: "accepted shadow daily-loads") {
                names.append(name)
            }
        }
        return names
    }

    private mutating func takeShadow() -> Bool {
        if current.is(.comma) || current.word == "and", peek().word == "shadow" {
            note(.needlessBeforeShadow(at: take().range))
        }
        let begin = current.range
        if take(word: "shadow") == nil {
            guard let word = current.word, ["shadowed", "shadows"].contains(word) else { return false }
            take()
        }
        if let word = current.word, word == "by" || word == "as" {
            take()
        }
        let range = range(from: begin)
        if text(range).lowercased() != "shadow" {
            note(.misspeltWord(text(range), meant: "shadow", at: range))
        }
        return true
    }

    private mutating func parseRuleName(example: String) -> NameSyntax? {
        guard let word = name else {
            fail(.expectedName("the name of a rule", example: example, found: found, at: expectedRange))
            return nil
        }
        return NameSyntax(word, take().range)
    }
}

/// What may become of a test's transaction.
enum ResultWord: String, CaseIterable {
    case accepted
    case reviewed
    case declined
    case ignored

    static let all = Set(allCases.map(\.rawValue))

    /// What may stand before its reason, that which is mostly meant first.
    var reasonWords: [String] {
        switch self {
        case .accepted: []
        case .reviewed: ["as"]
        case .declined: ["by", "as"]
        case .ignored: ["by"]
        }
    }

    /// The outcome of rules that makes it.
    var outcome: String? {
        switch self {
        case .accepted: nil
        case .reviewed: "review"
        case .declined: "decline"
        case .ignored: "ignore"
        }
    }

    /// What must follow it, in words.
    var reason: String {
        switch self {
        case .accepted: ""
        case .reviewed: "as what"
        case .declined: "by which rule or as what"
        case .ignored: "by which rule"
        }
    }

    var example: String {
        switch self {
        case .accepted: "accepted"
        case .reviewed: "reviewed as UnusualAmount"
        case .declined: "declined by daily-load-count"
        case .ignored: "ignored by duplicate-transaction"
        }
    }

    /// The result that a word means. A misspelt one is only taken for a result where no value follows it, which would
    /// make it a field.
    static func meant(by word: String, before next: Token) -> ResultWord? {
        if let exact = ResultWord(rawValue: word) {
            return exact
        }
        // The words of outcomes are reserved: no field has their name.
        if let outcome = allCases.first(where: { $0.outcome == word }) {
            return outcome
        }
        switch next.kind {
        case _ where next.isFirstOnLine || next.is(.rightBrace): break
        case .text, .number, .money, .clock, .symbol: return nil
        case .word(let following) where following != "as" && following != "by": return nil
        case .word, .date, .time, .invalid, .end: break
        }
        let synonyms: [String: ResultWord] = [
            "accept": .accepted, "ok": .accepted, "passes": .accepted, "passed": .accepted, "approved": .accepted,
            "rejected": .declined, "refused": .declined, "denied": .declined, "flagged": .reviewed,
        ]
        return synonyms[word]
            ?? DidYouMean.closest(to: word, among: all).flatMap(ResultWord.init(rawValue:))
    }
}
