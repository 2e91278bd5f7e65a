/// A transaction of the sample before its id is known, with the times it comes again.
struct Draft {
    /// The same id once more, some seconds later.
    struct Repeat {
        let after: Int
        /// Another amount, or nil for the same.
        let amount: Int?
        /// Another customer, or nil for the same: then it is no repeat, for ids are a customer's own.
        let customer: Int?

        init(after: Int, amount: Int? = nil, customer: Int? = nil) {
            self.after = after
            self.amount = amount
            self.customer = customer
        }
    }

    let customer: Int
    let amount: Int
    let time: Int
    var repeats: [Repeat] = []

    /// The day counts from zero, the clock is `hhmmss` as read: 180000 is six in the evening.
    init(_ customer: Int, _ amount: Int, day: Int, clock: Int, repeats: [Repeat] = []) {
        self.init(
            customer: customer, amount: amount,
            time: day * 86_400 + clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100, repeats: repeats)
    }

    init(customer: Int, amount: Int, time: Int, repeats: [Repeat] = []) {
        self.customer = customer
        self.amount = amount
        self.time = time
        self.repeats = repeats
    }
}
