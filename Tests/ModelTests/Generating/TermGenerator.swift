/// Makes random terms of a wanted type.
///
/// A policy whose constant parts overflow or divide by zero is refused when it is checked. So what is constant here is
/// small and above zero, and everything else has a field in it that decides.
struct TermGenerator {
    let setting: Setting
    var fields: [DeclaredField] = []
    var lists: [ModelList] = []
    var tables: [ModelTable] = []
    var lets: [Let] = []
    /// Whether the balance may be used.
    var allowsState = true
    var random: RandomSource
    private var scale: MoneyScale { setting.scale }

    init(_ setting: Setting, random: RandomSource) {
        self.setting = setting
        self.random = random
    }

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
        case .text:
            if !fields.isEmpty, random.chance(50) { return .literal(setting.someValue(.text, &random)) }
            return .literal(.text(random.pick(setting.texts)))
        case .time:
            if random.chance(30) { return .literal(.time(setting.someTime(&random))) }
            let midnight = setting.anchorDay * Calendar.secondsOfDay
            return .literal(.time(midnight + random.pick([0, 1, -1, 43_200, 200_000])))
        case .duration, .date, .weekday, .kind, .boolean: return .literal(setting.someValue(type, &random))
        }
    }

    private mutating func smallNumber() -> Term {
        .literal(
            .number(random.pick([1_000_000, 2_000_000, 3_000_000, 500_000, 1_500_000, 333_333, 1, 7_000_000, 100_000])))
    }

    // MARK: Terms

    /// A term of the type, constant or not.
    mutating func any(_ type: ModelType, depth: Int) -> Term {
        if random.chance(25), let found = name(type) { return found }
        return random.chance(45) ? constant(type) : variable(type, depth: depth)
    }

    /// The name of a `let` or a table.
    private mutating func name(_ type: ModelType) -> Term? {
        let names = lets.filter { $0.type == type }.map(\.name) + tables.filter { $0.type == type }.map(\.name)
        return names.randomElement(&random).map { .name($0) }
    }

    /// A declared field, with what stands for it if it is missing.
    private mutating func declared(_ type: ModelType) -> Term? {
        guard let field = fields.filter({ $0.type == type }).randomElement(&random) else { return nil }
        guard field.presence == .optional else { return .field(.declared(field)) }
        return .fallback(field, random.chance(80) ? constant(type) : leaf(type))
    }

    /// A term that depends on the transaction.
    mutating func variable(_ type: ModelType, depth: Int) -> Term {
        guard depth > 0, random.chance(60) else { return leaf(type) }
        if random.chance(15) {
            let condition = self.condition(depth: depth - 1)
            return .choice(condition, then: any(type, depth: depth - 1), otherwise: any(type, depth: depth - 1))
        }
        if random.chance(12), let call = call(type, depth: depth - 1) { return call }
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
        if random.chance(30), let field = declared(type) { return field }
        if random.chance(15), let table = tables.filter({ $0.type == type }).randomElement(&random) {
            return .name(table.name)
        }
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

    /// A function of what depends on the transaction; nil where none gives the type.
    private mutating func call(_ type: ModelType, depth: Int) -> Term? {
        switch type {
        case .boolean:
            let function = random.pick([ModelFunction.startsWith, .endsWith, .contains, .matches])
            return .call(function, [variable(.text, depth: depth), function == .matches ? glob() : constant(.text)])
        case .number where random.chance(40): return .call(.length, [variable(.text, depth: depth)])
        case .number where random.chance(20): return .call(.round, [variable(.number, depth: depth)])
        case .money where random.chance(50), .number where random.chance(50), .duration where random.chance(50):
            if random.chance(50) { return .call(.abs, [variable(type, depth: depth)]) }
            return .call(.round, [variable(type, depth: depth), constant(type)])
        case .money, .number, .duration, .time, .date:
            let others = (0...random.index(below: 2)).map { _ in any(type, depth: depth) }
            return .call(random.pick([.min, .max]), [variable(type, depth: depth)] + others)
        case .text, .weekday, .kind: return nil
        }
    }

    private mutating func glob() -> Term {
        .text(
            random.pick([
                "*", "?", "7*", "*7", "??", "*\\**", "F?", "?*?", "*e*", "", "\\?", "1*3*", "ACME \\*1", "ACME ?1",
            ]))
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
        if random.chance(20), let condition = declaredCondition() { return condition }
        let type = random.pick([
            ModelType.money, .money, .money, .number, .number, .text, .text, .time, .duration, .date, .weekday, .kind,
            .boolean,
        ])
        let left = type == .boolean && depth == 0 ? usualCondition() : variable(type, depth: depth)
        if random.chance(40), let list = lists.filter({ $0.type == type }).randomElement(&random) {
            return .listed(left, in: list.name, isNegated: random.chance(40))
        }
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

    /// What the declared fields are there for; nil where there are none.
    private mutating func declaredCondition() -> Term? {
        guard let type = fields.randomElement(&random)?.type, let field = declared(type) else { return nil }
        if type == .boolean { return field }
        return .comparison(field, random.pick([.equal, .unequal]), .literal(setting.someValue(type, &random)))
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
        case 4: return .customer.is(.literal(.text(random.pick(setting.texts))))
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
