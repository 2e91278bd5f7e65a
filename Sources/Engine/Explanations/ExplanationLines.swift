internal import RulesDSL

/// The explanations: one JSON object for each decline, each ignored repeat, each flagged transaction and each other one
/// that fails a rule in shadow. The fields are described in `docs/explanations.md`.
package struct ExplanationLines: Rendering {
    /// For each `Failure`, two templates: a line of its own up to the sentence, and what stands in another's `also`.
    private let book: TemplateBook

    package init(_ program: Program) {
        var builder = TemplateBuilder(program, .json)
        for failure in Failure.all(of: program) {
            guard let failure else {
                builder.skip(2)
                continue
            }
            builder.addTransaction()
            builder.add(",")
            builder.add(failure)
            builder.add(",\"because\":\"")
            builder.add(sentenceOf: failure)
            builder.add("\"")
            builder.finish(failure)

            builder.add("{")
            builder.add(failure)
            builder.add("}")
            builder.finish(failure)
        }
        book = TemplateBook(builder)
    }

    package func render(_ events: EventBatch, into output: inout OutputBuffer) {
        guard let decisions = events.decisions.first else { return }
        let batch = events.transactions
        let facts = decisions.facts
        let kinds = decisions.kinds
        let count = decisions.factCount
        var writer = TemplateWriter(book, batch)
        var cursor = EventCursor(batch)
        var first = 0
        while first < count {
            let row = Int(facts[first].row)
            writer.event = cursor.eventNumber(of: row)
            writer.line = cursor.line(of: row)
            writer.decision = kinds[row]
            var end = first + 1
            while end < count && Int(facts[end].row) == row { end += 1 }
            append(facts, first..<end, &writer, to: &output)
            first = end
        }
    }

    /// Appends the line of a row that the facts of a range are about.
    @inline(__always)
    private func append(
        _ facts: Column<Fact>, _ range: Range<Int>, _ writer: inout TemplateWriter, to output: inout OutputBuffer
    ) {
        var shown = range.lowerBound
        while shown < range.upperBound && !facts[shown].isDecisive { shown += 1 }
        if shown == range.upperBound { shown = range.first { !facts[$0].isShadow } ?? range.lowerBound }
        let fact = facts[shown]
        writer.write(book.templates[Failure.index(of: fact, book.program) * 2], fact, to: &output)
        if range.count > 1 { append(others: facts, range, but: shown, &writer, to: &output) }
        output.append("}\n")
    }

    private func append(
        others facts: Column<Fact>, _ range: Range<Int>, but shown: Int, _ writer: inout TemplateWriter,
        to output: inout OutputBuffer
    ) {
        var separator: StaticString = ",\"also\":["
        for index in range where index != shown {
            output.append(separator)
            separator = ","
            let template = book.templates[Failure.index(of: facts[index], book.program) * 2 + 1]
            writer.write(template, facts[index], to: &output)
        }
        output.append(UInt8(ascii: "]"))
    }
}

extension TemplateBuilder {
    /// `{"event":…,"id":…` up to the decision.
    fileprivate mutating func addTransaction() {
        add("{\"event\":")
        add(.event)
        add(",")
        add(.prefix)
        add(",\"amount\":\"")
        add(.signedAmount)
        add("\",\"time\":\"")
        add(.time)
        add("\"")
        add(.decision)
    }

    /// `"rule":…,"code":…`, the cause if nothing else tells it, and the numbers that the failure has.
    fileprivate mutating func add(_ failure: Failure) {
        add("\"rule\":\"")
        add(text: failure.rule?.name ?? Program.balanceName)
        add("\",\"code\":\"")
        add(text: failure.code)
        if failure.hasToTellCause {
            add("\",\"cause\":\"")
            add(failure.cause.name)
        }
        add("\"")
        guard let rule = failure.rule else { return }
        if rule.isShadow { add(",\"shadow\":true") }
        switch rule.kind {
        case .limit: addNumbers(ofLimit: failure)
        case .require: addNumbers(ofCondition: failure)
        case .unique:
            guard failure.cause == .conflict else { return }
            add(",\"differs\":[")
            add(.differingNames)
            add("]")
        }
    }

    private mutating func addNumbers(ofLimit failure: Failure) {
        guard failure.cause == .limit || failure.hasAllNumbers else { return }
        add(",\"window\":\"")
        if case .rolling(let seconds) = failure.rule?.aggregate?.window {
            add(WindowText.period(ofRolling: seconds) + "/")
            add(.second)
        } else {
            add(.windowPeriod)
        }
        add("\"")
        guard failure.cause == .limit, let aggregate = failure.rule?.aggregate else { return }
        let type = aggregate.type
        if failure.hasUsed { add("used", .used, type, failure) }
        if aggregate.counted != .declined { add("this", .added, type, failure) }
        if !aggregate.isAdditive { add("total", .total, type, failure) }
        add("limit", .bound, type, failure)
        if failure.hasAllNumbers { add("excess", .excess, type, failure) }
    }

    /// What makes a condition fail, if that is not all of it, and what that reads: the sides of one part, or all values
    /// by their names.
    private mutating func addNumbers(ofCondition failure: Failure) {
        guard failure.cause == .condition, let reason = failure.reason else { return }
        if !reason.isWhole {
            add(",\"part\":\"")
            add(text: reason.text)
            add("\"")
        }
        guard reason.joinsParts else {
            for (name, read) in zip(["left", "right"], reason.values) where read.isWritten {
                add(",")
                add(name, read, failure)
            }
            return
        }
        var separator = ",\"values\":{"
        for read in reason.values where read.isWritten {
            add(separator)
            separator = ","
            add(read.value.text, read, failure)
        }
        if separator == "," { add("}") }
    }

    private mutating func add(_ name: String, _ read: Condition.ReasonValue, _ failure: Failure) {
        add(member: name, read.value.type) { $0.add(read, of: failure) }
    }

    private mutating func add(_ name: String, _ value: TemplateValue, _ type: ValueType, _ failure: Failure) {
        add(",")
        add(member: name, type) { $0.add(value, of: failure) }
    }

    /// Numbers and truth values are JSON's, every other value is a text.
    private mutating func add(member name: String, _ type: ValueType, _ addValue: (inout TemplateBuilder) -> Void) {
        let quote = type == .number || type == .boolean ? "" : "\""
        add("\"")
        add(text: name)
        add("\":\(quote)")
        addValue(&self)
        add(quote)
    }
}

extension Failure {
    fileprivate var hasToTellCause: Bool {
        switch cause {
        case .limit: false
        case .condition: reason.map { $0.isWhole && !$0.values.contains(where: \.isWritten) } ?? true
        case .duplicate, .conflict, .tooLate, .arithmetic: true
        }
    }
}
