/// What the lexer says, by code.
extension Diagnostic {
    // R0001
    static func notUTF8(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .notUTF8, "these bytes are not UTF-8 text", at: range, help: ["save the file as UTF-8"])
    }

    static func utf16(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .notUTF8, "this file is UTF-16, and rules are read as UTF-8", at: range, help: ["save the file as UTF-8"])
    }

    // R0002
    static func loneCarriageReturns(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .controlCharacter, "the lines of this file end in a carriage return alone", at: range,
            help: ["save the file with line feeds at the ends of its lines (LF, or CR LF)"])
    }

    static func controlCharacter(_ scalar: Unicode.Scalar, inText: Bool = false, at range: SourceRange) -> Diagnostic {
        let escape = scalar == "\t" ? "\\t" : "\\u{\(scalar.hex)}"
        return .syntaxError(
            .controlCharacter, "there is a control character (\(scalar.notation)) here", at: range,
            label: inText ? "write `\(escape)`" : "",
            help: inText ? [] : ["delete it; only spaces, tabs and line ends stand between words"],
            fixIts: [FixIt(range: range, replacement: inText ? escape : "")])
    }

    // R0003
    static func lookalike(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
        let plain = Confusable.plain(scalar) ?? scalar
        let meant = plain == " " ? "a plain space" : "`\(plain)`"
        let name = Confusable.name(scalar)
        let article = "aeiou".contains(name.prefix(1)) ? "an" : "a"
        return .syntaxError(
            .lookalike, "there is \(article) \(name) (\(scalar.notation)) where \(meant) is meant",
            at: range, label: "write \(meant)", fixIts: [FixIt(range: range, replacement: String(plain))])
    }

    /// More places nobody looks at.
    private static let mostPlaces = 4

    /// One diagnostic for the same one at several places.
    static func habit(_ first: Diagnostic, others: [Diagnostic]) -> Diagnostic {
        let rest = others.count - mostPlaces
        return Diagnostic(
            code: first.code, severity: first.severity, message: first.message, primary: first.primary,
            secondary: others.prefix(mostPlaces).map(\.primary),
            help: first.help + (rest > 0 ? ["the file has \(rest) more of \(rest == 1 ? "it" : "them")"] : []),
            fixIts: first.fixIts + others.flatMap(\.fixIts))
    }

    // R0004
    static func foreignQuotes(_ opener: Unicode.Scalar, content: String, at range: SourceRange) -> Diagnostic {
        let plain = "\"\(content.escapedForText)\""
        return .rewritable(
            .foreignQuotes, "texts stand between plain double quotes, not `\(opener)`", at: range, to: plain)
    }

    // R0005
    static func unexpectedCharacter(_ written: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(.unexpectedCharacter, "`\(written)` means nothing in a rules file", at: range)
    }

    static func rangeDots(inList: Bool, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .unexpectedCharacter, "there are no ranges of values", at: range,
            label: inList
                ? "write every value of it, or compare with both ends in place of the list" : "write two comparisons",
            help: [
                "for example `hour >= 9 and hour <= 17`; codes are listed: `[\"7800\", \"7801\"]`",
                "dates: `date >= 2026-01-01 and date < 2026-07-01`; when a rule checks: "
                    + "`active from 2026-01-01 until 2026-07-01`",
            ])
    }

    /// `input.amount`, `merchant.name`, `customer.length(…)`.
    static func path(_ written: String, plain: String?, isCall: Bool, at range: SourceRange) -> Diagnostic {
        let call = "a function stands before its values: `length(customer)`, `starts-with(customer, \"4\")`"
        let field = "a field of the input gets a name of one word: `field country : text from \"merchant.country\"`"
        return .rewritable(
            .unexpectedCharacter, "`\(written)` is no name: there is no `.` in one", at: range, to: plain,
            help: plain != nil ? [] : isCall ? [call] : [field, call])
    }

    static func semicolon(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .unexpectedCharacter, "`;` means nothing in a rules file", at: range,
            label: "delete it: a clause ends where the next one begins", fixIts: [FixIt(range: range, replacement: "")])
    }

    // R0006
    static func unterminatedText(opener: SourceRange, end: SourceRange) -> Diagnostic {
        .syntaxError(
            .unterminatedText, "this text has no closing quote on its line", at: opener, label: "it begins here",
            help: ["close it with `\"`; a line end in a text is written `\\n`"],
            fixIts: [FixIt(range: end, replacement: "\"")])
    }

    // R0007
    static func unknownEscape(_ written: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .unknownEscape, "there is no escape `\(written)`", at: range, label: "write `\\\\` for a backslash",
            help: ["the escapes are `\\\"`, `\\\\`, `\\n`, `\\t` and `\\u{…}`"],
            fixIts: [FixIt(range: range, replacement: "\\" + written)])
    }

    static func impossibleScalar(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .unknownEscape, "this escape names no Unicode character", at: range,
            label: "write `\\u{20AC}`: one to six hexadecimal digits")
    }

    // R0008
    static func hiddenDirection(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .hiddenDirection,
            "there is an invisible character (\(scalar.notation)) here that makes text read differently from "
                + "what it is",
            at: range, label: "delete it", help: ["in a text, write `\\u{\(scalar.hex)}` if it is really meant"],
            fixIts: [FixIt(range: range, replacement: "")])
    }

    // R0009
    static func foreignComment(isBlock: Bool, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .foreignComment, "a comment begins with `#` and ends with its line", at: range,
            label: isBlock ? "write `#` before each of its lines" : "write `#`",
            fixIts: isBlock ? [] : [FixIt(range: range, replacement: "#")])
    }

    // R0010
    static func foreignOperator(
        _ written: String, plain: String, replacement: String, at range: SourceRange
    ) -> Diagnostic {
        .syntaxError(
            .foreignOperator, "`\(written)` is written `\(plain)`", at: range, label: "write `\(plain)`",
            fixIts: [FixIt(range: range, replacement: replacement)])
    }

    // R0011
    static func foreignLetter(_ word: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .foreignLetter, "`\(word)` has letters other than a to z", at: range,
            help: ["names are written with a to z, digits and `-`; texts between quotes may hold anything"])
    }

    // R0012
    static func commaInNumber(money: String, plain: String, inList: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .commaInNumber, "commas join digits only in money", at: range, to: plain,
            help: [
                "money has its currency before it, as in `\(money)`; in a list a space follows the comma: `\(inList)`"
            ])
    }

    static func decimalComma(money: String, plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .commaInNumber, "decimals follow a point, not a comma", at: range, to: plain,
            help: ["money has its currency before it, as in `\(money)`"])
    }

    static func commaWithoutSpace(at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .commaInNumber, "between two numbers a space follows the comma", at: range, label: "write `, `",
            fixIts: [FixIt(range: range, replacement: ", ")])
    }

    // R0013
    static func commaInMoney(_ written: String, plain: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .commaInMoney, "the commas of `\(written)` do not join exactly three digits", at: range,
            label: "did you mean `\(plain)`?", help: ["a `.` divides the decimals, a `,` joins three digits"],
            fixIts: [FixIt(range: range, replacement: plain)])
    }

    static func spaceInMoney(_ written: String, plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .commaInMoney, "the digits of `\(written)` are joined by commas, not by spaces", at: range, to: plain)
    }

    // R0014
    static func numberSpelling(_ written: String, plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .numberSpelling, "numbers are digits with digits on both sides of the point, not `\(written)`", at: range,
            to: plain)
    }

    static func percentage(fraction: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .numberSpelling, "there are no percentages", at: range, to: fraction,
            help: ["a share of a value is a product, such as `\(fraction) * balance`"])
    }

    // R0015
    static func numberTooLarge(_ written: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .numberTooLarge, "`\(written)` has too many digits", at: range,
            help: ["18 digits always fit, those after the point included"])
    }

    // R0016
    static func moneySpelling(_ written: String, plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .moneySpelling, "money is a symbol and its digits, or a code, a space and its digits", at: range, to: plain)
    }

    static func symbolWithoutAmount(_ symbol: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .moneySpelling, "there is no amount after `\(symbol)`", at: range, label: "write `\(symbol)5,000.00`")
    }

    static func unknownCurrencySymbol(_ symbol: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .moneySpelling, "`\(symbol)` is not one of the currency symbols `$`, `€`, `£` and `¥`", at: range,
            label: Confusable.currencies[symbol].map { "write `\($0) 500.00`" }
                ?? "write the currency's code and a space",
            help: ["other currencies are written with their code, a space and the digits: `CHF 12.30`"])
    }

    // R0017
    /// `isWindow` where it stands in the place of a limit's window.
    static func numberMeetsWord(
        number: String, tail: String, isWindow: Bool = false, at range: SourceRange
    ) -> Diagnostic {
        let message = "`\(number)\(tail)` is neither a number nor a name"
        // `5m` may be minutes.
        let isMoney = number.unicodeScalars.first.map { !$0.isDigit } ?? false
        let zeros = ["k": 3, "m": isMoney ? 6 : nil, "mm": 6, "mio": 6, "b": 9, "bn": 9][tail.lowercased()] ?? nil
        let duration = Self.duration(number, unit: tail).map { isWindow ? "rolling \($0)" : $0 }
        let plain = duration ?? zeros.flatMap { DecimalLiteral.written(number, zeros: $0) }
        guard let plain = plain ?? Self.hour(number, half: tail) else {
            let label =
                tail == "m" ? "write its unit, such as `\(number) minutes`, or all its digits" : "write all its digits"
            return .syntaxError(.numberMeetsWord, message, at: range, label: label)
        }
        return .syntaxError(
            .numberMeetsWord, message, at: range, label: "did you mean `\(plain)`?",
            fixIts: [FixIt(range: range, replacement: plain)])
    }

    /// `21` for `9pm`, as `hour` counts.
    private static func hour(_ number: String, half: String) -> String? {
        guard let hour = Int(number), (1...12).contains(hour) else { return nil }
        switch half.lowercased() {
        case "am": return String(hour % 12)
        case "pm": return String(hour % 12 + 12)
        default: return nil
        }
    }

    /// `30 days` for `30d` and `30days`; nil where no duration was meant.
    static func duration(_ number: String, unit: String) -> String? {
        guard let first = number.unicodeScalars.first, first.isDigit else { return nil }
        if unit == "w", let days = Int64(number).map({ $0.multipliedReportingOverflow(by: 7) }), !days.overflow {
            return "\(days.partialValue) days"
        }
        guard let meant = UnitOfTime.meant(by: unit) else { return nil }
        return "\(number) \(number == "1" ? String(meant.dropLast()) : meant)"
    }

    // R0018
    static func impossibleDate(year: Int, month: Int, day: Int, at range: SourceRange) -> Diagnostic {
        let name = CivilDate.name(ofMonth: month)
        let label: String
        if name.isEmpty {
            label = "months are 01 to 12; a date is year, month, day"
        } else if day == 0 {
            label = "a month begins with 01"
        } else {
            let which = month == 2 ? "\(name) \(year)" : name
            label = "\(which) has \(CivilDate.days(inMonth: month, of: year)) days"
        }
        let written = "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
        return .syntaxError(.impossibleDate, "there is no day \(written)", at: range, label: label)
    }

    // R0019
    static func dateSpelling(_ written: String, plain: String, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .dateSpelling, "dates are written with four, two and two digits, not `\(written)`", at: range, to: plain)
    }

    static func dateOrder(plain: String?, at range: SourceRange) -> Diagnostic {
        .rewritable(
            .dateSpelling, "a date is the year, the month and the day", at: range, to: plain,
            otherwise: "write it like `2026-12-31`")
    }

    // R0020
    static func timeSpelling(_ written: String, plain: String, hasFraction: Bool, at range: SourceRange) -> Diagnostic {
        let message = hasFraction ? "times are whole seconds" : "times are written like `2026-01-01T10:00:00Z`"
        return .rewritable(.timeSpelling, message, at: range, to: plain)
    }

    static func timeWithoutOffset(_ written: String, plain: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .timeSpelling, "`\(written)` does not say in which zone", at: range,
            label: "write `\(plain)`, or an offset such as `+01:00`",
            help: ["in a test, `\(written.prefix(10)) \(written.dropFirst(11))` is a time of the policy's zone"],
            fixIts: [FixIt(range: range, replacement: plain)])
    }

    static func clockSpelling(_ written: String, plain: String, at range: SourceRange) -> Diagnostic {
        let short = plain.hasSuffix(":00") && written.utf8.filter { $0 == 0x3A }.count == 1
        let plain = short ? String(plain.dropLast(3)) : plain
        return .rewritable(.timeSpelling, "hours, minutes and seconds have two digits each", at: range, to: plain)
    }

    // R0021
    static func impossibleTime(_ written: String, _ problem: String, at range: SourceRange) -> Diagnostic {
        .syntaxError(.impossibleTime, "there is no time `\(written)`", at: range, label: problem)
    }

    // R0022
    static func fileTooLarge(_ size: Int, at range: SourceRange) -> Diagnostic {
        .syntaxError(
            .fileTooLarge, "this file has \(size) bytes, and at most \(Lexer.largestFile) are read of one", at: range,
            help: ["is it the file that is meant?"])
    }

    // R0099
    static func andMore(_ count: Int, _ severity: Severity = .error, at range: SourceRange) -> Diagnostic {
        let noun = severity == .error ? "mistake" : "warning"
        let help = severity == .error ? ["mend the first ones: they mostly cause the rest"] : []
        return Diagnostic(
            code: SyntaxCode.andMore.rawValue, severity: severity,
            message: "and \(count) more \(noun)\(count == 1 ? "" : "s") in this file", primary: Label(range),
            help: help, mistakes: count)
    }
}

extension Unicode.Scalar {
    /// `20ac`.
    var hex: String {
        String(value, radix: 16)
    }

    /// `U+20AC`.
    var notation: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension String {
    /// With the escapes that it needs between double quotes.
    package var escapedForText: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if scalar.isControl || scalar.isDirectionControl {
                    result += "\\u{\(scalar.hex)}"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
