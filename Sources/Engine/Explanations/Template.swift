internal import RulesDSL

/// What stands between the constant texts of a template.
enum TemplateValue: UInt8, BitwiseCopyable, CaseIterable, Sendable {
    /// Nothing.
    case none
    /// The number of the event and, where it is another, of the line: `7`, `8,"line":7`.
    case event
    /// `{"id":"…","customer_id":"…"` without the brace.
    case prefix
    /// `,"decision":"ignored"`, unless it is a decline.
    case decision
    case time
    case kind
    case id
    case customer
    /// The window as a sentence names it, and as ISO 8601 does.
    case windowName
    case windowPeriod
    /// The last second of a rolling window.
    case second
    /// The fields in which a repeat differs: `amount, kind` in a sentence, `"amount","kind"` in JSON.
    case differing
    case differingNames
    /// A declared field, by its index.
    case field
    /// What a condition reads, computed again: by where its code begins.
    case computed
    /// In place of an excess beyond 64 bits.
    case hugeExcess

    // Scalars: money, or values of the rule's type.

    /// The amount, and the same below zero for a withdrawal.
    case amount
    case signedAmount
    case balance
    case used
    case added
    case total
    case bound
    case excess

    static let count = allCases.count

    @inline(__always)
    var isScalar: Bool { rawValue >= Self.amount.rawValue }

    /// Whether it is money whatever the rule is about.
    @inline(__always)
    var isMoney: Bool { rawValue <= Self.balance.rawValue }

    /// The bytes for which there must be room, but for a prefix.
    fileprivate var room: Int {
        switch self {
        case .id, .customer: TransactionBatch.longestID + OutputCursor.overhang
        case .windowName, .windowPeriod: WindowCache.longestText + OutputCursor.overhang
        case .none, .event, .prefix, .decision, .time, .kind, .second, .differing, .differingNames, .field,
            .computed, .hugeExcess, .amount, .signedAmount, .balance, .used, .added, .total, .bound, .excess:
            OutputCursor.overhang
        }
    }
}

/// Texts with values in between, taken apart once and for all: a run of parts in a `TemplateBook`.
struct Template: Sendable {
    let parts: Range<Int>
    /// The room that it takes, but for a prefix and what is long or seldom.
    let room: Int
    /// The type of the rule's own values, and whether it is one of the two that mostly have a short text.
    let type: ValueType
    let isMoney: Bool
    let isNumber: Bool
    /// The index of the rule's window in the program, or -1.
    let window: Int
}

/// The templates of one output. Their constant texts lie in one run, so that writing one copies words and looks nothing
/// up.
final class TemplateBook: Sendable {
    /// A constant text and the value behind it.
    struct Part: BitwiseCopyable, Sendable {
        var offset: Int32
        var length: Int32
        var value: TemplateValue
        /// Of what is computed, its type.
        var type = ValueType.text
        /// Of a declared field, its index among all fields; of what is computed, where its code begins.
        var index: Int32 = 0
    }

    let templates: [Template]
    let parts: Column<Part>
    let text: Column<UInt8>
    let program: Program
    let target: TextTarget

    init(_ builder: TemplateBuilder) {
        templates = builder.templates
        parts = Column(repeating: Part(offset: 0, length: 0, value: .none), capacity: max(builder.parts.count, 1))
        for (index, part) in builder.parts.enumerated() { parts[index] = part }
        text = Column(zeroed: builder.text.count + Column<UInt8>.copyStep)
        text.copy(from: builder.text, to: 0)
        program = builder.program
        target = builder.target
    }

    deinit {
        parts.deallocate()
        text.deallocate()
    }
}

/// Whether a text will stand inside a JSON string or be shown as it is.
package enum TextTarget: Sendable {
    case json
    case plain
}

