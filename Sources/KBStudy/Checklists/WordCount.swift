import KBModel

/// Small questions about the words of a note.
enum WordCount {
    /// How many words stand in `range`, counted by the blanks between them.
    static func words(_ note: Note, _ range: Range<Int>) -> Int {
        var count = 0
        var isInside = false
        for byte in note.plain[range.clamped(to: note.plain.indices)] {
            let isBlank = byte <= UInt8(ascii: " ")
            if !isBlank, !isInside { count += 1 }
            isInside = !isBlank
        }
        return count
    }

    /// Whether `words` are all of `range` but signs, numbers, an article, and a bracket behind them.
    static func fills(_ note: Note, _ words: Range<Int>, _ range: Range<Int>) -> Bool {
        let plain = note.plain
        let range = range.clamped(to: plain.indices)
        guard range.lowerBound <= words.lowerBound, words.upperBound <= range.upperBound else { return false }
        let before = plain[range.lowerBound..<words.lowerBound].count { isLetter($0) }
        var after = words.upperBound
        while after < range.upperBound, plain[after] <= UInt8(ascii: " ") { after += 1 }
        if after < range.upperBound, plain[after] == UInt8(ascii: "("),
            let close = plain[after..<range.upperBound].firstIndex(of: UInt8(ascii: ")"))
        {
            after = close + 1
        }
        return before <= 3 && !plain[after..<range.upperBound].contains(where: isLetter)
    }

    static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
}
