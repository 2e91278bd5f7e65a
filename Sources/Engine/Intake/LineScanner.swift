/// The complete lane: makes a transaction of any line that is one, in whatever way JSON lets it be written.
struct LineScanner {
    /// What a line says.
    struct Values {
        var id: TextSlice
        var customer: TextSlice
        /// Minor units, below zero for a withdrawal, never zero.
        var amount: Int64
        var time: Int64
    }

    var json: JSONScanner
    /// Where the declared fields go.
    let target: FieldTarget
    private var id: TextSlice?
    private var customer: TextSlice?
    private var amount: Int64?
    private var amountPlace = 0
    private var time: Int64?

    /// A scanner of the line from `start` to `end`, which decodes texts to `side` from `sideStart` on.
    init(_ batch: TransactionBatch, start: Int, end: Int, sideStart: Int, _ target: FieldTarget) {
        json = JSONScanner(bytes: batch.bytes, end: end, position: start, side: batch.side, sideEnd: sideStart)
        self.target = target
    }

    /// The first byte of `side` that the texts do not need.
    var sideEnd: Int { json.sideEnd }

    /// What the line says; nil if it is blank.
    mutating func scan(_ money: MoneyText) throws(LineMistake) -> Values? {
        json.skipSpace()
        guard let first = json.next else { return nil }
        guard first == UInt8(ascii: "{") else {
            throw otherThanObject(first)
        }
        json.position += 1
        json.skipSpace()
        if json.next == UInt8(ascii: "}") { return try scanRest(money) }
        try scanMember(money, expected: .keyOrEnd)
        return try scanRest(money)
    }

    /// What a line says whose first four keys have been read already.
    mutating func scan(_ money: MoneyText, behind head: CanonicalHead) throws(LineMistake) -> Values {
        let bytes = json.bytes
        id = TextSlice(bytes, offset: head.idStart, length: head.id.length)
        customer = TextSlice(bytes, offset: head.customerStart, length: head.customer.length)
        let amount = Int64(truncatingIfNeeded: head.amount.magnitude)
        self.amount = head.amount.isNegative ? -amount : amount
        time = Int64(head.seconds)
        json.position = head.end
        json.skipSpace()
        return try scanRest(money)
    }

    /// Scans from behind a member to the end of the line.
    private mutating func scanRest(_ money: MoneyText) throws(LineMistake) -> Values {
        while json.skip(UInt8(ascii: ",")) {
            json.skipSpace()
            try scanMember(money, expected: .key)
        }
        let brace = json.position
        guard json.skip(UInt8(ascii: "}")) else { throw json.mistake(expected: .commaOrBrace) }
        json.skipSpace()
        if json.next != nil { throw LineMistake(.textAfterObject, at: json.position) }
        return try values(closedAt: brace)
    }

    /// The mistake of a line that does not begin with a brace: another JSON value, or no JSON at all.
    private mutating func otherThanObject(_ first: UInt8) -> LineMistake {
        let noJSON = json.mistake(expected: .object)
        let start = json.position
        guard let kind = JSONKind(firstByte: first), (try? json.skipValue()) != nil else { return noJSON }
        json.skipSpace()
        return json.next == nil ? LineMistake(.notAnObject(kind), at: start) : noJSON
    }

    private func values(closedAt brace: Int) throws(LineMistake) -> Values {
        guard let id else { throw LineMistake(.missingKey(.id), at: brace) }
        guard let customer else { throw LineMistake(.missingKey(.customer), at: brace) }
        guard let amount else { throw LineMistake(.missingKey(.amount), at: brace) }
        guard let time else { throw LineMistake(.missingKey(.time), at: brace) }
        if let missing = target.missingField(closedAt: brace) { throw missing }
        guard amount != 0 else { throw LineMistake(.amountZero, at: amountPlace) }
        return Values(id: id, customer: customer, amount: amount, time: time)
    }

    /// Scans a key with its value, and the white space behind them.
    private mutating func scanMember(_ money: MoneyText, expected: JSONExpectation) throws(LineMistake) {
        let start = json.position
        guard json.next == UInt8(ascii: "\"") else { throw json.mistake(expected: expected) }
        let key = try json.text()
        try json.skipColon()
        if LineKey.id.isWritten(key) {
            guard id == nil else { throw LineMistake(.duplicateKey(.id), at: start) }
            id = try scanID(.id)
        } else if LineKey.customer.isWritten(key) {
            guard customer == nil else { throw LineMistake(.duplicateKey(.customer), at: start) }
            customer = try scanID(.customer)
        } else if LineKey.amount.isWritten(key) {
            guard amount == nil else { throw LineMistake(.duplicateKey(.amount), at: start) }
            amount = try scanAmount(money)
        } else if LineKey.time.isWritten(key) {
            guard time == nil else { throw LineMistake(.duplicateKey(.time), at: start) }
            time = try scanTime()
        } else {
            try scanValue(of: key, at: start, in: 0, depth: 1, money)
        }
        json.skipSpace()
    }

    private mutating func scanID(_ key: LineKey) throws(LineMistake) -> TextSlice {
        let start = json.position
        let text: TextSlice
        switch try json.kindOfValue() {
        case .text: text = try json.text()
        case .number:
            let number = try json.number()
            guard number.isWhole else { throw LineMistake(.idNotWhole(key), at: start) }
            text = number.text
        case let kind: throw try wrongType(key, kind)
        }
        if text.length == 0 { throw LineMistake(.idEmpty(key), at: start) }
        if text.length > TransactionBatch.longestID { throw LineMistake(.idTooLong(key), at: start) }
        return text
    }

    private mutating func scanAmount(_ money: MoneyText) throws(LineMistake) -> Int64 {
        let start = json.position
        let kind = try json.kindOfValue()
        guard kind == .text || kind == .number else { throw try wrongType(.amount, kind) }
        let text = kind == .text ? try json.text() : try json.number().text
        amountPlace = start
        do {
            return kind == .text ? try money.parse(text) : try money.parseNumber(text)
        } catch {
            throw LineMistake(.amount(error, found: Excerpt.of(text)), at: start)
        }
    }

    private mutating func scanTime() throws(LineMistake) -> Int64 {
        let start = json.position
        let kind = try json.kindOfValue()
        guard kind == .text else { throw try wrongType(.time, kind) }
        let text = try json.text()
        do {
            return try RFC3339.parse(text)
        } catch {
            throw LineMistake(.time(error, found: Excerpt.of(text)), at: start)
        }
    }

    /// The mistake that a value is of the wrong type, if it is a value at all.
    private mutating func wrongType(_ key: LineKey, _ kind: JSONKind) throws(LineMistake) -> LineMistake {
        let start = json.position
        try json.skipValue()
        return LineMistake(.wrongType(key, found: kind), at: start)
    }
}
