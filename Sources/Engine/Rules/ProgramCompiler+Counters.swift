internal import RulesDSL

extension ProgramCompiler {
    /// Finds a place for an aggregate.
    mutating func counter(_ aggregate: CheckedAggregate) -> Counter {
        var counter = Counter()
        counter.counted = Counter.Counted(aggregate.counted)
        counter.scope = scope(aggregate.scope)
        counter.addend = addend(aggregate.function)
        if let window = aggregate.calendarWindow { counter.window = index(of: window) }
        if isPlain(aggregate, counter.scope) {
            counter.place = counter.scope == .everyone ? .shared : .record
        } else {
            place(aggregate, &counter)
        }
        return counter
    }

    /// Whether one window and one value are all that a cell has to hold.
    private func isPlain(_ aggregate: CheckedAggregate, _ scope: Counter.Scope) -> Bool {
        guard let window = aggregate.calendarWindow, window == .ever || parts.policy.late == 0 else { return false }
        switch scope {
        case .key: return false
        case .customer, .everyone: break
        }
        switch aggregate.function {
        case .count, .sum: return true
        case .average, .largest, .smallest, .distinct: return false
        }
    }

    private mutating func place(_ aggregate: CheckedAggregate, _ counter: inout Counter) {
        counter.place = .cells
        counter.index = Int32(parts.cells.count)
        let late = aggregate.calendarWindow == .ever ? 0 : parts.policy.late
        counter.needsWindowEnd = aggregate.calendarWindow != nil && late > 0
        let window: AggregateShape.Window
        switch aggregate.window {
        case .calendar: window = .calendar
        case .rolling(let seconds): window = .rolling(seconds: seconds)
        }
        let function: AggregateShape.Function
        switch aggregate.function {
        case .count: function = .count
        case .sum: function = .sum
        case .average: function = .average
        case .largest: function = .largest
        case .smallest: function = .smallest
        case .distinct: function = .distinct
        }
        if function == .count || function == .distinct { counter.unit = ExactArithmetic.numberUnit }
        let shape = AggregateShape(
            function: function, window: window, late: late, isNeverNegative: counter.addend.isNeverNegative)
        parts.cells.append(Program.Cells(shape: shape, scope: counter.scope))
    }

    private mutating func index(of window: CalendarWindow) -> Int32 {
        if let known = parts.windows.firstIndex(of: window) { return Int32(known) }
        parts.windows.append(window)
        return Int32(parts.windows.count - 1)
    }

    private mutating func scope(_ scope: CheckedScope) -> Counter.Scope {
        guard case .fields(let fields) = scope else { return .everyone }
        let customer = FieldIndex(.customer)
        let others = Set(fields).subtracting([customer]).sorted { $0.index < $1.index }
        return others.isEmpty ? .customer : .key(key(others, ofCustomer: fields.contains(customer)))
    }

    private mutating func key(_ fields: [FieldIndex], ofCustomer: Bool) -> Int32 {
        let key = Program.Key(fields: fields, ofCustomer: ofCustomer)
        if let known = parts.keys.firstIndex(of: key) { return Int32(known) }
        parts.keys.append(key)
        return Int32(parts.keys.count - 1)
    }

    private mutating func addend(_ function: CheckedAggregate.Function) -> Counter.Addend {
        switch function {
        case .count:
            return .constant(ExactArithmetic.numberUnit)
        case .distinct(let field):
            return field == FieldIndex(.customer) ? .customer : .key(key([field], ofCustomer: false))
        case .sum(let expression), .average(let expression), .largest(let expression), .smallest(let expression):
            if expression.isField(.amount) { return .amount }
            if case .constant(.scalar(let value)) = expression.kind { return .constant(value) }
            return .computed(parts.code.compile(expression))
        }
    }
}

extension Counter.Counted {
    init(_ counted: CheckedAggregate.Counted) {
        switch counted {
        case .accepted: self = .accepted
        case .attempts: self = .attempts
        case .declined: self = .declined
        }
    }
}

extension CheckedAggregate {
    /// Whether what was there and what is added make the total.
    package var isAdditive: Bool {
        switch function {
        case .count, .sum, .distinct: true
        case .average, .largest, .smallest: false
        }
    }

    /// Whether different values are counted.
    package var isDistinct: Bool {
        if case .distinct = function { true } else { false }
    }

    /// What is measured, if it is computed.
    var expression: CheckedExpression? {
        switch function {
        case .count, .distinct: nil
        case .sum(let expression), .average(let expression), .largest(let expression), .smallest(let expression):
            expression
        }
    }
}
