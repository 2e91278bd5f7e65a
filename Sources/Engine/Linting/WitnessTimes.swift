internal import RulesDSL

/// The seconds at which transactions fill a window of a limit as far as limits with other windows allow: one for each
/// window of theirs that reaches into it.
struct WitnessTimes {
    /// The first one is in 2026.
    static let start: Int64 = 1_767_225_600
    /// So many windows are tried to find one into which the most others reach: months and years differ.
    private static let tries: Int64 = 28
    /// More stretches of time than these are not filled.
    private static let most = 400

    private let calendar: CalendarNumbering

    init(_ calendar: CalendarNumbering) {
        self.calendar = calendar
    }

    /// Seconds in one window, from its first on, each in another window of the pace.
    func seconds(in window: CheckedWindow, pace: CheckedWindow, from earliest: Int64?) -> [Int64] {
        let start = earliest ?? Self.start
        switch window {
        case .rolling(let length):
            let first = lastSecond(of: pace, at: start)
            return paced(first..<first + length, by: pace)
        case .calendar(.ever): return paced(start..<start + 86_400, by: pace)
        case .calendar(let window):
            let number = calendar.number(of: window, at: start) + 1
            let tries = window == .day ? 1 : Self.tries
            let all = (number..<number + tries).compactMap { calendar.seconds(of: window, number: $0) }
            return all.map { paced($0, by: pace) }.max { $0.count < $1.count } ?? [start]
        }
    }

    /// A window that is cut off at its end is cut as late as can be, so that the next one begins right behind.
    private func lastSecond(of window: CheckedWindow, at time: Int64) -> Int64 {
        guard case .calendar(let window) = window, window != .ever else { return time }
        return calendar.end(of: window, number: calendar.number(of: window, at: time)) - 1
    }

    private func paced(_ seconds: Range<Int64>, by pace: CheckedWindow) -> [Int64] {
        var found: [Int64] = []
        var time = seconds.lowerBound
        while time < seconds.upperBound, found.count < Self.most {
            found.append(time)
            switch pace {
            case .rolling(let length): time += length
            case .calendar(.ever): return found
            case .calendar(let window):
                time = max(time + 1, calendar.end(of: window, number: calendar.number(of: window, at: time)))
            }
        }
        return found
    }
}
