/// One piece of a rules file that nothing may stand within.
struct Token: Sendable {
    let text: String
    /// Nothing may stand between it and the next one either, as after a unary minus.
    var isGlued = false
    /// The tidy layout begins a line here.
    var beginsLine = false
    var depth = 0

    init(_ text: String, isGlued: Bool = false) {
        self.text = text
        self.isGlued = isGlued
    }
}

/// How the pieces of a rules file are laid out.
enum Layout {
    /// A clause a line, as people write it.
    case tidy
    /// Spaces, line ends and comments wherever they may stand.
    case wild

    func text(of tokens: [Token], _ random: inout RandomSource) -> String {
        var text = ""
        for (index, token) in tokens.enumerated() {
            if index > 0, !tokens[index - 1].isGlued {
                switch self {
                case .tidy: text += tidyGap(before: token, after: tokens[index - 1])
                case .wild: text += wildGap(before: token, after: tokens[index - 1], &random)
                }
            }
            text += token.text
        }
        return text + "\n"
    }

    private func tidyGap(before token: Token, after previous: Token) -> String {
        if token.beginsLine { return "\n" + String(repeating: "  ", count: token.depth) }
        return token.text == "," || token.text == ":" || token.text == ")" || token.text == "]" || previous.text == "("
            || previous.text == "[" ? "" : " "
    }

    private func wildGap(before token: Token, after previous: Token, _ random: inout RandomSource) -> String {
        let brackets = ["(", ")", "[", "]", "{", "}"]
        // A binary minus has a space on both sides.
        let isMinus = token.text == "-" || previous.text == "-"
        let mayTouch =
            !isMinus && (token.text == "," || brackets.contains(token.text) || brackets.contains(previous.text))
        switch random.index(below: 20) {
        case 0: return "\n"
        case 1: return "\n\n    "
        case 2: return "\t"
        case 3: return "   "
        case 4: return " # rule { \"x\n"
        case 5: return "\r\n"
        case 6...9 where mayTouch: return ""
        default: return token.beginsLine ? "\n" : " "
        }
    }
}
