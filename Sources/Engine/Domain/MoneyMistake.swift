/// What is wrong with an amount.
package enum MoneyMistake: Error, Sendable, Equatable {
    /// There is nothing.
    case empty
    /// A space where none may be: anywhere but between a currency's code and the number.
    case space
    /// A plus, parentheses or a second minus.
    case sign
    /// A comma that does not stand before exactly three digits.
    case grouping
    /// No digit where one must be, as in `$.50` or `$5.`.
    case digitMissing
    /// Something that belongs into no amount.
    case unexpected
    /// The symbol or code of another currency than the policy's.
    case otherCurrency(String)
    /// A part of the currency's smallest unit.
    case tooManyDecimals
    /// Too large for 64 bits of minor units.
    case overflow
}
