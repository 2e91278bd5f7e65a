extension PolicyChecker {
    /// The tests in which nothing is wrong, made ready to be run.
    mutating func checkTests(_ facts: RuleFacts) -> [CheckedTest] {
        var first: [String: NameSyntax] = [:]
        var checked: [CheckedTest] = []
        for test in declarations.tests {
            let known = diagnostics.count
            if let earlier = first[test.name.text], !test.name.text.isEmpty {
                report(CheckMessage.testTwice(test.name, first: earlier))
            } else {
                first[test.name.text] = test.name
            }
            let ready = check(test, facts)
            let isRight = !diagnostics[known...].contains { $0.severity == .error }
            if isRight && ready.entries.count == test.entries.count { checked.append(ready) }
        }
        return checked
    }

    private mutating func check(_ test: TestSyntax, _ facts: RuleFacts) -> CheckedTest {
        let balance = test.balance.flatMap { checkTestMoney($0, of: "`given balance`") } ?? 0
        if test.entries.isEmpty, syntaxErrors.isEmpty {
            report(CheckMessage.emptyTest(test.name))
        }
        if test.entries.count > CheckLimits.entries {
            let extra = test.entries[CheckLimits.entries]
            report(
                CheckMessage.tooMany(
                    extra.timeRange, "entries in a test", count: test.entries.count, limit: CheckLimits.entries))
        }
        let entries = test.entries.compactMap { check($0, facts) }
        return CheckedTest(
            name: test.name.text, position: sources.position(of: test.name.range), balance: balance, entries: entries)
    }

    private mutating func check(_ entry: TestEntrySyntax, _ facts: RuleFacts) -> CheckedTest.Entry? {
        let time = checkTime(entry)
        let kind = checkKind(entry.kind)
        let amount = checkAmount(entry.amount)
        let values = checkValues(of: entry)
        let expected = checkResult(entry.result, facts)
        let shadows = checkShadows(entry.shadows, facts)
        guard let time, let kind, let amount, let values, let expected, let shadows else { return nil }
        return CheckedTest.Entry(
            customer: values.customer ?? "1", id: values.id, kind: kind, amount: amount, time: time,
            fields: values.fields, expected: expected, shadows: shadows, position: sources.position(of: entry.range),
            range: entry.range)
    }

    private mutating func checkTime(_ entry: TestEntrySyntax) -> Int64? {
        let resolved: Int64?
        switch entry.time {
        case .local(let local): resolved = resolve(local: local, at: entry.timeRange)
        case .instant(let instant): resolved = instant
        }
        guard let seconds = resolved else { return nil }
        // The years 0000 to 9999, as in the input.
        guard (-62_167_219_200...253_402_300_799).contains(seconds) else {
            report(CheckMessage.entryTime(entry.timeRange, text: excerpt(entry.timeRange)))
            return nil
        }
        return seconds
    }

    private mutating func checkAmount(_ syntax: ExpressionSyntax) -> Int64? {
        guard let amount = checkTestMoney(syntax, of: "an entry") else { return nil }
        guard amount > 0 else {
            report(CheckMessage.amountNotPositive(syntax.range, text: excerpt(syntax)))
            return nil
        }
        return amount
    }

    private mutating func checkTestMoney(_ syntax: ExpressionSyntax, of place: String) -> Int64? {
        guard let value = check(syntax) else { return nil }
        guard value.type == .money, let amount = value.scalar else {
            let replacement = value.type == .money ? nil : rewriting(syntax, to: .money)
            report(
                CheckMessage.testMoney(
                    syntax.range, text: excerpt(syntax), place: place, type: value.type, replacement: replacement))
            return nil
        }
        return amount
    }
}