/// Puts templates together.
struct TemplateBuilder {
    let program: Program
    let target: TextTarget
    private(set) var text: [UInt8] = []
    private(set) var parts: [TemplateBook.Part] = []
    private(set) var templates: [Template] = []
    private var firstPart = 0
    private var firstByte = 0

    init(_ program: Program, _ target: TextTarget) {
        self.program = program
        self.target = target
    }

    /// Adds what the format itself says.
    mutating func add(_ syntax: String) {
        text += syntax.utf8
    }

    /// Adds what somebody wrote.
    mutating func add(text written: String) {
        switch target {
        case .plain: text += written.utf8
        case .json:
            var escaped = OutputBuffer(capacity: 64)
            escaped.append(jsonEscaped: written.utf8)
            text += escaped.text.utf8
        }
    }

    /// Adds a value of a failure; a bound that is the same for all transactions is known by now.
    mutating func add(_ value: TemplateValue, of failure: Failure) {
        if value == .bound, let bound = failure.constantBound, let type = failure.valueType {
            add(text: ValueText(program.policy.currency).text(bound, type))
        } else {
            add(value)
        }
    }

    mutating func add(_ value: TemplateValue, _ type: ValueType = .text, index: Int32 = 0) {
        parts.append(
            TemplateBook.Part(
                offset: Int32(firstByte), length: Int32(text.count - firstByte), value: value, type: type,
                index: index))
        firstByte = text.count
    }

    /// Adds the name of a limit's window: `Saturday 2000-01-01 UTC`, `the 24 hours to 2000-01-01T10:00:00Z`.
    private mutating func addWindow(of rule: ProgramRule?) {
        guard case .rolling(let seconds) = rule?.aggregate?.window else { return add(.windowName) }
        add("the \(DurationWords.text(window: seconds)) to ")
        add(.second)
    }

    /// Adds the sentence of a failure.
    mutating func add(sentenceOf failure: Failure) {
        let rule = failure.rule
        for part in failure.sentence.parts {
            switch part {
            case .text(let written): add(text: written)
            case .placeholder(.rule): add(text: rule?.name ?? Program.balanceName)
            case .placeholder(.code): add(text: rule?.code ?? Program.arithmeticCode)
            case .placeholder(.excess) where !failure.hasAllNumbers: add(.hugeExcess)
            case .placeholder(.window): addWindow(of: rule)
            case .placeholder(let placeholder): if let value = placeholder.value { add(value, of: failure) }
            case .field(let field): add(.field, index: Int32(field.index))
            }
        }
        if let reason = failure.reason, rule?.sentence == nil { add(reason, of: failure) }
        if failure.cause == .conflict, rule?.sentence == nil {
            add(", but not its ")
            add(.differing)
        }
    }

    /// Leaves the places of templates that are never written.
    mutating func skip(_ count: Int) {
        for _ in 0..<count { finish(nil) }
    }

    /// Ends a template of a rule, or of the balance.
    mutating func finish(_ failure: Failure?) {
        if firstByte < text.count { add(.none) }
        let range = firstPart..<parts.count
        let window = failure?.rule?.aggregate.flatMap { $0.calendarWindow.flatMap(program.windows.firstIndex) }
        let room = parts[range].reduce(OutputCursor.overhang) { $0 + Int($1.length) + $1.value.room }
        let type = failure?.valueType ?? .money
        templates.append(
            Template(
                parts: range, room: room, type: type, isMoney: type == .money, isNumber: type == .number,
                window: window ?? -1))
        firstPart = parts.count
    }
}

extension SentenceTemplate.Placeholder {
    /// Nil for what depends on the rule.
    fileprivate var value: TemplateValue? {
        switch self {
        case .used: .used
        case .this: .added
        case .total: .total
        case .limit: .bound
        case .excess: .excess
        case .id: .id
        case .customer: .customer
        case .amount: .amount
        case .kind: .kind
        case .time: .time
        case .balance: .balance
        case .window, .rule, .code: nil
        }
    }
}
