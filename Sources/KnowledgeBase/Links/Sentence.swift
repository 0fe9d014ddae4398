/// Finds the sentence around a place in a text.
enum Sentence {
    /// The part of `block` that holds `range` and reads by itself: from the end of the sentence before to the end of its
    /// own. Both are ranges of `plain`, and the second lies in the first.
    static func around(_ range: Range<Int>, in block: Range<Int>, of plain: [UInt8]) -> Range<Int> {
        let block = block.clamped(to: plain.indices)
        var start = block.lowerBound
        var place = block.lowerBound
        while place < min(range.lowerBound, block.upperBound) {
            if let next = end(at: place, in: block, of: plain), next <= range.lowerBound { start = next }
            place += 1
        }
        place = max(range.upperBound - 1, start)
        while place < block.upperBound {
            if end(at: place, in: block, of: plain) != nil { return start..<place + 1 }
            place += 1
        }
        return start..<max(start, block.upperBound)
    }

    /// Where the next sentence begins, if one ends with the byte at `place`: a full stop, question or exclamation mark
    /// with a blank behind it, and no small letter after that, which an abbreviation would have.
    private static func end(at place: Int, in block: Range<Int>, of plain: [UInt8]) -> Int? {
        switch plain[place] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): break
        default: return nil
        }
        var next = place + 1
        while next < block.upperBound, plain[next] == 0x20 || plain[next] == 0x0A { next += 1 }
        guard next > place + 1, next < block.upperBound else { return nil }
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= plain[next] ? nil : next
    }
}
