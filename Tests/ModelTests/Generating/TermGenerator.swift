/// Makes random terms of a wanted type.
///
/// A policy whose constant parts overflow or divide by zero is refused when it is checked. So what is constant here is
/// small and above zero, and everything else has a field in it that decides.
struct TermGenerator {
    let scale: MoneyScale
    /// Days about which the transactions lie, for dates and times worth comparing with.
    let anchorDay: Int64
    let texts: [Text]
    var lets: [Let] = []
    /// Whether the balance may be used.
    var allowsState = true
    var random: RandomSource

    // MARK: Constants

    mutating func constant(_ type: ModelType) -> Term {
        switch type {
        case .money:
            if random.chance(2) { return .literal(.money(.max - random.int(0...3))) }
            if random.chance(10) {
                return .literal(.money(scale.usual(&random))) * random.pick([2, 3, .millionths(1_500_000)])
            }
            return .literal(.money(scale.usual(&random)))
        case .number:
            if random.chance(2) { return .literal(.number(.max - random.int(0...3))) }
            return smallNumber()
        case .text: return .literal(.text(random.pick(texts)))
        case .time:
            return .literal(.time(anchorDay * Calendar.secondsOfDay + random.pick([0, 1, -1, 43_200, 200_000])))
        case .duration: return .literal(.duration(random.pick([1, 60, 3600, 86_400, 604_800, 100, 2_592_000])))
        case .date: return .literal(.date(anchorDay + random.int(-2...3)))
        case .weekday: return .literal(.weekday(random.index(below: 7)))
        case .kind: return .literal(.kind(random.pick(Kind.allCases)))
        case .boolean: return .literal(.boolean(random.chance(50)))
        }
    }

    private mutating func smallNumber() -> Term {
        .literal(
            .number(random.pick([1_000_000, 2_000_000, 3_000_000, 500_000, 1_500_000, 333_333, 1, 7_000_000, 100_000])))
    }

    // MARK: Terms

    /// A term of the type, constant or not.
    mutating func any(_ type: ModelType, depth: Int) -> Term {
        if random.chance(15), let found = lets.filter({ $0.type == type }).randomElement(&random) {
            return .name(found.name)
        }
        return random.chance(45) ? constant(type) : variable(type, depth: depth)
    }

    /// A term that depends on the transaction.
    mutating func variable(_ type: ModelType, depth: Int) -> Term {
        guard depth > 0, random.chance(60) else { return leaf(type) }
        if random.chance(15) {
            let condition = self.condition(depth: depth - 1)
            return .choice(condition, then: any(type, depth: depth - 1), otherwise: any(type, depth: depth - 1))
        }
        switch type {
        case .money: return variableMoney(depth: depth - 1)
        case .number: return variableNumber(depth: depth - 1)
        case .time:
            let sign = random.pick([ArithmeticSign.plus, .minus])
            return .arithmetic(.time, sign, any(.duration, depth: depth - 1))
        case .duration: return variableDuration(depth: depth - 1)
        case .boolean: return condition(depth: depth)
        case .text, .date, .weekday, .kind: return leaf(type)
        }
    }

    private mutating func leaf(_ type: ModelType) -> Term {
        switch type {
        case .money: return allowsState && random.chance(40) ? .balance : .amount
        case .number: return random.chance(60) ? .hour : .amount / constant(.money)
        case .text: return random.chance(60) ? .customer : .id
        case .time: return .time
        case .duration: return .time - constant(.time)
        case .date: return .date
        case .weekday: return .weekday
        case .kind: return .kind
        case .boolean: return comparison(depth: 0)
        }
    }

    private mutating func variableMoney(depth: Int) -> Term {
        switch random.index(below: 6) {
        case 0: variable(.money, depth: depth) + any(.money, depth: depth)
        case 1: variable(.money, depth: depth) - any(.money, depth: depth)
        case 2: variable(.money, depth: depth) * any(.number, depth: depth)
        case 3: variable(.number, depth: depth) * any(.money, depth: depth)
        case 4: quotient(.money, over: .number, depth: depth)
        default: -variable(.money, depth: depth)
        }
    }

