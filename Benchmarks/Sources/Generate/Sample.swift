/// The repository's `input.txt`: about a thousand transactions of a few hundred customers over two months.
///
/// Most are everyday traffic; woven in are scenes in which each rule of `rules/default.rules` declines somebody, some
/// of them to the cent and to the second. Customers of scenes have no other transactions, so a scene stays as written.
struct Sample {
    let seed: UInt64

    /// The first id, and how ids grow with time: as if other programmes shared the counter.
    private static let firstID = 90_001
    private static let idsInEighteenHours = 416

    /// All transactions in order of time.
    func transactions() -> [Transaction] {
        var random = RandomSource(seed: seed)
        var customers = shuffledCustomers(&random)
        let scenes = Scenes.all(customers: &customers, &random)
        let traffic = Traffic(customers: Array(customers.prefix(260))).drafts(&random)
        return numbered((scenes + traffic).enumerated().sorted(by: isEarlier).map(\.element))
    }

    /// The numbers 1 to 999 in random order, without the story's customer.
    private func shuffledCustomers(_ random: inout RandomSource) -> [Int] {
        var customers = (1...999).filter { $0 != Scenes.storyCustomer }
        for index in customers.indices.reversed() {
            customers.swapAt(index, random.below(index + 1))
        }
        return customers
    }

    /// Gives ids in order of time, and puts the repeats where they belong.
    private func numbered(_ drafts: [Draft]) -> [Transaction] {
        var transactions: [Transaction] = []
        var lastID = Self.firstID - 1
        for draft in drafts {
            let id = max(lastID + 1, Self.firstID + draft.time * Self.idsInEighteenHours / (18 * 3600))
            lastID = id
            transactions.append(Transaction(id: id, customer: draft.customer, amount: draft.amount, time: draft.time))
            for again in draft.repeats {
                transactions.append(
                    Transaction(
                        id: id, customer: again.customer ?? draft.customer, amount: again.amount ?? draft.amount,
                        time: draft.time + again.after))
            }
        }
        return transactions.enumerated().sorted(by: isEarlier).map(\.element)
    }

    private func isEarlier(_ left: (offset: Int, element: Draft), _ right: (offset: Int, element: Draft)) -> Bool {
        (left.element.time, left.offset) < (right.element.time, right.offset)
    }

    private func isEarlier(
        _ left: (offset: Int, element: Transaction), _ right: (offset: Int, element: Transaction)
    ) -> Bool {
        (left.element.time, left.offset) < (right.element.time, right.offset)
    }
}
