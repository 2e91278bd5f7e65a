/// What one window of a cell holds, as far as its aggregate needs to know.
struct WindowContent: BitwiseCopyable {
    /// How many were counted, or for `distinct` how many different ones. Of a sum, a largest and a smallest only zero
    /// matters.
    var count: Int64 = 0
    /// The sum of what was added, or the largest or smallest of it; meaningless for a count.
    var total: Int128 = 0

    /// What it is as a value.
    @inline(__always)
    func value(_ function: AggregateShape.Function) -> AggregateValue {
        switch function {
        case .count, .distinct: return .value(count)
        case .sum: return Int64(exactly: total).map { .value($0) } ?? .overflow
        case .average: return count == 0 ? .nothing : .value(total.average(of: count))
        case .largest, .smallest: return count == 0 ? .nothing : .value(Int64(truncatingIfNeeded: total))
        }
    }

    /// What it holds with one more; `isNew` says for a `distinct` whether the value was not there yet.
    @inline(__always)
    func adding(_ added: Int64, isNew: Bool, _ function: AggregateShape.Function) -> WindowContent {
        let one = Int128(added)
        switch function {
        case .count: return WindowContent(count: count + 1)
        case .distinct: return WindowContent(count: isNew ? count + 1 : count)
        case .sum, .average: return WindowContent(count: count + 1, total: total + one)
        case .largest: return WindowContent(count: count + 1, total: count == 0 ? one : max(total, one))
        case .smallest: return WindowContent(count: count + 1, total: count == 0 ? one : min(total, one))
        }
    }
}

extension Measurement {
    /// Compares with the bound what a window holds, and what it would hold with the transaction; `with` is the same as
    /// `without` where that is not included.
    @inline(__always)
    init(
        without: WindowContent, with: WindowContent, _ function: AggregateShape.Function, atMost bound: Int64,
        second: Int64
    ) {
        let used = without.value(function)
        let total = with.value(function)
        if total == .overflow {
            self.init(.overflow, second: second)
            return
        }
        self.init(.within, used: used.number, total: total.number, second: second)
        if let number = self.total, number > bound { finding = .exceeded }
    }
}

extension AggregateValue {
    /// The value, if it is one.
    fileprivate var number: Int64? {
        @inline(__always) get {
            switch self {
            case .value(let value): value
            case .nothing, .closed, .overflow: nil
            }
        }
    }
}
