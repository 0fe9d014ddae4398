internal import KBModel

/// One line cut out of a note's words.
struct Excerpt {
    /// The most characters of a reason or a snippet: two lines of a terminal.
    static let usualLength = 200

    /// White space is single spaces, cuts show as `…`.
    private(set) var text: [UInt8] = []
    /// What was to be marked, as ranges of ``text``.
    private(set) var marks: [Range<Int>] = []

    /// Cuts at most `length` characters out of `range`, around as many of `marks` as fit, between words where it can.
    init(of plain: [UInt8], in range: Range<Int>, around marks: [Range<Int>], length: Int = Excerpt.usualLength) {
        var range = Excerpt.trimmed(plain, range.clamped(to: 0..<plain.count))
        let inside = marks.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        let whole = range
        if Excerpt.count(plain, range) > length { range = Excerpt.cut(plain, range, around: inside, length) }
        if range.lowerBound > whole.lowerBound { text += Array("…".utf8) }
        append(plain, range, inside)
        if range.upperBound < whole.upperBound { text += Array("…".utf8) }
    }

    /// The line.
    var string: String { String(decoding: text, as: UTF8.self) }

    private mutating func append(_ plain: [UInt8], _ range: Range<Int>, _ inside: [Range<Int>]) {
        var next = 0
        var open: Int?
        var isSpace = false
        text.reserveCapacity(range.count + 6)
        for position in range {
            let isBlank = plain[position] <= UInt8(ascii: " ") || plain[position] == 0x7F
            if isBlank {
                if !isSpace { text.append(UInt8(ascii: " ")) }
            } else {
                while next < inside.count, inside[next].lowerBound < position, open == nil { next += 1 }
                if open == nil, next < inside.count, inside[next].lowerBound == position { open = text.count }
                text.append(plain[position])
            }
            isSpace = isBlank
            if let start = open, next < inside.count, position + 1 >= inside[next].upperBound {
                if start < text.count { marks.append(start..<text.count) }
                open = nil
                next += 1
            }
        }
    }

    private static func trimmed(_ plain: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, plain[low] <= UInt8(ascii: " ") { low += 1 }
        while low < high, plain[high - 1] <= UInt8(ascii: " ") { high -= 1 }
        return low..<high
    }

    private static func count(_ plain: [UInt8], _ range: Range<Int>) -> Int {
        range.reduce(0) { plain[$1] & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    /// The part of `range` to keep.
    private static func cut(_ plain: [UInt8], _ range: Range<Int>, around marks: [Range<Int>], _ length: Int) -> Range<
        Int
    > {
        var core = marks.first ?? range.lowerBound..<range.lowerBound
        for mark in marks.dropFirst() where mark.upperBound - core.lowerBound <= length * 4 / 5 {
            core = core.lowerBound..<max(core.upperBound, mark.upperBound)
        }
        // A third of what is left before the words, the rest behind: what follows a term says what it is.
        let room = max(0, length - core.count)
        var low = max(range.lowerBound, core.lowerBound - room / 3)
        var high = min(range.upperBound, low + length)
        if high == range.upperBound { low = max(range.lowerBound, min(core.lowerBound, high - length)) }
        low = edge(plain, low, in: range, upTo: core.lowerBound, step: 1)
        high = edge(plain, high, in: range, upTo: max(core.upperBound, low), step: -1)
        return low..<max(low, high)
    }

    /// The nearest place from `position` towards `end` where a word begins or ends; else where a scalar does.
    private static func edge(_ plain: [UInt8], _ position: Int, in range: Range<Int>, upTo end: Int, step: Int) -> Int {
        guard position > range.lowerBound, position < range.upperBound else { return position }
        var place = position
        while place != end, place > range.lowerBound, place < range.upperBound {
            let isEdge = step > 0 ? plain[place - 1] <= UInt8(ascii: " ") : plain[place] <= UInt8(ascii: " ")
            if isEdge { return place }
            place += step
        }
        // What is marked begins and ends a word.
        if place == end, end > range.lowerBound { return end }
        place = position
        while place > range.lowerBound, place < range.upperBound, plain[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }
}

extension Excerpt {
    /// The line with what was to be marked.
    var snippet: Snippet { Snippet(text: string, matches: marks) }
}
