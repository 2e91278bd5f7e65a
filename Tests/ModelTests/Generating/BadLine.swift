/// Lines that look like a transaction and are none.
enum BadLine {
    static func text(insteadOf transaction: Transaction, _ policy: Policy, _ random: inout RandomSource) -> String {
        if random.chance(60), let text = badField(in: transaction, policy, &random) { return text }
        let good = LineSpelling.plain(transaction, policy)
        let fields = FieldText.pairs(texts(of: transaction, policy))
        let head = "{" + fields.map { $0 + "," }.joined() + "\"id\":\"1\",\"customer_id\":\"1\","
        let time = "\"time\":\"2000-01-01T00:00:00Z\"}"
        let tooFine = "0." + String(repeating: "0", count: policy.currency.decimals) + "1"
        return random.pick([
            good + "x", good + "{}", "[\(good)]", String(good.dropLast()), String(good.dropFirst()), "null",
            head + "\"load_amount\":\"0\",\(time)", head + "\"load_amount\":0.0,\(time)",
            head + "\"load_amount\":\"\(tooFine)\",\(time)", head + "\"load_amount\":\(tooFine),\(time)",
            head + "\"load_amount\":\"XXX 1\",\(time)", head + "\"load_amount\":\"--1\",\(time)",
            head + "\"load_amount\":\"1,00\",\(time)", head + "\"load_amount\":\"9999999999999999999\",\(time)",
            head + "\"load_amount\":9223372036854775808e10,\(time)", head + "\"load_amount\":\" 1\",\(time)",
            head + "\"load_amount\":null,\(time)", head + "\"load_amount\":\"1\",\"id\":\"1\",\(time)", head + time,
            head + "\"load_amount\":\"1\",\"time\":\"2001-02-29T00:00:00Z\"}",
            head + "\"load_amount\":\"1\",\"time\":\"2001-02-28T24:00:00Z\"}",
            head + "\"load_amount\":\"1\",\"time\":\"2001-02-28T00:00:00\"}",
            head + "\"load_amount\":\"1\",\"time\":\"2001-2-28T00:00:00Z\"}",
            "{\"id\":\"\",\"customer_id\":\"1\",\"load_amount\":\"1\",\(time)",
            "{\"id\":1.5,\"customer_id\":\"1\",\"load_amount\":\"1\",\(time)",
            "{\"id\":01,\"customer_id\":\"1\",\"load_amount\":\"1\",\(time)",
            "{\"id\":\"\\ud800\",\"customer_id\":\"1\",\"load_amount\":\"1\",\(time)",
        ])
    }

    private static func texts(of transaction: Transaction, _ policy: Policy) -> [FieldText] {
        policy.fields.map { field in
            let value = transaction.declared[field.name]
            return FieldText(keys: field.keys[...], text: value.map { LineSpelling.plain($0, policy.currency) })
        }
    }

    // MARK: Declared fields

    /// A good line but for one declared field; nil where there are none.
    private static func badField(
        in transaction: Transaction, _ policy: Policy, _ random: inout RandomSource
    ) -> String? {
        guard !policy.fields.isEmpty else { return nil }
        let index = random.index(below: policy.fields.count)
        let field = policy.fields[index]
        var texts = texts(of: transaction, policy)
        if random.chance(15) {
            // The same key twice.
            texts[index].text = texts[index].text ?? "null"
            let last = field.keys[field.keys.count - 1]
            texts[index].text = "\(texts[index].text ?? ""),\(FieldText.quoted(last)):null"
        } else if random.chance(20), field.keys.count > 1 {
            // What leads to it is no object, so that all that lies behind is none either.
            texts.removeAll { $0.keys.first == field.keys[0] }
            texts.append(
                FieldText(keys: field.keys.prefix(1), text: random.pick(["1", "\"x\"", "true", "[]", "[{}]"])))
        } else if random.chance(25), field.presence == .required {
            texts[index].text = random.chance(50) ? nil : "null"
        } else {
            texts[index].text = random.pick(wrongTexts(field.type, policy.currency))
        }
        return LineSpelling.plain(transaction, policy, texts)
    }

    private static func wrongTexts(_ type: ModelType, _ currency: ModelCurrency) -> [String] {
        let tooFine = "0." + String(repeating: "0", count: currency.decimals) + "1"
        let structures = ["{}", "[]", "[1]"]
        switch type {
        case .text:
            return structures + ["true", "1.5", "1e3", "\"\(String(repeating: "y", count: 257))\"", "\"\\udc00\""]
        case .number:
            return structures + ["true", "\"1\"", "0.0000001", "9223372036854.775808", "1e14", "01", "\"\""]
        case .money:
            return structures + ["false", "\"\"", "\"x\"", tooFine, "\"XXX 1\"", "1e30", "\"$ 1\"", "\"1,00\""]
        case .time:
            return structures + ["0", "\"2000-01-01\"", "\"2000-01-01T00:00:00\"", "\"2000-02-30T00:00:00Z\"", "\"\""]
        case .boolean: return structures + ["0", "1", "\"true\"", "\"\""]
        case .duration, .date, .weekday, .kind: return structures
        }
    }
}
