internal import RulesDSL

extension TemplateBuilder {
    /// Adds which part of a condition makes it fail, if that is not all of it, and what that reads: ``, nor does its part
    /// `hour >= 6`: hour is 3``.
    mutating func add(_ reason: Condition.Reason, of failure: Failure) {
        if !reason.isWhole {
            add(reason.failsWhole ? ", but its part `" : ", nor does its part `")
            add(text: reason.text)
            add(reason.failsWhole ? "` does" : "`")
        }
        var separator = ": "
        for read in reason.values where read.value.isShown && read.isWritten {
            add(text: "\(separator)\(read.value.text) is ")
            separator = ", "
            let quote = read.value.type == .text ? "\"" : ""
            add(text: quote)
            add(read, of: failure)
            add(text: quote)
        }
    }

    /// Adds a value that a reason reads, if it can be found.
    mutating func add(_ read: Condition.ReasonValue, of failure: Failure) {
        switch read.place {
        case .used: add(.used, of: failure)
        case .bound: add(.bound, of: failure)
        case .transaction: add(.computed, read.value.type, index: read.value.code.start)
        case .nowhere: break
        }
    }
}

extension Condition.ReasonValue {
    /// Whether it can be found.
    var isWritten: Bool { place != .nowhere }
}
