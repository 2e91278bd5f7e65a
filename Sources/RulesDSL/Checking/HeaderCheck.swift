/// What the first lines of a policy say; a part is nil where it is missing or wrong.
struct PolicyHeader {
    var name: String?
    var currency: Currency?
    /// Where the currency stands, for errors about money in another one.
    var currencyRange: SourceRange?
    var timezone: String?
    var weekStart: Weekday?
}

extension PolicyChecker {
    /// The four lines that every decision depends on: each exactly once, wherever it stands.
    mutating func checkHeader(_ declarations: [DeclarationSyntax], startOf file: FileID) {
        var first: [HeaderLine: SourceRange] = [:]
        for declaration in declarations {
            guard let line = HeaderLine(declaration.kind) else { continue }
            if let earlier = first[line] {
                report(CheckMessage.headerTwice(line, declaration.range, first: earlier))
                continue
            }
            first[line] = declaration.range
            read(declaration)
        }
        guard !syntaxErrors.hideDeclarations else { return }
        let start = declarations.first.map { $0.range.lower } ?? 0
        let place =
            first[.policy] ?? SourceRange(file: declarations.first?.range.file ?? file, lower: start, upper: start)
        for line in HeaderLine.allCases where first[line] == nil {
            report(CheckMessage.headerMissing(line, place))
        }
    }

    private mutating func read(_ declaration: DeclarationSyntax) {
        switch declaration.kind {
        case .policy(let name): header.name = name.text
        case .currency(let name): readCurrency(name)
        case .timezone(let name): readTimezone(name)
        case .week(starts: let name): readWeekStart(name)
        case .late, .include, .field, .list, .table, .function, .constant, .aggregate, .rule, .test: break
        }
    }

    private mutating func readCurrency(_ name: NameSyntax) {
        header.currencyRange = name.range
        header.currency = Currency.withCode(name.text)
        guard header.currency == nil else { return }
        let upper = name.text.uppercased()
        let near = Currency.withCode(upper) != nil ? upper : suggestion(for: name.text, among: Currency.knownCodes)
        report(CheckMessage.unknownCurrency(name, suggestion: near))
    }

    private mutating func readTimezone(_ name: NameSyntax) {
        guard name.text == "UTC" else {
            let means = ["utc", "gmt", "z", "zulu", "etc/utc", "etc/gmt"].contains(name.text.lowercased())
            report(CheckMessage.unsupportedTimezone(name, isUTC: means))
            return
        }
        header.timezone = name.text
    }

    private mutating func readWeekStart(_ name: NameSyntax) {
        header.weekStart = Weekday.named(name.text)
        guard header.weekStart == nil else { return }
        let near = suggestion(for: name.text, among: Weekday.allCases.map(\.name))
        report(CheckMessage.unknownWeekday(name, suggestion: near))
    }
}

/// One of the four lines of the header.
enum HeaderLine: String, CaseIterable {
    case policy
    case currency
    case timezone
    case week

    init?(_ kind: DeclarationSyntax.Kind) {
        switch kind {
        case .policy: self = .policy
        case .currency: self = .currency
        case .timezone: self = .timezone
        case .week: self = .week
        case .late, .include, .field, .list, .table, .function, .constant, .aggregate, .rule, .test: return nil
        }
    }

    /// A line to add where it is missing.
    var example: String {
        switch self {
        case .policy: "policy \"Account limits\""
        case .currency: "currency USD"
        case .timezone: "timezone UTC"
        case .week: "week starts monday"
        }
    }

    /// What depends on it.
    var purpose: String {
        switch self {
        case .policy: "explanations call the policy by it"
        case .currency: "all amounts are in one currency"
        case .timezone: "days, weeks and months begin at its midnight"
        case .week: "weekly limits begin on that day"
        }
    }
}
