/// Small questions about a run of a note's words.
enum TextShape {
    /// An explanation of fewer words is a value or a label.
    static let fewestWords = 4

    /// What follows a term that is being explained.
    static let copulas: [StaticString] = [
        "is a ", "is an ", "is the ", "are a ", "are the ", "is one of ", "are one of ", "refers to ", "refer to ",
        "means ", "stands for ", "is when ", "is how ", "is where ", "is defined as ", "are defined as ",
        "is any ", "is called ", "is known as ", "is short for ",
    ]
    /// Verbs that say what something does, which for many things is what they are.
    static let verbs: [StaticString] = [
        "measures ", "measure ", "quantifies ", "describes ", "describe ", "denotes ", "represents ", "represent ",
        "assesses ", "evaluates ", "calculates ", "computes ", "determines ", "allows ", "allow ", "lets ",
        "provides ", "consists of ", "consist of ", "is used to ", "are used to ", "is used for ", "are used for ",
    ]

    /// The byte after the last that is no white space.
    static func trimmedEnd(_ plain: [UInt8], _ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, plain[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        return end
    }

    /// How many words stand in `range`, counted by the blanks between them.
    static func words(_ plain: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        var isInside = false
        for position in range {
            let isLetter = plain[position] >= 0x80 || isLetterOrDigit(plain[position])
            if isLetter, !isInside { count += 1 }
            isInside = isLetter || (isInside && plain[position] > UInt8(ascii: " "))
        }
        return count
    }

    /// Whether `words` are all of `range` but signs, numbers, an article and a bracket behind them.
    static func fills(_ plain: [UInt8], _ words: Range<Int>, _ range: Range<Int>) -> Bool {
        let before = range.lowerBound..<max(range.lowerBound, words.lowerBound)
        var after = min(words.upperBound, range.upperBound)..<range.upperBound
        skipBracket(plain, &after)
        return !plain[after].contains(where: isLetter) && plain[before].filter(isLetter).count <= 3
    }

    /// Moves past one bracket at the beginning of `range`, and the blanks around it.
    static func skipBracket(_ plain: [UInt8], _ range: inout Range<Int>) {
        var start = range.lowerBound
        func skipBlanks() { while start < range.upperBound, plain[start] <= UInt8(ascii: " ") { start += 1 } }
        skipBlanks()
        if start < range.upperBound, plain[start] == UInt8(ascii: "("),
            let close = plain[start..<range.upperBound].firstIndex(of: UInt8(ascii: ")"))
        {
            start = close + 1
            skipBlanks()
        }
        range = start..<range.upperBound
    }

    /// Whether the words are pieces between commas rather than a sentence: two or more commas, and few words to each.
    static func isList(_ plain: [UInt8], _ range: Range<Int>) -> Bool {
        let commas = plain[range].reduce(0) { $1 == UInt8(ascii: ",") ? $0 + 1 : $0 }
        guard commas > 0 else { return false }
        return words(plain, range) <= (commas + 1) * mostWordsOfPiece
    }

    private static let mostWordsOfPiece = 3

    /// Whether one of `forms` stands at the beginning, whatever its case.
    static func begins(_ plain: [UInt8], _ range: Range<Int>, with forms: [StaticString]) -> Bool {
        forms.contains { form in
            let count = form.utf8CodeUnitCount
            guard range.count >= count else { return false }
            for offset in 0..<count {
                let byte = plain[range.lowerBound + offset]
                if (isLetter(byte) ? byte | 0x20 : byte) != form.utf8Start[offset] { return false }
            }
            return true
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLetter(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
