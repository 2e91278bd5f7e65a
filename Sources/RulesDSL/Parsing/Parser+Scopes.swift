/// Whose transactions an aggregate takes together, and for how long.
extension Parser {
    static let windows = ["day", "week", "month", "year", "ever"]

    /// `per customer, merchant` or `across everyone`; nil where neither stands here.
    mutating func parseScope() -> ScopeSyntax? {
        if take(word: "per") != nil || takePerInWords() {
            let names = parseNames("whose transactions are taken together", example: "per customer")
            return names.isEmpty ? nil : .per(names)
        }
        guard let across = take(word: "across") else { return nil }
        if let everyone = take(word: "everyone") {
            return .everyone(across.range.union(everyone.range))
        }
        if let word = current.word, !JoiningWord.isKeyword(word), !current.isFirstOnLine {
            note(.misspeltWord(word, meant: "everyone", at: current.range))
            take()
        } else {
            note(.missingWord("everyone", example: "across everyone", at: expectedRange))
        }
        return .everyone(across.range)
    }

    /// The scope; and the window, where `per day` stands in the scope's place.
    mutating func parseMeasureScope() -> (scope: ScopeSyntax?, window: WindowSyntax?) {
        guard !isLost else { return (nil, nil) }
        if current.word == "per", isWindow(at: 1) {
            return parseWindowFirst()
        }
        if let window = takeAdverb() { return window }
        guard let scope = parseScope() else {
            if !isLost, startsCalendarWindow(at: 0), let window = peek().word {
                fail(.missingScope(window: window, at: current.range.union(peek().range)))
                return (nil, nil)
            }
            if !isLost, isPerMeant, let window = peek().word {
                fail(.missingScope(window: window, at: current.range.union(peek().range)))
            } else if !isLost, let word = current.word, !JoiningWord.isKeyword(word), !startsClause,
                !current.isFirstOnLine
            {
                fail(.missingPer(before: word, at: current.range))
            } else {
                fail(.missingScope(window: "day", at: isLost ? current.range : previousEnd))
            }
            return (nil, nil)
        }
        return (scope, nil)
    }

    /// `per day` where the scope should stand: it is missing, or comes behind.
    private mutating func parseWindowFirst() -> (scope: ScopeSyntax?, window: WindowSyntax?) {
        let begin = take().range
        let windowBegin = current.range
        guard let window = parseWindowName() else { return (nil, nil) }
        return parseScope(behind: window, text(range(from: windowBegin)), from: begin)
    }

    /// `daily per customer`: true of those who say first how long.
    private mutating func takeAdverb() -> (scope: ScopeSyntax?, window: WindowSyntax?)? {
        guard let word = current.word, !current.isFirstOnLine, let name = Self.adverbs[word] else { return nil }
        let begin = take().range
        return parseScope(behind: .calendar(NameSyntax(name, begin)), name, from: begin)
    }

    /// The scope, or that it is missing; `name` is the window's.
    private mutating func parseScope(
        behind window: WindowSyntax, _ name: String, from begin: SourceRange
    ) -> (scope: ScopeSyntax?, window: WindowSyntax?) {
        guard current.word == "per" || current.word == "across" || countOfWordsForPer != nil else {
            note(.missingScope(window: name, at: range(from: begin)))
            return (nil, window)
        }
        let saved = diagnostics
        let scope = parseScope()
        if !isLost, let scope {
            diagnostics = saved
            note(.windowBeforeScope(plain: "\(scope.plain) per \(name)", at: range(from: begin)))
        }
        return (scope, window)
    }

    private static let wordsForPer = [
        ["group", "by"], ["grouped", "by"], ["partition", "by"], ["partitioned", "by"], ["for", "each"],
        ["for", "every"], ["by"], ["for"], ["each"], ["every"], ["scope"],
    ]

    /// `group by` or `for each` before a name, reported; whether they were there.
    private mutating func takePerInWords() -> Bool {
        guard !isLost, let count = countOfWordsForPer else { return false }
        let begin = current.range
        for _ in 0..<count { take() }
        let range = range(from: begin)
        note(.misspeltWord(text(range), meant: "per", at: range))
        return true
    }

    /// How many words and signs stand here for `per`, as in `group by: customer`; nil where none do. In a limit they
    /// may begin a line: no clause begins so.
    var countOfWordsForPer: Int? {
        guard ruleKind == .limit || !current.isFirstOnLine,
            let words = Self.wordsForPer.first(where: { startsWith($0) })
        else { return nil }
        let count = words.count + (peek(words.count).is(.colon) ? 1 : 0)
        guard let name = peek(count).word, !JoiningWord.isKeyword(name), !isWindow(at: count),
            ForeignKind.meant(by: name) == nil
        else { return nil }
        return count
    }

    private static let wordsForWindow: Set = [
        "duration", "interval", "period", "timeframe", "timespan", "window", "within",
    ]

    /// Whether `window: 24 hours` or `within 24 hours` stands here, and what its sign is.
    private var namedWindow: (count: Int, isLength: Bool)? {
        guard let word = current.word, Self.wordsForWindow.contains(word),
            ruleKind == .limit || !current.isFirstOnLine
        else { return nil }
        let count = peek().is(.colon) || peek().is(.equals) ? 2 : 1
        if case .number = peek(count).kind { return (count, true) }
        return isWindow(at: count) ? (count, false) : nil
    }

