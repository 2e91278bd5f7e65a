/// A fixed value as a key: texts are compared as bytes, and not, as strings are, by what they look like.
enum FixedKey: Hashable {
    case scalar(Int64)
    case text([UInt8])

    init(_ constant: Constant) {
        switch constant {
        case .scalar(let value): self = .scalar(value)
        case .text(let text): self = .text(Array(text.utf8))
        }
    }

    var constant: Constant {
        switch self {
        case .scalar(let value): .scalar(value)
        case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
        }
    }
}
