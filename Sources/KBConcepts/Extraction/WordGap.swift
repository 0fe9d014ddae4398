/// What stands between two words.
struct WordGap: OptionSet {
    let rawValue: UInt16

    /// Nothing but blanks and soft line ends, or nothing at all.
    static let none: WordGap = []
    /// A hyphen with a letter or digit on both sides.
    static let hyphen = WordGap(rawValue: 1 << 0)
    static let slash = WordGap(rawValue: 1 << 1)
    static let comma = WordGap(rawValue: 1 << 2)
    static let ampersand = WordGap(rawValue: 1 << 3)
    /// The end of a sentence or clause.
    static let stop = WordGap(rawValue: 1 << 4)
    static let open = WordGap(rawValue: 1 << 5)
    static let close = WordGap(rawValue: 1 << 6)
    static let colon = WordGap(rawValue: 1 << 7)
    /// A dash between blanks.
    static let dash = WordGap(rawValue: 1 << 8)
    static let arrow = WordGap(rawValue: 1 << 9)
    static let equals = WordGap(rawValue: 1 << 10)
    /// A line end after which something new begins.
    static let line = WordGap(rawValue: 1 << 11)
    /// A mark that joins the parts of an address, a path or an identifier: `.`, `_`, `@`, without blanks.
    static let joint = WordGap(rawValue: 1 << 12)
    /// Quotes and whatever else is no part of a phrase.
    static let other = WordGap(rawValue: 1 << 13)
    /// A blank or line end stands in it.
    static let blank = WordGap(rawValue: 1 << 14)
    /// A line end stands in it.
    static let lineEnd = WordGap(rawValue: 1 << 15)

    /// What ends a phrase but not an enumeration.
    static let listing: WordGap = [.comma, .slash, .ampersand]
    /// What ends both.
    static let strong: WordGap = [.stop, .open, .close, .colon, .dash, .arrow, .equals, .line, .joint, .other]
    /// What ends a phrase.
    static let breaking: WordGap = [.listing, .strong]
    /// What stands between a lead and what is said of it.
    static let leading: WordGap = [.colon, .dash, .arrow, .equals]

    /// What stands between the words that end at `start` and begin at `end`.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        if end == start + 1, text[start] == UInt8(ascii: " ") {
            self = .blank
        } else {
            self.init(reading: text, start, end)
        }
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    @inline(never)
    private init(reading text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        var gap: WordGap = []
        var index = start
        while index < end {
            let byte = text[index]
            if byte >= 0x80 {
                gap.formUnion(WordGap.beyondASCII(text, &index, start, end))
                continue
            }
            index += 1
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): gap.insert(.blank)
            case UInt8(ascii: "\n"): gap.formUnion([.blank, .lineEnd])
            case UInt8(ascii: "-"):
                if index < end, text[index] == UInt8(ascii: ">") {
                    gap.insert(.arrow)
                } else {
                    gap.insert(end == start + 1 ? .hyphen : .dash)
                }
            case UInt8(ascii: "/"): gap.insert(.slash)
            case UInt8(ascii: ","): gap.insert(.comma)
            case UInt8(ascii: "&"): gap.insert(.ampersand)
            case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): gap.insert(.stop)
            case UInt8(ascii: "."): gap.insert(end == start + 1 ? .joint : .stop)
            case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "#"):
                gap.insert(end == start + 1 ? .joint : .other)
            case UInt8(ascii: "("), UInt8(ascii: "["): gap.insert(.open)
            case UInt8(ascii: ")"), UInt8(ascii: "]"): gap.insert(.close)
            case UInt8(ascii: ":"): gap.insert(.colon)
            case UInt8(ascii: "="):
                gap.insert(index < end && text[index] == UInt8(ascii: ">") ? .arrow : .equals)
            // A possessive, whose letter the tokenizer has passed; other quotes end a phrase.
            case UInt8(ascii: "s"), UInt8(ascii: "S"): continue
            case UInt8(ascii: "'"):
                let isPossessive =
                    index == start + 1 && (text[index] | 0x20 == 0x73 || start > 0 && text[start - 1] | 0x20 == 0x73)
                if !isPossessive { gap.insert(.other) }
            default: gap.insert(.other)
            }
        }
        self = gap
    }

    /// Reads the punctuation beyond ASCII that begins at `index`.
    private static func beyondASCII(
        _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ start: Int, _ end: Int
    ) -> WordGap {
        let first = text[index]
        let second = index + 1 < end ? text[index + 1] : 0
        let third = index + 2 < end ? text[index + 2] : 0
        if first == 0xC2, second == 0xA0 {
            index += 2
            return .blank
        }
        guard first == 0xE2 else {
            index += 1
            while index < end, text[index] & 0xC0 == 0x80 { index += 1 }
            return .other
        }
        index = min(end, index + 3)
        switch (second, third) {
        case (0x80, 0x90), (0x80, 0x91): return .hyphen
        case (0x80, 0x92...0x95): return end == start + 3 ? .hyphen : .dash
        case (0x80, 0x98), (0x80, 0x99): return .none
        case (0x80, 0x80...0x8F), (0x80, 0xAF): return .blank
        case (0x86, 0x92), (0x87, 0x92): return .arrow
        default: return .other
        }
    }
}