    mutating func parseWindow(after scope: ScopeSyntax?) -> WindowSyntax? {
        guard scope != nil, !isLost else { return nil }
        if let (count, isLength) = namedWindow {
            let begin = current.range
            for _ in 0..<count { take() }
            let range = range(from: begin)
            note(.misspeltWord(text(range), meant: isLength ? "per rolling" : "per", at: range))
            return isLength ? parseRolling(from: begin) : parseWindowName()
        }
        if let per = take(word: "per") {
            takeScopeInParts(behind: per.range)
            return parseWindowName()
        }
        if countOfRollingWords > 0 {
            return parseRollingInWords(meant: "per rolling")
        }
        if case .number = current.kind, !current.isFirstOnLine {
            let begin = current.range
            note(.missingWord("per rolling", example: "per rolling 24 hours", at: begin))
            return parseRolling(from: begin)
        }
        if isPerMeant {
            let isAttached = !current.hasSpaceBefore
            let range = take().range
            note(
                .misspeltWord(
                    text(range), meant: "per",
                    replacement: (isAttached ? " per" : "per") + (current.hasSpaceBefore ? "" : " "), at: range))
            return parseWindowName()
        }
        if let word = current.word, !current.isFirstOnLine {
            if startsCalendarWindow(at: 0), let window = peek().word {
                let begin = take().range
                note(.needlessCalendar(window, plain: "per \(window)", at: begin.union(current.range)))
                return .calendar(NameSyntax(window, take().range))
            }
            if isWindow(word) {
                note(.missingPer(before: word, at: current.range))
                return parseWindowName()
            }
            if let window = Self.adverbs[word] {
                note(.misspeltWord(word, meant: "per \(window)", at: current.range))
                return .calendar(NameSyntax(window, take().range))
            }
        }
        fail(.missingWindow(at: previousEnd))
        return nil
    }

    /// `country per`, behind `per customer per`: the parts of a scope have commas between them.
    private mutating func takeScopeInParts(behind per: SourceRange) {
        var per = per
        while let word = current.word, peek().word == "per", !peek().isFirstOnLine, !JoiningWord.isKeyword(word),
            !isWindow(word), Self.window(meantBy: word) == nil
        {
            let before = peek(-2).range.upper
            note(.scopeInParts(word, at: SourceRange(file: file, lower: before, upper: per.upper)))
            take()
            per = take().range
        }
    }

    /// `and day`, `, day`, `each day`, `a day`.
    private var isPerMeant: Bool {
        guard isWindow(at: 1) else { return false }
        return current.is(.comma) || current.is(.slash)
            || current.word.map {
                ["a", "an", "and", "by", "each", "every", "in", "or", "same", "the", "this"].contains($0)
            } ?? false
    }

    /// `day` for `daily`.
    static let adverbs = [
        "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year", "today": "day",
    ]

    /// What is no window of the calendar is a length of time.
    private static let lengths = [
        "hour": "rolling 1 hour", "minute": "rolling 1 minute", "second": "rolling 1 second", "annum": "year",
    ]

    private static func window(meantBy word: String) -> String? {
        lengths[word] ?? adverbs[word] ?? DidYouMean.closest(to: word, among: windows)
    }

    private func isWindow(_ word: String) -> Bool {
        Self.windows.contains(word) || word == "rolling"
    }

    /// Whether a window begins `distance` after the current token.
    func isWindow(at distance: Int) -> Bool {
        peek(distance).word.map { isWindow($0) } ?? false || startsCalendarWindow(at: distance)
    }

    /// `calendar month`, which is no other than `month`.
    func startsCalendarWindow(at distance: Int) -> Bool {
        peek(distance).word == "calendar" && peek(distance + 1).word.map { Self.windows.contains($0) } ?? false
    }

    /// `day` or another window of the calendar, or `rolling 24 hours`; after `per`.
    private mutating func parseWindowName() -> WindowSyntax? {
        if let rolling = take(word: "rolling") {
            return parseRolling(from: rolling.range)
        }
        if countOfRollingWords > 0 {
            return parseRollingInWords(meant: "rolling")
        }
        if startsCalendarWindow(at: 0), let window = peek().word {
            let begin = take().range
            note(.needlessCalendar(window, plain: window, at: begin.union(current.range)))
        }
        guard let word = current.word, !JoiningWord.isKeyword(word) || word == "week" else {
            return parseLengthAsWindow()
        }
        let range = take().range
        if Self.windows.contains(word) {
            return .calendar(NameSyntax(word, range))
        }
        if let second = current.word, !current.isFirstOnLine, Self.windows.contains(second) || second == "days" {
            // `business day`, of which there is none.
            let whole = range.union(take().range)
            note(.unknownWindow(text(whole), meant: nil, at: whole))
            return nil
        }
        note(.unknownWindow(word, meant: Self.window(meantBy: word), at: range))
        return nil
    }

    /// `per 24 hours`: a length of time is a window only behind `rolling`.
    private mutating func parseLengthAsWindow() -> WindowSyntax? {
        guard case .number = current.kind else {
            fail(.expectedName("a window", example: "per day", found: found, at: expectedRange))
            return nil
        }
        let length = parsePrimary()
        guard case .literal(.duration) = length.kind else {
            fail(.unknownWindow(text(length.range), meant: nil, at: length.range))
            return nil
        }
        note(.unknownWindow(text(length.range), meant: "rolling \(text(length.range))", at: length.range))
        return .rolling(length, length.range)
    }
}

extension ScopeSyntax {
    /// As it is written.
    fileprivate var plain: String {
        switch self {
        case .per(let names): "per " + names.map(\.text).joined(separator: ", ")
        case .everyone: "across everyone"
        }
    }
}
