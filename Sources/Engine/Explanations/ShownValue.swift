package import RulesDSL

/// A value of any type of the language, as an explanation shows it. Texts are compared byte by byte.
package enum ShownValue: Sendable, Hashable {
    case text(String.UTF8Key)
    /// In the unit that the type says.
    case scalar(Int64, ValueType)

    package init(_ value: FieldValue) {
        switch value {
        case .text(let text): self = .text(String.UTF8Key(text))
        case .number(let scalar), .money(let scalar), .time(let scalar): self = .scalar(scalar, value.kind.type)
        case .boolean(let isTrue): self = .scalar(isTrue ? 1 : 0, .boolean)
        }
    }
}

extension TransactionField {
    /// A transaction's value of this field; nil where it is missing, and for the balance, which is none of its own.
    func value(in transaction: Transaction, _ clock: LocalClock) -> ShownValue? {
        let number: Int64
        switch self {
        case .declared(let field): return field.value(in: transaction).map { ShownValue($0) }
        case .account(.id): return .text(String.UTF8Key(transaction.id))
        case .account(.customer): return .text(String.UTF8Key(transaction.customer))
        case .account(.amount): number = transaction.amount
        case .account(.kind): number = Int64(transaction.kind.rawValue)
        case .account(.time): number = transaction.time
        case .account(.weekday): number = CivilClock.weekday(day: CivilClock.day(of: clock.local(transaction.time)))
        case .account(.hour):
            number = CivilClock.hour(of: clock.local(transaction.time)) * ExactArithmetic.numberUnit
        case .account(.date): number = CivilClock.day(of: clock.local(transaction.time))
        case .account(.balance): return nil
        }
        return .scalar(number, type)
    }
}
