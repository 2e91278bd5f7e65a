/// One line of the input.
struct Transaction {
    var id: Int
    var customer: Int
    /// In cents; below zero it is a withdrawal.
    var amount: Int
    /// Seconds since the first midnight of the history.
    var time: Int
}
