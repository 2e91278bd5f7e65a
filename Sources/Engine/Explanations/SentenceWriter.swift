internal import RulesDSL

/// Writes the sentence an auditor reads: the rule's own `because` with its placeholders filled in, or a good one where
/// the rule has none.
package struct SentenceWriter: Sendable {
    private let book: TemplateBook

    package init(_ program: Program, target: TextTarget) {
        var builder = TemplateBuilder(program, target)
        for failure in Failure.all(of: program) {
            guard let failure else {
                builder.skip(1)
                continue
            }
            builder.add(sentenceOf: failure)
            builder.finish(failure)
        }
        book = TemplateBook(builder)
    }

    /// The sentence of a failure of a row.
    package func text(_ fact: Fact, _ batch: TransactionBatch) -> String {
        var writer = TemplateWriter(book, batch)
        var output = OutputBuffer(capacity: 256)
        writer.write(book.templates[Failure.index(of: fact, book.program)], fact, to: &output)
        return output.text
    }
}
