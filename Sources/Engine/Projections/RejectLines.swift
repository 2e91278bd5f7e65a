internal import RulesDSL

/// The rejected lines, each as one JSON object with its line, column, reason and the line itself.
package struct RejectLines: Rendering {
    private let currency: Currency

    package init(_ program: Program) {
        currency = program.policy.currency
    }

    package func render(_ events: EventBatch, into output: inout OutputBuffer) {
        let batch = events.transactions
        for reject in batch.rejects {
            output.append("{\"line\":")
            output.append(decimal: Int64(batch.linesBefore + reject.lineInChunk + 1))
            output.append(",\"column\":")
            output.append(decimal: Int64(reject.column))
            output.append(",\"code\":\"")
            output.append(jsonEscaped: reject.reason.code.utf8)
            output.append("\",\"reason\":\"")
            output.append(jsonEscaped: reject.reason.sentence(currency).utf8)
            appendInput(reject, batch, to: &output)
            output.append("}\n")
        }
    }

    /// The line as text; where its bytes are not UTF-8, they stand beside it in hexadecimal, so that nothing is lost.
    private func appendInput(_ reject: Reject, _ batch: TransactionBatch, to output: inout OutputBuffer) {
        let bytes = TextSlice(batch.bytes, offset: reject.offset, length: reject.length).copied
        let text = String(decoding: bytes, as: UTF8.self)
        output.append("\",\"input\":\"")
        output.append(jsonEscaped: text.utf8)
        output.append(UInt8(ascii: "\""))
        guard !text.utf8.elementsEqual(bytes) else { return }
        output.append(",\"input_hex\":\"")
        let digits = Array("0123456789abcdef".utf8)
        for byte in bytes {
            output.append(digits[Int(byte >> 4)])
            output.append(digits[Int(byte & 15)])
        }
        output.append(UInt8(ascii: "\""))
    }
}
