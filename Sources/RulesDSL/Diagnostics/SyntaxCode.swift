/// The stable codes of what the lexer (`R00xx`) and the parser (`R01xx`) report, in their order.
package enum SyntaxCode: String, Sendable, CaseIterable {
    case notUTF8 = "R0001"
    case controlCharacter = "R0002"
    case lookalike = "R0003"
    case foreignQuotes = "R0004"
    case unexpectedCharacter = "R0005"
    case unterminatedText = "R0006"
    case unknownEscape = "R0007"
    case hiddenDirection = "R0008"
    case foreignComment = "R0009"
    case foreignOperator = "R0010"
    case foreignLetter = "R0011"
    case commaInNumber = "R0012"
    case commaInMoney = "R0013"
    case numberSpelling = "R0014"
    case numberTooLarge = "R0015"
    case moneySpelling = "R0016"
    case numberMeetsWord = "R0017"
    case impossibleDate = "R0018"
    case dateSpelling = "R0019"
    case timeSpelling = "R0020"
    case impossibleTime = "R0021"
    case fileTooLarge = "R0022"
    case andMore = "R0099"

    case expectedDeclaration = "R0101"
    case misspeltWord = "R0102"
    case expectedName = "R0104"
    case expectedText = "R0105"
    case missingOpeningBrace = "R0106"
    case missingClosingBrace = "R0107"
    case unmatchedClosingBrace = "R0108"
    case expectedClause = "R0109"
    case clauseOutsideRule = "R0110"
    case expectedExpression = "R0111"
    case assignmentInExpression = "R0112"
    case chainedComparison = "R0113"
    case minusSpacing = "R0114"
    case nestingTooDeep = "R0115"
    case expressionTooLong = "R0116"
    case unclosedBracket = "R0117"
    case incompleteConditional = "R0118"
    case expectedList = "R0119"
    case missingScope = "R0120"
    case missingWindow = "R0121"
    case measureExpression = "R0122"
    case onInsideMeasure = "R0123"
    case expectedOutcome = "R0124"
    case unitOfTime = "R0125"
    case expectedWord = "R0126"
    case expectedEntry = "R0127"
    case entryTime = "R0128"
    case expectedResult = "R0129"
    case aggregateInExpression = "R0130"
    case missingColon = "R0131"
    case fallbackOfMeasure = "R0132"
    case fieldOption = "R0133"
    case expectedMembers = "R0134"
    case tableEntry = "R0135"
    case expectedLength = "R0136"
    case conflictOutcome = "R0137"
    case activePeriod = "R0138"
    case aggregateOrder = "R0139"
    case callSpacing = "R0140"
}

extension Diagnostic {
    /// An error of the lexer or the parser, whose texts stand in `LexerDiagnostics` and `ParserDiagnostics`.
    static func syntaxError(
        _ code: SyntaxCode, _ message: String, at range: SourceRange, label: String = "", secondary: [Label] = [],
        help: [String] = [], fixIts: [FixIt] = []
    ) -> Diagnostic {
        Diagnostic(
            code: code.rawValue, severity: .error, message: message, primary: Label(range, label),
            secondary: secondary, help: help, fixIts: fixIts)
    }

    /// An error that another spelling of the range itself would mend, where one is known.
    static func rewritable(
        _ code: SyntaxCode, _ message: String, at range: SourceRange, to plain: String?, otherwise: String = "",
        help: [String] = []
    ) -> Diagnostic {
        .syntaxError(
            code, message, at: range, label: plain.map { "write `\($0)`" } ?? otherwise, help: help,
            fixIts: plain.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    /// An error about what only has to go.
    static func superfluous(_ code: SyntaxCode, _ message: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            code, message, at: range, label: "delete it", fixIts: [FixIt(range: range, replacement: "")])
    }
}
