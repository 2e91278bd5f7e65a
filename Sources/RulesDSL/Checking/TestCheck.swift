extension PolicyChecker {
    /// The tests, made ready to be run.
    mutating func checkTests(_ facts: RuleFacts) -> [CheckedTest] {
        var first: [String: NameSyntax] = [:]
        var checked: [CheckedTest] = []
        for test in declarations.tests {
            if let earlier = first[test.name.text], !test.name.text.isEmpty {
                report(CheckMessage.testTwice(test.name, first: earlier))
            } else {
                first[test.name.text] = test.name
            }
            checked.append(check(test, facts))
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
        let kind = checkTestKind(entry.kind)
        let amount = checkAmount(entry.amount)
        let texts = checkValues(entry.values)
        let expected = checkResult(entry.result, facts)
        guard let time, let kind, let amount, let expected else { return nil }
        return CheckedTest.Entry(
            customer: texts["customer"] ?? "1", id: texts["id"], kind: kind, amount: amount, time: time,
            expected: expected, position: sources.position(of: entry.range), range: entry.range)
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

    private mutating func checkTestKind(_ name: NameSyntax) -> Int? {
        guard !name.text.isEmpty else { return nil }
        guard let kind = vocabulary.kinds.firstIndex(of: name.text) else {
            let near = suggestion(for: name.text, among: vocabulary.kinds)
            report(CheckMessage.unknownKind(name, suggestion: near, kinds: vocabulary.kinds))
            return nil
        }
        return kind
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

    /// What an entry says beyond its amount: only a text that names who and which can be given.
    private mutating func checkValues(_ values: [TestEntrySyntax.Value]) -> [String: String] {
        let allowed = ["customer", "id"]
        var first: [String: NameSyntax] = [:]
        var texts: [String: String] = [:]
        for value in values where !value.field.text.isEmpty {
            guard allowed.contains(value.field.text) else {
                let near = suggestion(for: value.field.text, among: allowed)
                report(CheckMessage.entryField(value.field, suggestion: near))
                continue
            }
            if let earlier = first[value.field.text] {
                report(CheckMessage.fieldTwice(value.field, first: earlier))
                continue
            }
            first[value.field.text] = value.field
            guard let checked = check(value.value) else { continue }
            guard case .text(let text) = checked.constant else {
                report(
                    CheckMessage.entryText(
                        value.value.range, text: excerpt(value.value), field: value.field.text, type: checked.type,
                        replacement: rewriting(value.value, to: .text)))
                continue
            }
            guard (1...CheckLimits.identifierBytes).contains(text.utf8.count) else {
                report(CheckMessage.entryTextLength(value.value.range, field: value.field.text, bytes: text.utf8.count))
                continue
            }
            texts[value.field.text] = text
        }
        return texts
    }
}
