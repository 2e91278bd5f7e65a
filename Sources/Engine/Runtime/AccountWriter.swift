internal import RulesDSL

/// Writes the accounts of a view, each as one JSON object, in the order of their first transactions.
package struct AccountWriter {
    private let money: MoneyText
    /// How many bytes are written together, about.
    private static let pieceSize = 1 << 16

    package init(_ program: Program) {
        money = MoneyText(currency: program.policy.currency)
    }

    /// Writes all of them.
    ///
    /// - Parameters:
    ///   - view: What became of the accounts, when the run is over.
    ///   - sink: Where the bytes go.
    ///   - name: What people call the output, such as its path.
    /// - Throws: Where the sink does not take them.
    package func write(_ view: AccountView, to sink: any ByteSink, name: String) throws(CriticalError) {
        var output = OutputBuffer(capacity: Self.pieceSize)
        for account in view.accounts {
            append(account, to: &output)
            if output.count >= Self.pieceSize { try flush(&output, to: sink, name: name) }
        }
        try flush(&output, to: sink, name: name)
    }

    private func append(_ account: AccountView.Account, to output: inout OutputBuffer) {
        output.append("{\"customer_id\":\"")
        output.append(jsonEscaped: account.customer.utf8)
        output.append("\",\"balance\":\"")
        money.append(account.balance, to: &output)
        output.append("\",\"loads\":")
        output.append(decimal: Int64(account.loads))
        output.append(",\"withdrawals\":")
        output.append(decimal: Int64(account.withdrawals))
        output.append(",\"reviewed\":")
        output.append(decimal: Int64(account.reviewed))
        output.append(",\"declined\":")
        output.append(decimal: Int64(account.declined))
        output.append(",\"ignored\":")
        output.append(decimal: Int64(account.ignored))
        output.append("}\n")
    }

    private func flush(_ output: inout OutputBuffer, to sink: any ByteSink, name: String) throws(CriticalError) {
        guard output.count > 0 else { return }
        do {
            try sink.write(output.bytes, count: output.count)
        } catch {
            throw error.during(name).during("writing")
        }
        output.clear()
    }
}
