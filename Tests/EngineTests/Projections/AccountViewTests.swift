import Engine
import TestSupport
import Testing

@Suite struct AccountViewTests {
    private static let rules = """
        unique once { key id per customer  else ignore }
        limit large { on load largest amount per customer per day  at most $50.00  else decline }
        require small { on withdrawal that amount < $20.00  else review }
        """

    private func input(_ rows: [(id: String, customer: String, amount: String)]) -> [UInt8] {
        rows.map { row in
            #"{"id":"\#(row.id)","customer_id":"\#(row.customer)","load_amount":"\#(row.amount)","#
                + #""time":"2000-01-01T09:00:00Z"}"# + "\n"
        }.joined().utf8.map { $0 }
    }

    private func lines(_ run: Run) throws -> [Substring] {
        let sink = MemorySink()
        try AccountWriter(run.policy.program).write(run.view, to: sink, name: "accounts")
        return sink.text.split(separator: "\n")
    }

    @Test func `each account has its balance and what was decided, in the order of first transactions`() throws {
        let run = try Run(
            Self.rules,
            input([
                ("1", "b", "$10.00"), ("1", "b", "$10.00"), ("2", #"\"a\u001b"#, "$50.01"),
                ("3", "b", "-$25.50"), ("4", "c", "x"), ("5", "b", "$1.00"),
            ]))
        #expect(
            try lines(run) == [
                #"""
                {"customer_id":"b","balance":"-$14.50","loads":2,"withdrawals":1,"reviewed":1,"declined":0,\#
                "ignored":1}
                """#,
                #"""
                {"customer_id":"\"a\u001b","balance":"$0.00","loads":0,"withdrawals":0,"reviewed":0,\#
                "declined":1,"ignored":0}
                """#,
            ])
    }

    @Test(arguments: [1, 2, 4], [90, 700, 524_288])
    func `neither threads nor chunks change it, and the event store makes it anew`(threads: Int, chunkSize: Int) throws
    {
        let input = SeededStream(seed: 7, count: 400).bytes()
        let expected = try lines(try Run(Self.rules, input))
        let run = try Run(Self.rules, input, threads: threads, chunkSize: chunkSize)
        #expect(try lines(run) == expected)
        let again = AccountView()
        again.fold(run.store.events())
        #expect(again.accounts == run.view.accounts)
    }
}
