internal import RulesDSL

/// The values of declared fields, wherever in a line their paths lead.
extension LineScanner {
    /// Scans the value behind a key of an object that declared fields may be in and that is the line's `depth`th.
    mutating func scanValue(
        of key: TextSlice, at start: Int, in node: Int, depth: Int, _ money: MoneyText
    ) throws(LineMistake) {
        guard let index = target.paths.edge(key, of: node) else { return try json.skipValue(depth: depth) }
        let edge = target.paths.edges[index]
        guard target.mark(index) else {
            throw target.mistake(edge, .duplicate(path: target.path(edge, to: depth)), at: start)
        }
        let place = json.position
        let kind = try json.kindOfValue()
        if kind == .null {
            // As if it were absent.
            try json.skipValue(depth: depth)
        } else if edge.node < 0 {
            let value = try scanField(edge, kind, money)
            guard let value else {
                try json.skipValue(depth: depth)
                throw target.mistake(edge, .wrongType(found: kind), at: place)
            }
            target.set(edge, to: value)
        } else if kind == .object {
            try scanObject(Int(edge.node), depth: depth + 1, money)
        } else {
            try json.skipValue(depth: depth)
            throw target.mistake(edge, .notAnObject(path: target.path(edge, to: depth), found: kind), at: place)
        }
    }

    private mutating func scanObject(
        _ node: Int, depth: Int, _ money: MoneyText
    ) throws(LineMistake) {
        guard depth <= JSONScanner.depthLimit else { throw LineMistake(.nestedTooDeep, at: json.position) }
        json.position += 1
        json.skipSpace()
        if json.skip(UInt8(ascii: "}")) { return }
        var expected = JSONExpectation.keyOrEnd
        repeat {
            json.skipSpace()
            let start = json.position
            guard json.next == UInt8(ascii: "\"") else { throw json.mistake(expected: expected) }
            let key = try json.text()
            try json.skipColon()
            try scanValue(of: key, at: start, in: node, depth: depth, money)
            json.skipSpace()
            expected = .key
        } while json.skip(UInt8(ascii: ","))
        guard json.skip(UInt8(ascii: "}")) else { throw json.mistake(expected: .commaOrBrace) }
    }

    /// The value of a field, or nil where it is of a type that the field cannot have; it is then not read yet.
    private mutating func scanField(
        _ edge: FieldPaths.Edge, _ kind: JSONKind, _ money: MoneyText
    ) throws(LineMistake) -> Int64? {
        switch (edge.type, kind) {
        case (.text, .text), (.text, .number): return try scanText(edge, kind).word
        case (.number, .number): return try scanNumber(edge)
        case (.money, .text), (.money, .number): return try scanMoney(edge, kind, money)
        case (.time, .text): return try scanTime(edge)
        case (.boolean, .boolean):
            let isTrue = json.next == UInt8(ascii: "t")
            try json.skipValue()
            return isTrue ? 1 : 0
        case (.text, _), (.number, _), (.money, _), (.time, _), (.boolean, _), (.duration, _), (.date, _),
            (.weekday, _), (.kind, _):
            return nil
        }
    }

    private mutating func scanText(
        _ edge: FieldPaths.Edge, _ kind: JSONKind
    ) throws(LineMistake) -> TextHandle {
        let start = json.position
        let side = json.sideEnd
        let text: TextSlice
        if kind == .text {
            text = try json.text()
        } else {
            let number = try json.number()
            guard number.isWhole else { throw target.mistake(edge, .textNotWhole, at: start) }
            text = number.text
        }
        guard text.length <= Transaction.longestText else { throw target.mistake(edge, .textTooLong, at: start) }
        // A text that had to be decoded has taken room.
        return TextHandle(json.sideEnd == side ? .line : .side, offset: text.offset, length: text.length)
    }

    private mutating func scanNumber(
        _ edge: FieldPaths.Edge
    ) throws(LineMistake) -> Int64 {
        let start = json.position
        let text = try json.number().text
        do {
            return try DecimalNumber.value(of: text, decimals: 6)
        } catch {
            throw target.mistake(edge, .number(error, found: Excerpt.of(text)), at: start)
        }
    }

    private mutating func scanMoney(
        _ edge: FieldPaths.Edge, _ kind: JSONKind, _ money: MoneyText
    ) throws(LineMistake) -> Int64 {
        let start = json.position
        let text = kind == .text ? try json.text() : try json.number().text
        do {
            return kind == .text ? try money.parse(text) : try money.parseNumber(text)
        } catch {
            throw target.mistake(edge, .money(error, found: Excerpt.of(text)), at: start)
        }
    }

    private mutating func scanTime(
        _ edge: FieldPaths.Edge
    ) throws(LineMistake) -> Int64 {
        let start = json.position
        let text = try json.text()
        do {
            return try RFC3339.parse(text)
        } catch {
            throw target.mistake(edge, .time(error, found: Excerpt.of(text)), at: start)
        }
    }
}
