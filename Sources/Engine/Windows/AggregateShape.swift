/// What the cells of one aggregate count, how far they look back, and how long they stay open.
package struct AggregateShape: Sendable, Hashable {
    /// What becomes of the numbers that are added.
    package enum Function: Sendable, Hashable {
        /// How many were added: 3 is 3, not so many millionths. What is added does not matter.
        case count
        case sum
        /// The sum by the count, rounded half-even. The sum is kept in 128 bits, so an average always fits.
        case average
        case largest
        case smallest
        /// How many different numbers were added. Each stands for a value: whoever adds interns it.
        case distinct
    }

    /// Which of them belong together.
    package enum Window: Sendable, Hashable {
        /// A window of the calendar, or `ever`: its number and its end come with each moment.
        case calendar
        /// At time t, what happened in (t − seconds, t]. Above zero.
        case rolling(seconds: Int64)
    }

    package let function: Function
    package let window: Window
    /// How many seconds longer a window stays open. Not below zero.
    package let late: Int64
    /// Whether nothing that is added is below zero.
    package let isNeverNegative: Bool

    package init(function: Function, window: Window, late: Int64, isNeverNegative: Bool = false) {
        self.function = function
        self.window = window
        self.late = late
        self.isNeverNegative = isNeverNegative
    }

    /// Whether running totals tell everything: of a rolling window that nothing enters late, how many were added and,
    /// where nothing is below zero, what they add up to.
    package var hasRunningTotals: Bool {
        guard case .rolling = window, late == 0 else { return false }
        switch function {
        case .count: return true
        case .sum: return isNeverNegative
        case .average, .largest, .smallest, .distinct: return false
        }
    }
}

/// When a transaction happens, as the cells of an aggregate see it.
package struct Moment: BitwiseCopyable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package var time: Int64
    /// The number of the calendar's window: any numbering that never goes down with time. Not looked at by rolling
    /// cells.
    package var window: Int32
    /// The first second after that window, or `.max` for one that never ends. Looked at only by cells of the calendar
    /// whose shape has `late` above zero.
    package var windowEnd: Int64

    /// A moment for cells of any shape; rolling ones need the time alone.
    package init(time: Int64, window: Int32 = 0, windowEnd: Int64 = .max) {
        self.time = time
        self.window = window
        self.windowEnd = windowEnd
    }
}

/// What a cell says of a moment.
package enum AggregateValue: BitwiseCopyable, Sendable, Equatable {
    case value(Int64)
    /// An average, a largest or a smallest of nothing.
    case nothing
    /// The window is closed: what it held may be forgotten.
    case closed
    /// A sum that does not fit 64 bits. Only a rolling one can come to that, when what is below zero leaves its window.
    case overflow
}

/// What a limit finds in a cell.
package struct Measurement: BitwiseCopyable, Sendable, Equatable {
    /// Whether the limit holds. Only `within` lets the transaction pass.
    package enum Finding: UInt8, BitwiseCopyable, Sendable {
        /// Every window that contains the moment stays within the bound.
        case within
        case exceeded
        /// A sum that would be compared with the bound does not fit 64 bits.
        case overflow
        /// The window is closed.
        case closed
    }

    package var finding: Finding
    /// The measure without the transaction; nil where it is an average, a largest or a smallest of nothing, where it
    /// does not fit, and where `finding` is `overflow` or `closed`.
    package var used: Int64?
    /// The measure that was compared with the bound. Where the transaction is not included, the same as `used`.
    package var total: Int64?
    /// The second whose window these numbers are of: the moment's own, except where a rolling window that ends later is
    /// the first to fail.
    package var second: Int64

    package init(_ finding: Finding, used: Int64? = nil, total: Int64? = nil, second: Int64) {
        self.finding = finding
        self.used = used
        self.total = total
        self.second = second
    }
}
