/// Takes an ignore pattern apart into the parts between its slashes.
///
/// - SeeAlso: <https://git-scm.com/docs/gitignore#_pattern_format>
struct GlobParser {
    /// What stands between two slashes.
    enum Part: Sendable {
        case name(Glob)
        /// `**`: any number of folders.
        case anyDepth
    }

    private let text: [UInt8]
    private var place = 0
    private var parts: [Part] = []
    private var tokens: [Glob.Token] = []
    /// Whether the part so far is nothing but stars, and how many.
    private var stars: Int? = 0

    private init(_ text: [UInt8]) { self.text = text }

    /// The parts of `pattern`; nil when it can match nothing, as with a bracket that is not closed.
    static func parts(of pattern: ArraySlice<UInt8>) -> [Part]? {
        var parser = GlobParser(Array(pattern))
        while parser.place < parser.text.count {
            guard parser.step() else { return nil }
        }
        parser.closePart()
        return parser.parts
    }

    private var next: UInt8? { place < text.count ? text[place] : nil }

    /// Reads one step; false when the pattern is broken.
    private mutating func step() -> Bool {
        guard let byte = next else { return false }
        place += 1
        switch byte {
        case UInt8(ascii: "/"): closePart()
        case UInt8(ascii: "*"):
            if case .star? = tokens.last {} else { tokens.append(.star) }
            stars = stars.map { $0 + 1 }
        case UInt8(ascii: "?"): append(.any)
        case UInt8(ascii: "["):
            guard let set = bracket() else { return false }
            append(.set(set))
        case UInt8(ascii: "\\"):
            guard let escaped = next else { return false }
            place += 1
            if escaped == UInt8(ascii: "/") { closePart() } else { append(.byte(escaped)) }
        default: append(.byte(byte))
        }
        return true
    }

    private mutating func append(_ token: Glob.Token) {
        tokens.append(token)
        stars = nil
    }

    private mutating func closePart() {
        parts.append(stars ?? 0 >= 2 ? .anyDepth : .name(Glob(tokens)))
        tokens = []
        stars = 0
    }

    /// Reads a bracket expression whose `[` is already read; nil when it is not closed or names an unknown class.
    private mutating func bracket() -> Glob.ByteSet? {
        var set = Glob.ByteSet()
        let isNegated = next == UInt8(ascii: "!") || next == UInt8(ascii: "^")
        if isNegated { place += 1 }
        var before: UInt8?
        var isFirst = true
        while let byte = next {
            place += 1
            if byte == UInt8(ascii: "]"), !isFirst {
                if isNegated { set.invert() }
                return set
            }
            isFirst = false
            if byte == UInt8(ascii: "-"), let low = before, let end = next, end != UInt8(ascii: "]") {
                guard let high = member() else { return nil }
                if low <= high { (low...high).forEach { set.insert($0) } }
                before = nil
            } else if byte == UInt8(ascii: "["), next == UInt8(ascii: ":"), let name = className() {
                guard let members = GlobParser.members(ofClass: name) else { return nil }
                members.forEach { set.insert($0) }
                before = nil
            } else {
                place -= 1
                guard let literal = member() else { return nil }
                set.insert(literal)
                before = literal
            }
        }
        return nil
    }

    /// One byte of a bracket expression, which a backslash may stand before.
    private mutating func member() -> UInt8? {
        if next == UInt8(ascii: "\\") { place += 1 }
        guard let byte = next else { return nil }
        place += 1
        return byte
    }

    /// Reads the rest of `[:name:]`; nil, and nothing read, when it has no such end.
    private mutating func className() -> String? {
        guard let close = text[place...].firstIndex(of: UInt8(ascii: "]")), close > place + 1,
            text[close - 1] == UInt8(ascii: ":")
        else { return nil }
        defer { place = close + 1 }
        return String(decoding: text[(place + 1)..<(close - 1)], as: UTF8.self)
    }

    /// The ASCII members of a POSIX character class.
    private static func members(ofClass name: String) -> [UInt8]? {
        let upper = Array(UInt8(ascii: "A")...UInt8(ascii: "Z"))
        let lower = Array(UInt8(ascii: "a")...UInt8(ascii: "z"))
        let digits = Array(UInt8(ascii: "0")...UInt8(ascii: "9"))
        let graphic = Array(UInt8(33)...126)
        return switch name {
        case "alpha": upper + lower
        case "alnum": upper + lower + digits
        case "digit": digits
        case "xdigit": digits + Array("abcdefABCDEF".utf8)
        case "upper": upper
        case "lower": lower
        case "space": [9, 10, 11, 12, 13, 32]
        case "blank": [9, 32]
        case "cntrl": Array(UInt8(0)...31) + [127]
        case "graph": graphic
        case "print": [32] + graphic
        case "punct": graphic.filter { !(upper + lower + digits).contains($0) }
        default: nil
        }
    }
}
