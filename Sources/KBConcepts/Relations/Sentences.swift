internal import KBModel

/// Cuts the text of a block into sentences.
///
/// A stop ends one before a blank, unless an abbreviation or a small letter says otherwise; so does a line break, unless
/// the next line goes on with a small letter.
public enum Sentences {
    /// Where each sentence of the words at `range` begins and ends, in order; they touch.
    public static func ranges(in plain: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = range.lowerBound
        for position in range where ends(plain, position, start, range.upperBound) {
            ranges.append(start..<position + 1)
            start = position + 1
        }
        if start < range.upperBound { ranges.append(start..<range.upperBound) }
        return ranges
    }

    /// The sentence of the words at `block` that holds `words`, without the blanks before it. Words with a stop inside
    /// can reach over the end of what looks like a sentence.
    public static func around(_ words: Range<Int>, in block: Range<Int>, of plain: [UInt8]) -> Range<Int> {
        let sentences = ranges(in: plain, block.clamped(to: plain.indices))
        let found = sentences.first { $0.upperBound > words.lowerBound } ?? words
        let blanks = plain[found.clamped(to: plain.indices)].prefix { $0 <= UInt8(ascii: " ") }.count
        let start = min(found.lowerBound + blanks, max(found.lowerBound, words.lowerBound))
        return start..<max(found.upperBound, words.upperBound, start)
    }

    /// Whether a sentence that began at `start` ends with the byte at `position`.
    private static func ends(_ plain: [UInt8], _ position: Int, _ start: Int, _ end: Int) -> Bool {
        let byte = plain[position]
        guard
            byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
                || byte == UInt8(ascii: "!")
        else { return false }
        var next = position + 1
        if byte != UInt8(ascii: "\n") {
            // A line break after the stop ends the sentence by itself.
            guard next < end, plain[next] == UInt8(ascii: " ") else { return false }
        }
        while next < end, plain[next] <= UInt8(ascii: " ") { next += 1 }
        guard next < end else { return false }
        if UInt8(ascii: "a")...UInt8(ascii: "z") ~= plain[next] { return false }
        return byte != UInt8(ascii: ".") || !isAbbreviation(plain, position, start)
    }

    /// Whether the stop at `position` belongs to the word before it: `e.g.`, `1.`, an initial.
    private static func isAbbreviation(_ plain: [UInt8], _ position: Int, _ start: Int) -> Bool {
        var first = position
        while first > start, plain[first - 1] > UInt8(ascii: " "), plain[first - 1] != UInt8(ascii: "(") { first -= 1 }
        let word = plain[first..<position]
        if word.count <= 1 { return true }
        if first == start, word.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) { return true }
        return word.count <= 4 && abbreviations.contains(word.map { $0 | 0x20 })
    }

    private static let abbreviations: Set<[UInt8]> = Set(
        ["e.g", "i.e", "eg", "ie", "etc", "vs", "cf", "al", "fig", "no", "dr", "mr", "ms", "mrs", "st", "ca", "eq"].map
        {
            Array($0.utf8)
        })
}
