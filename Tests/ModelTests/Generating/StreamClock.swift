/// Makes the times of a stream: mostly onwards, sometimes late, and often at an edge.
struct StreamClock {
    private let policy: Policy
    private let setting: Setting
    private let lengths: [Int64]
    private let moments: [Int64]
    private var random: RandomSource
    private var now: Int64

    init(_ policy: Policy, _ setting: Setting, _ random: RandomSource) {
        var random = random
        self.policy = policy
        self.setting = setting
        lengths = policy.lengths
        moments = policy.zone.changes.map(\.time) + policy.rules.flatMap { $0.moments(in: policy.zone) }
        now = setting.anchorDay * Calendar.secondsOfDay + random.pick([0, -1, 43_200, -200_000])
        self.random = random
    }

    /// The time of the next transaction, perhaps in a certain distance from an earlier one.
    mutating func next(after earlier: Transaction?) -> Int64 {
        move()
        now = Setting.clamped(now)
        return Setting.clamped(time(earlier))
    }

    private mutating func move() {
        switch random.index(below: 100) {
        case 0..<70: now += random.int(0...setting.pace)
        case 70..<78:
            // On to the edge of a window: its last second, or the first after it; or until it closes.
            let window = random.pick([Window.day, .day, .day, .week, .month, .year])
            guard setting.pace > 1_000 || window == .day else { return }
            if let span = span(window, now) {
                now = span.end + (random.chance(30) ? policy.late : 0) - random.pick([0, 0, 1])
            }
        case 78..<80:
            // On to a change of the clocks or the like, or to one of its hours that come twice.
            if let moment = moments.filter({ $0 > now && $0 < now + 300 * setting.pace }).min() {
                now = moment + random.pick([0, -1, 1, 1800, 3600, -3600])
            }
        default: break
        }
    }

    /// Now, or late.
    private mutating func time(_ earlier: Transaction?) -> Int64 {
        let second: Int64 = random.pick([0, 0, 1, -1])
        switch random.index(below: 100) {
        case 0..<5: return now - random.int(0...setting.pace)
        case 5..<7: return now - random.int(0...86_400)
        case 7..<8: return now - random.int(0...3_000_000)
        case 8: return (span(.day, now)?.begin ?? now) - random.pick([0, 1])
        case 9..<13 where policy.late > 0: return now - random.int(0...policy.late)
        case 13 where policy.late > 0: return now - policy.late + second
        case 14 where policy.late > 0:
            return (span(random.pick([.day, .week, .month]), now - policy.late)?.begin ?? now) - random.pick([0, 1])
        case 15..<20:
            // Where a rolling window ends or a key is free again.
            guard let earlier, let length = lengths.randomElement(&random) else { return now }
            let edge = earlier.time + length + second
            if random.chance(30) { return max(edge - 2 * length, now - policy.late) }
            // Soon, time itself goes on to there.
            if edge > now, edge < now + 50 * setting.pace { now = edge }
            return edge < now + 50 * setting.pace ? edge : now
        default: return now
        }
    }

    private func span(_ window: Window, _ time: Int64) -> (begin: Int64, end: Int64)? {
        Calendar.span(window, containing: Setting.clamped(time), in: policy.zone, weekStart: policy.weekStart)
    }
}

extension Policy {
    /// The lengths of time that its rules are about.
    fileprivate var lengths: [Int64] {
        let limits = rules.compactMap { rule -> Int64? in
            switch rule.check {
            case .unique(let unique): unique.within
            case .limit(let aggregate, _): aggregate.window.length
            case .require: nil
            }
        }
        return limits
            + lets.compactMap { named in
                if case .aggregate(let own) = named.meaning { own.aggregate.window.length } else { nil }
            }
    }
}

extension Window {
    /// Of a rolling window.
    fileprivate var length: Int64? {
        if case .rolling(let seconds) = self { seconds } else { nil }
    }
}

extension Rule {
    /// When it begins and ends to be active.
    fileprivate func moments(in zone: ModelZone) -> [Int64] {
        [active?.from, active?.until].compactMap { value in
            switch value {
            case .time(let time): time
            case .date(let day): zone.begin(ofDay: day)
            default: nil
            }
        }
    }
}
