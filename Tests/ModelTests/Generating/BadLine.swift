/// Lines that look like a transaction and are none.
enum BadLine {
    static func text(
        insteadOf transaction: Transaction, _ currency: ModelCurrency, _ random: inout RandomSource
    ) -> String {
        let good = LineSpelling.plain(transaction, currency)
        let head = "{\"id\":\"1\",\"customer_id\":\"1\","
        let time = "\"time\":\"2000-01-01T00:00:00Z\"}"
        let tooFine = "0." + String(repeating: "0", count: currency.decimals) + "1"
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
}