    private mutating func variableNumber(depth: Int) -> Term {
        switch random.index(below: 6) {
        case 0: variable(.number, depth: depth) + any(.number, depth: depth)
        case 1: variable(.number, depth: depth) - any(.number, depth: depth)
        case 2: variable(.number, depth: depth) * any(.number, depth: depth)
        case 3: quotient(.money, over: .money, depth: depth)
        case 4: quotient(.number, over: .number, depth: depth)
        default: -variable(.number, depth: depth)
        }
    }

    /// The divisor may well be zero.
    private mutating func quotient(_ dividend: ModelType, over divisor: ModelType, depth: Int) -> Term {
        switch random.index(below: 3) {
        case 0: any(dividend, depth: depth) / (variable(divisor, depth: 0) - constant(divisor))
        case 1: any(dividend, depth: depth) / variable(divisor, depth: depth)
        default: variable(dividend, depth: depth) / constant(divisor)
        }
    }

    private mutating func variableDuration(depth: Int) -> Term {
        switch random.index(below: 5) {
        case 0: variable(.duration, depth: depth) + any(.duration, depth: depth)
        case 1: variable(.duration, depth: depth) - any(.duration, depth: depth)
        case 2: variable(.duration, depth: depth) * any(.number, depth: depth)
        case 3: .time - any(.time, depth: depth)
        default: -variable(.duration, depth: depth)
        }
    }

    // MARK: Conditions

    /// A condition that depends on the transaction.
    mutating func condition(depth: Int) -> Term {
        guard depth > 0, random.chance(50) else { return comparison(depth: depth) }
        switch random.index(below: 5) {
        case 0, 1: return .and(condition(depth: depth - 1), any(.boolean, depth: depth - 1))
        case 2, 3: return .or(condition(depth: depth - 1), any(.boolean, depth: depth - 1))
        default: return .not(condition(depth: depth - 1))
        }
    }

    private mutating func comparison(depth: Int) -> Term {
        let depth = max(0, depth - 1)
        if random.chance(20) { return usualCondition() }
        let type = random.pick([
            ModelType.money, .money, .money, .number, .number, .text, .text, .time, .duration, .date, .weekday, .kind,
            .boolean,
        ])
        let left = type == .boolean && depth == 0 ? usualCondition() : variable(type, depth: depth)
        if random.chance(type == .money || type == .number ? 10 : 30) {
            let elements = (0...random.index(below: 3)).map { _ in constant(type) }
            return .member(left, of: elements, isNegated: random.chance(40))
        }
        var signs = [ComparisonSign.equal, .unequal]
        if [.money, .number, .time, .duration, .date].contains(type) {
            signs = [.less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .unequal]
        }
        return .comparison(left, random.pick(signs), any(type, depth: depth))
    }

    private mutating func mayDivideByZero(_ money: Term) -> Term {
        let field: Term = allowsState && random.chance(30) ? .balance : .amount
        let quotient: Term = .literal(.money(scale.usual(&random))) / (field - money)
        return .comparison(quotient, random.pick([.less, .greater]), smallNumber())
    }

    /// What people write, and what is true now and false then.
    private mutating func usualCondition() -> Term {
        let money = Term.literal(.money(scale.usual(&random)))
        switch random.index(below: 9) {
        case 0: return .amount > money
        case 1: return .amount <= money
        case 2: return .hour < .literal(.number(random.int(1...23) * 1_000_000))
        case 3: return .weekday.isIn([.literal(.weekday(5)), .literal(.weekday(6))])
        case 4: return .customer.is(.literal(.text(random.pick(texts))))
        case 5: return .kind.is(.literal(.kind(random.pick(Kind.allCases))))
        case 6: return mayDivideByZero(money)
        // As people guard against it, on either side.
        case 7:
            let guarding: Term = .amount.isNot(money)
            let guarded = mayDivideByZero(money)
            return random.chance(70) ? .and(guarding, guarded) : .or(.not(guarding), guarded)
        default: return allowsState ? .balance >= money : .amount > money
        }
    }
}

extension Array {
    /// One of the elements; nil if there are none.
    func randomElement(_ random: inout RandomSource) -> Element? {
        isEmpty ? nil : random.pick(self)
    }
}
