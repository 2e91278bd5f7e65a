extension MutationFinder {
    // MARK: Lists, tables, fields

    mutating func visit(_ list: ListSyntax) {
        subject = list.name.text
        switch list.members {
        case .inPlace(let elements, let range): removeMembers(elements, in: Place(range))
        // What is in a file is data: a test of each line of it would only repeat it.
        case .file, .missing: break
        }
    }

    mutating func visit(_ table: TableSyntax) {
        subject = table.name.text
        let otherwise = table.otherwise.map { text($0.range) }
        for entry in table.entries {
            let key = text(entry.key.range)
            let range = entry.key.range.union(entry.value.range)
            let place = Place(range) { [key] old, new, _ in
                "add a transaction whose `\(table.key.text)` is \(key), decided differently with \(new) instead "
                    + "of \(old)"
            }
            visit(entry.value, place)
            // An entry that says what `else` says changes nothing by its absence.
            if text(entry.value.range) != otherwise {
                remove(
                    .entry, range,
                    advice: "add a transaction whose `\(table.key.text)` is \(key), and whose result depends on that")
            }
        }
        // What the entries leave out may be nothing.
        if let otherwise = table.otherwise, !namesAllKeys(table) {
            let word = range(ofWord: "else:", before: otherwise.range) ?? otherwise.range
            visit(
                otherwise,
                Place(word.union(otherwise.range)) { old, new, _ in
                    "add a transaction with another `\(table.key.text)` than the table names, decided differently with "
                        + "\(new) instead of \(old)"
                })
        }
    }

    /// Whether the entries of a table name every kind, weekday or boolean that there is.
    private func namesAllKeys(_ table: TableSyntax) -> Bool {
        let keys = Set(table.entries.map { text($0.key.range) })
        return [vocabulary.kinds, Weekday.allCases.map(\.name), ["false", "true"]].contains { keys.isSuperset(of: $0) }
    }

    mutating func visit(_ field: FieldSyntax) {
        subject = field.name.text
        guard let value = field.defaultValue else { return }
        let place = Place(
            SourceRange(file: value.range.file, lower: field.name.range.lower, upper: value.range.upper))
        let advice = "add a transaction without `\(field.name.text)`, whose result depends on the default"
        switch value.kind {
        case .literal(let literal):
            step(literal, value.range, .both, in: Place(place.context) { _, _, _ in advice }, kind: .standard)
        case .boolean(let flag):
            replace(.standard, value.range, with: flag ? "false" : "true", in: place, advice: advice)
        case .name, .list, .unary, .binary, .conditional, .parenthesized, .call, .missing: break
        }
    }

    // MARK: The header

    mutating func visitLate(_ length: ExpressionSyntax, _ declaration: DeclarationSyntax) {
        let place = Place(declaration.range) { old, _, isHigher in
            isHigher
                ? "add a transaction one second later than \(old) after its window: `declined as TransactionTooLate`"
                : "add a transaction exactly \(old) late that is still in time"
        }
        stepLength(length, place)
    }

    mutating func visitWeek(_ day: NameSyntax, _ declaration: DeclarationSyntax) {
        guard let weekday = Weekday.named(day.text) else { return }
        let previous = Weekday.allCases.first { $0.next == weekday } ?? weekday
        let place = Place(declaration.range)
        replace(
            .calendar, day.range, with: weekday.next.name, in: place,
            advice: "add transactions on \(weekday.name) and \(weekday.next.name) that one week holds together")
        replace(
            .calendar, day.range, with: previous.name, in: place,
            advice: "add transactions on \(previous.name) and \(weekday.name) that lie in two weeks")
    }

    mutating func visitZone(_ name: NameSyntax, _ declaration: DeclarationSyntax) {
        guard name.text != "UTC" else { return }
        replace(
            .calendar, name.range, with: "UTC", in: Place(declaration.range),
            advice: "add transactions around midnight that lie in other days in UTC")
    }
}
