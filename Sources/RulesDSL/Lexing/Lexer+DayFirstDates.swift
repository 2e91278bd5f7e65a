/// Dates as people write them who put the day first: `31.12.2026`, `31-12-2026`. With slashes they are divisions.
extension Lexer {
    var isDayFirstDate: Bool {
        let day = countDigits(at: 0)
        guard (1...2).contains(day), let mark = peek(day), mark == "." || mark == "-" else { return false }
        let month = countDigits(at: day + 1)
        let year = day + month + 2
        guard (1...2).contains(month), peek(day + 1 + month) == mark, countDigits(at: year) == 4 else { return false }
        return !(peek(year + 4)?.continuesWord ?? false)
    }

    mutating func scanDayFirstDate() {
        let begin = index
        let day = takeNumber()
        advance()
        let month = takeNumber()
        advance()
        let year = takeNumber()
        let date = CivilDate.written(year: year, month: month, day: day)
        let plain = date.map { _ in "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }
        note(.dateOrder(plain: plain, at: range(from: begin)))
        emit(date.map { .date(days: Int64($0.dayNumber)) } ?? .invalid, from: begin)
    }
}
