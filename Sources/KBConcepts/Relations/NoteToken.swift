/// One word of a block, as phrases are made of.
struct NoteToken {
    var hash: UInt64
    /// What begins with the word in a ``PhraseTable``; -1 when nothing does.
    var node: Int32
    /// Offsets into the block's words.
    var start: Int
    var end: Int
    /// Whether a phrase may reach over what stands before it.
    var joinsPrevious: Bool
    /// The word it is a part of, `camelCase` or `c++`; 0 for none.
    var whole: UInt64 = 0
    var wholeNode: Int32 = -1
    var wholeEnd = 0

    init(hash: UInt64, node: Int32, start: Int, end: Int, joinsPrevious: Bool) {
        self.hash = hash
        self.node = node
        self.start = start
        self.end = end
        self.joinsPrevious = joinsPrevious
    }

    /// The widest gap inside a phrase, in bytes: ` & `, ` - `, or a line break with its indent.
    private static let widestGap = 4

    /// Whether the bytes between two words keep them in one phrase: a space, a hyphen, a slash, but no comma or stop.
    static func joins(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ start: Int) -> Bool {
        guard start > end else { return true }
        guard start - end <= widestGap else { return false }
        for position in end..<start {
            switch text[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "/"),
                UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "'"),
                UInt8(ascii: "*"), UInt8(ascii: "#"), 0x80...0xFF:
                continue
            case UInt8(ascii: "."):
                guard position + 1 == start else { return false }
            default: return false
            }
        }
        // A dash between spaces divides.
        return !(start - end == 3 && text[end + 1] == UInt8(ascii: "-"))
    }
}
