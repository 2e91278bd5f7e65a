extension Lexer {
    /// How many digits follow.
    func countDigits(at distance: Int) -> Int {
        var count = 0
        while peek(distance + count).isDigit {
            count += 1
        }
        return count
    }

    /// `2026-01-01`, and what was meant as a date: `2026-1-1`, `2026/01/01`.
    func isDate(at distance: Int) -> Bool {
        guard countDigits(at: distance) == 4, let mark = peek(distance + 4), mark == "-" || mark == "/" else {
            return false
        }
        let month = countDigits(at: distance + 5)
        guard (1...2).contains(month), peek(distance + 5 + month) == mark else { return false }
        let day = countDigits(at: distance + 6 + month)
        guard (1...2).contains(day) else { return false }
        // A word such as `2026-01-01-x` is no date, and is reported as what it is.
        let next = peek(distance + 6 + month + day)
        return next != "-" && next != "/"
    }

    /// `09:00`, and what was meant as one: `9:00`.
    func isClock(at distance: Int) -> Bool {
        let hours = countDigits(at: distance)
        return (1...2).contains(hours) && peek(distance + hours) == ":" && countDigits(at: distance + hours + 1) == 2
    }

    /// A run of digits as a number; the caller has made sure that it is short.
    mutating func takeNumber() -> Int {
        var value = 0
        while let scalar = peek(), scalar.isDigit {
            value = min(value * 10 + Int(scalar.value - 0x30), 1_000_000_000)
            advance()
        }
        return value
    }

    mutating func scanDate() {
        let begin = index
        let year = takeNumber()
        advance()
        let month = takeNumber()
        advance()
        let day = takeNumber()
        let isTime = peek(1).isDigit && (peek() == "T" || peek() == "t")
        let plain = "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
        let dateEnd = index
        let date = CivilDate.written(year: year, month: month, day: day)
        if date == nil {
            diagnostics.add(.impossibleDate(year: year, month: month, day: day, at: range(from: begin)))
        } else if plainText(from: begin) != plain {
            diagnostics.add(.dateSpelling(plainText(from: begin), plain: plain, at: range(from: begin)))
        }
        if isTime {
            scanInstant(date: date, plainDate: plain, from: begin)
        } else if scanTail(from: begin, number: dateEnd) {
            return
        } else if let date {
            emit(.date(days: Int64(date.dayNumber)), from: begin)
        } else {
            emit(.invalid, from: begin)
        }
    }

    /// What follows the date in `2026-01-01T10:00:00+01:00`.
    private mutating func scanInstant(date: CivilDate?, plainDate: String, from begin: Int) {
        advance()
        let clock = takeClock()
        let hasFraction = peek() == "." && peek(1).isDigit
        if hasFraction {
            advance()
            _ = takeNumber()
        }
        let offset = takeOffset()
        let range = range(from: begin)
        let written = plainText(from: begin)
        guard let date else {
            emit(.invalid, from: begin)
            return
        }
        let plain = "\(plainDate)T\(clock.plain)\(offset.plain)"
        if let problem = clock.problem ?? offset.problem {
            diagnostics.add(.impossibleTime(written, problem, at: range))
            emit(.invalid, from: begin)
        } else if offset.plain.isEmpty {
            diagnostics.add(.timeWithoutOffset(written, plain: plain + "Z", at: range))
            emit(.invalid, from: begin)
        } else {
            if plain != written {
                diagnostics.add(.timeSpelling(written, plain: plain, hasFraction: hasFraction, at: range))
            }
            let seconds = Int64(date.dayNumber) * 86_400 + clock.seconds - offset.seconds
            emit(.time(seconds: seconds), from: begin)
        }
    }

    /// A time of day alone, as the entries of tests have it.
    mutating func scanClock() {
        let begin = index
        let clock = takeClock()
        let end = index
        if scanTail(from: begin, number: end) {
            return
        }
        let written = plainText(from: begin)
        if let problem = clock.problem {
            diagnostics.add(.impossibleTime(written, problem, at: range(from: begin)))
            emit(.invalid, from: begin)
            return
        }
        if written != clock.plain, written != String(clock.plain.dropLast(3)) {
            diagnostics.add(.clockSpelling(written, plain: clock.plain, at: range(from: begin)))
        }
        emit(.clock(seconds: clock.seconds), from: begin)
    }

    /// `hh:mm[:ss]`, its seconds, how it should be written, and what is impossible about it.
    private mutating func takeClock() -> (seconds: Int64, plain: String, problem: String?) {
        let hour = takeNumber()
        var parts = [0, 0]
        for position in parts.indices where peek() == ":" && peek(1).isDigit {
            advance()
            parts[position] = takeNumber()
        }
        let (minute, second) = (parts[0], parts[1])
        var problem: String?
        if hour == 24 {
            problem = "a day ends at 23:59:59; midnight is 00:00 of the next day"
        } else if hour > 23 {
            problem = "a day has the hours 00 to 23"
        } else if minute > 59 {
            problem = "an hour has the minutes 00 to 59"
        } else if second > 59 {
            problem = "a minute has the seconds 00 to 59"
        }
        let plain = "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
        return (Int64(hour * 3600 + minute * 60 + second), plain, problem)
    }

    /// `Z`, `+01:00` or nothing at all.
    private mutating func takeOffset() -> (seconds: Int64, plain: String, problem: String?) {
        if peek() == "Z" || peek() == "z" {
            advance()
            return (0, "Z", nil)
        }
        guard let sign = peek(), sign == "+" || sign == "-", peek(1).isDigit else { return (0, "", nil) }
        advance()
        var hours = takeNumber()
        var minutes = 0
        if peek() == ":", peek(1).isDigit {
            advance()
            minutes = takeNumber()
        } else if hours > 99 {
            // `+0100`, as other formats have it.
            (hours, minutes) = (hours / 100, hours % 100)
        }
        let problem = hours > 23 || minutes > 59 ? "an offset has at most 23 hours and 59 minutes" : nil
        let seconds = Int64(hours * 3600 + minutes * 60)
        return (sign == "-" ? -seconds : seconds, "\(sign)\(hours.padded(2)):\(minutes.padded(2))", problem)
    }
}

extension Int {
    /// With zeros in front, up to a number of digits.
    func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
