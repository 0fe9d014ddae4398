import KBModel

/// The lines of a note as its author typed them, marks and all.
struct SourceLines {
    private let utf8: [UInt8]
    private let starts: [Int]
    /// Whether `::` stands anywhere, which few notes have.
    let hasColons: Bool
    /// The lines that hold nothing but question marks, blanks and `>`.
    private let rules: Set<Int>

    /// Whether there is a line of question marks, which few notes have.
    var hasRules: Bool { !rules.isEmpty }

    /// The lines of `note`; line ends are LF, CRLF and CR.
    init(_ note: Note) {
        utf8 = note.utf8
        var starts = [0]
        var rules: Set<Int> = []
        var hasColons = false
        var (previous, marks, isRule) = (UInt8(0), 0, true)
        for (index, byte) in utf8.enumerated() {
            if byte == UInt8(ascii: ":"), previous == byte { hasColons = true }
            previous = byte
            let isEnd = byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !Self.isFeed(index + 1, in: utf8))
            if isEnd {
                if isRule, marks > 0 { rules.insert(starts.count) }
                starts.append(index + 1)
                (marks, isRule) = (0, true)
            } else if byte == UInt8(ascii: "?") {
                marks += 1
            } else if byte > UInt8(ascii: " "), byte != UInt8(ascii: ">") {
                isRule = false
            }
        }
        self.starts = starts
        self.rules = rules
        self.hasColons = hasColons
    }

    private static func isFeed(_ index: Int, in bytes: [UInt8]) -> Bool {
        index < bytes.count && bytes[index] == UInt8(ascii: "\n")
    }

    /// Line `number`, counted from 1, without its line end; empty when there is none.
    func line(_ number: Int) -> String {
        guard starts.indices.contains(number - 1) else { return "" }
        let end = starts.indices.contains(number) ? starts[number] : utf8.count
        let line = String(decoding: utf8[starts[number - 1]..<end], as: UTF8.self)
        return String(line.prefix { !$0.isNewline })
    }

    /// How a card's two sides are divided by a line: false for `?`, true for `??`, which asks both ways; nil otherwise.
    func rule(at number: Int) -> Bool? {
        guard rules.contains(number) else { return nil }
        return switch line(number).filter({ !$0.isWhitespace && $0 != ">" }) {
        case "?": false
        case "??": true
        default: nil
        }
    }
}
