internal import RulesDSL

/// The key of a transaction under one unique rule.
struct SeenKey: Hashable {
    private let rule: Int32
    private let values: [UInt8]

    init(of transaction: Transaction, _ rule: Int32, _ program: Program) {
        self.rule = rule
        var values: [UInt8] = []
        let clock = program.calendar.clock
        for field in program.rules[Int(rule)].keyFields {
            program.fields[field].value(in: transaction, clock).append(to: &values)
        }
        self.values = values
    }
}

extension ShownValue? {
    /// Appends the value so that different ones never read alike.
    fileprivate func append(to values: inout [UInt8]) {
        switch self {
        case .text(let key):
            // The length in front keeps the texts of two fields apart.
            let text = key.text.utf8
            values += "\(text.count):".utf8
            values += text
        case .scalar(let number, _): values += "\(number);".utf8
        // No text has this length.
        case nil: values += "-:".utf8
        }
    }
}
