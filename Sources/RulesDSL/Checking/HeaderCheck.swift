/// What the first lines of a policy say; a part is nil where it is missing or wrong.
struct PolicyHeader {
    var name: String?
    var currency: Currency?
    /// Where the currency stands, for errors about money in another one.
    var currencyRange: SourceRange?
    var timezone: String?
    /// The offsets of that zone.
    var zone: ZoneRules?
    var weekStart: Weekday?
    /// What stands behind `late up to`, if the line is there.
    var lateSyntax: ExpressionSyntax?
    /// Seconds; nil where the line is missing or wrong.
    var late: Int64?
}

extension PolicyChecker {
    /// The lines that every decision depends on: each exactly once, wherever it stands, but for `late`, which may be
    /// missing.
    mutating func checkHeader(_ declarations: [DeclarationSyntax], startOf file: FileID, included: Set<FileID>) {
        var first: [HeaderLine: SourceRange] = [:]
        checkHeaderIsTogether(declarations, included: included)
        for declaration in declarations {
            guard let line = HeaderLine(declaration.kind) else { continue }
            if let earlier = first[line] {
                // One in another file has been reported for standing there.
                if earlier.file == declaration.range.file {
                    report(CheckMessage.headerTwice(line, declaration.range, first: earlier))
                }
                continue
            }
            first[line] = declaration.range
            read(declaration)
        }
        guard !syntaxErrors.hideDeclarations else { return }
        let start = declarations.first.map { $0.range.lower } ?? 0
        let place =
            first[.policy] ?? SourceRange(file: declarations.first?.range.file ?? file, lower: start, upper: start)
        for line in HeaderLine.allCases where line.isRequired && first[line] == nil {
            report(CheckMessage.headerMissing(line, place))
        }
    }

    /// Another policy among the files: a header with a name, behind the first one in another file.
    func secondPolicy(_ declarations: [DeclarationSyntax], included: Set<FileID>) -> Diagnostic? {
        let places = declarations.filter { $0.kind.isPolicy }.map(\.range)
        guard let home = places.first(where: { !included.contains($0.file) }),
            let other = places.first(where: { $0.file != home.file })
        else { return nil }
        func name(_ file: FileID) -> String { sources.files[file.index].name }
        return included.contains(other.file)
            ? CheckMessage.headerIncluded(other, home: name(home.file))
            : CheckMessage.policyTwice(other, name: name(other.file), home: name(home.file))
    }

    /// All lines of the header stand in one file, which is not included by another.
    private mutating func checkHeaderIsTogether(_ declarations: [DeclarationSyntax], included: Set<FileID>) {
        let places = declarations.filter { $0.kind.isHeader }.map(\.range)
        let homes = Set(places.map(\.file)).union(included)
        guard homes.count > 1 else { return }
        let named = declarations.first {
            if case .policy = $0.kind { !included.contains($0.range.file) } else { false }
        }
        let home = named?.range.file ?? places.first { !included.contains($0.file) }?.file ?? FileID(0)
        var reported: Set<FileID> = [home]
        for place in places where reported.insert(place.file).inserted {
            report(CheckMessage.headerElsewhere(place, home: sources.files[home.index].name))
        }
    }

    private mutating func read(_ declaration: DeclarationSyntax) {
        switch declaration.kind {
        case .policy(let name): header.name = name.text
        case .currency(let name): readCurrency(name)
        case .timezone(let name): readTimezone(name)
        case .week(starts: let name): readWeekStart(name)
        case .late(let length): header.lateSyntax = length
        case .include, .field, .list, .table, .function, .constant, .aggregate, .rule, .test: break
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
        let isUTC = ["utc", "gmt", "z", "zulu", "etc/utc", "etc/gmt"].contains(name.text.lowercased())
        switch resources.zone(name.text) {
        case .known(let zone):
            header.timezone = name.text
            header.zone = zone
        case .unknown(let names):
            // The missing quotes have been reported, and may not be all that is missing.
            guard !syntaxErrors.areAny(in: name.range) else { return }
            let near = isUTC ? "UTC" : suggestion(forZone: name.text, among: names)
            report(CheckMessage.unknownTimezone(name, suggestion: near))
        case .unavailable(let reason):
            guard !syntaxErrors.areAny(in: name.range) else { return }
            report(CheckMessage.timezoneUnavailable(name, reason: reason, isUTC: isUTC))
        }
    }

    /// The zone that was probably meant: people leave out the continent, and write cities as they are spelt.
    private mutating func suggestion(forZone word: String, among names: [String]) -> String? {
        let plain = String(word.map { $0 == " " ? "_" : $0 }).lowercased()
        func city(_ name: String) -> String {
            String(name.split(separator: "/").last ?? "")
        }
        if let same = names.first(where: { $0.lowercased() == plain }) { return same }
        // Names of one continent are alike in their beginning: only the rest tells them apart.
        let meant = city(plain)
        var near = names.first { city($0).lowercased() == meant }.map(city)
        // Abbreviations are near each other and hours apart.
        if near == nil, meant.count > 4 { near = suggestion(for: meant, among: names.map(city)) }
        let candidates = names.filter { city($0) == near }
        return candidates.first { $0.lowercased().hasPrefix(plain.prefix { $0 != "/" }) } ?? candidates.first
    }

    private mutating func readWeekStart(_ name: NameSyntax) {
        header.weekStart = Weekday.named(name.text)
        guard header.weekStart == nil else { return }
        let near = suggestion(for: name.text, among: Weekday.allCases.map(\.name))
        report(CheckMessage.unknownWeekday(name, suggestion: near))
    }
}

extension DeclarationSyntax.Kind {
    /// Whether it names a policy.
    fileprivate var isPolicy: Bool {
        if case .policy = self { true } else { false }
    }

    /// Whether it stands in the header of a policy.
    fileprivate var isHeader: Bool {
        switch self {
        case .policy, .currency, .timezone, .week, .late: true
        case .include, .field, .list, .table, .function, .constant, .aggregate, .rule, .test: false
        }
    }
}

/// One of the lines of the header.
enum HeaderLine: String, CaseIterable {
    case policy
    case currency
    case timezone
    case week
    case late

    var isRequired: Bool {
        self != .late
    }

    init?(_ kind: DeclarationSyntax.Kind) {
        switch kind {
        case .policy: self = .policy
        case .currency: self = .currency
        case .timezone: self = .timezone
        case .week: self = .week
        case .late: self = .late
        case .include, .field, .list, .table, .function, .constant, .aggregate, .rule, .test: return nil
        }
    }

    /// A line to add where it is missing.
    var example: String {
        switch self {
        case .policy: "policy \"Account limits\""
        case .currency: "currency USD"
        case .timezone: "timezone UTC"
        case .week: "week starts monday"
        case .late: "late up to 2 days"
        }
    }

    /// What depends on it.
    var purpose: String {
        switch self {
        case .policy: "explanations call the policy by it"
        case .currency: "all amounts are in one currency"
        case .timezone: "days, weeks and months begin at its midnight"
        case .week: "weekly limits begin on that day"
        case .late: "windows stay open that long after their end"
        }
    }
}
