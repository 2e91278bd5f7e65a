/// The functions of the language, called as `name(argument, …)`.
package enum BuiltinFunction: String, Sendable, Hashable, CaseIterable {
    /// `length(text)`: how many Unicode scalars, as a number.
    case length
    /// `starts-with(text, text)`: whether the first begins with the second, byte by byte.
    case startsWith = "starts-with"
    /// `ends-with(text, text)`.
    case endsWith = "ends-with"
    /// `contains(text, text)`.
    case contains
    /// `matches(text, pattern)`: a constant glob, in which `*` is any run of characters, `?` is one, and `\\` before
    /// one of the three is that character itself; the whole text must match.
    case matches
    /// `min(a, b, …)`: the smallest of two or more of money, numbers, times, durations or dates.
    case min
    /// `max(a, b, …)`.
    case max
    /// `abs(a)` of money, a number or a duration.
    case abs
    /// `round(number)` to a whole number; `round(a, step)` of money, a number or a duration to the nearest multiple of
    /// a constant step above zero. Halves go to the even multiple.
    case round
}
