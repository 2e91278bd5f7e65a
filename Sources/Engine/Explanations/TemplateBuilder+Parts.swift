internal import RulesDSL

extension Condition.Part {
    /// What it reads, as far as a fact and its row tell it: as which side, and where numbers are found. A text is found
    /// by its code.
    var numbered: [(value: Condition.Value, name: String, number: TemplateValue)] {
        zip(recordedValues, [("left", TemplateValue.used), ("right", .bound)])
            .filter { $0.0.type != .text || $0.0.isSettled }
            .map { ($0.0, $0.1.0, $0.1.1) }
    }
}

extension TemplateBuilder {
    /// Adds which part of a condition makes it fail, if it has several, and what that reads: ``, nor does its part
    /// `hour >= 6`: hour is 3``.
    mutating func add(reasonIn part: Condition.Part, of failure: Failure) {
        if failure.rule?.condition?.parts.count != 1 {
            add(part.failsWhole ? ", but its part `" : ", nor does its part `")
            add(text: part.text)
            add(part.failsWhole ? "` does" : "`")
        }
        var separator = ": "
        for (value, _, number) in part.numbered where value.isShown {
            add(text: "\(separator)\(value.text) is ")
            separator = ", "
            if value.type == .text {
                add(text: "\"")
                add(.text, index: value.code.start)
                add(text: "\"")
            } else {
                add(number, of: failure)
            }
        }
    }
}
