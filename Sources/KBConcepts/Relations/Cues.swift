internal import KBModel

/// What the place of a mention in its sentence says about it.
struct Cues: OptionSet {
    let rawValue: UInt16

    /// It opens its line.
    static let leads = Cues(rawValue: 1)
    /// It opens its line and what follows explains it or lists its parts: `X: a, b`, `X - a`, `X = …`.
    static let heads = Cues(rawValue: 2)
    /// Nothing stands beside it.
    static let alone = Cues(rawValue: 4)
    /// It is one of several pieces between commas, slashes or an `and`.
    static let piece = Cues(rawValue: 8)
    /// Examples of it follow: `X such as a, b`.
    static let hasExamples = Cues(rawValue: 16)
    /// What it is follows: `X is a …`.
    static let isKind = Cues(rawValue: 32)
    /// It is the term of a definition.
    static let term = Cues(rawValue: 64)
    /// What follows its colon is a list of a few words each: `X: a, b`.
    static let lists = Cues(rawValue: 256)
    /// The author set it apart, or made it the text of a link.
    static let marked = Cues(rawValue: 128)

    /// So few words behind a colon are a part, no explanation.
    private static let fewestWords = 2

    /// The cues of the words at `words` in `sentence`.
    static func read(
        _ plain: [UInt8], _ words: Range<Int>, in sentence: Range<Int>, role: ConceptMention.Role
    ) -> Cues {
        let before = WordsBefore(plain, sentence.lowerBound..<max(sentence.lowerBound, words.lowerBound))
        let after = WordsAfter(plain, min(words.upperBound, sentence.upperBound)..<sentence.upperBound)
        var cues: Cues = []
        if role == .marked || role == .linkText { cues.insert(.marked) }
        if role == .definitionTerm { cues.insert(.term) }
        if before.isBlank || before.isArticle || role == .lead { cues.insert(.leads) }
        if before.isBlank, after.isBlank { cues.insert(.alone) }
        if cues.contains(.leads), after.explains {
            cues.insert(.heads)
            if TextShape.isList(plain, after.range) || TextShape.words(plain, after.range) <= fewestWords {
                cues.insert(.lists)
            }
        }
        if before.isEdge, after.isEdge, before.divides || after.divides { cues.insert(.piece) }
        if after.begins(with: ["such as ", "including ", "e.g.", "(e.g", "for example", "for instance", "like "]) {
            cues.insert(.hasExamples)
        }
        if after.begins(with: ["is a ", "is an ", "are a ", "is one of ", "are one of "]) { cues.insert(.isKind) }
        return cues
    }
}

/// Bytes that matter around a mention.
private enum Edge {
    static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }

    /// Stands between the pieces of an enumeration.
    static func divides(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "&"): true
        default: false
        }
    }

    /// Whether `word` stands at `start`, whatever its case.
    static func holds(_ plain: [UInt8], _ word: StaticString, at start: Int, before end: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard start >= 0, start + count <= end else { return false }
        for offset in 0..<count {
            let byte = plain[start + offset]
            let small = isLetter(byte) ? byte | 0x20 : byte
            if small != word.utf8Start[offset] { return false }
        }
        return true
    }
}

/// What stands before a mention in its sentence.
private struct WordsBefore {
    let plain: [UInt8]
    var range: Range<Int>

    init(_ plain: [UInt8], _ range: Range<Int>) {
        self.plain = plain
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, plain[low] <= UInt8(ascii: " ") { low += 1 }
        while low < high, plain[high - 1] <= UInt8(ascii: " ") { high -= 1 }
        self.range = low..<high
    }

    private var last: UInt8 { range.isEmpty ? 0 : plain[range.upperBound - 1] }

    /// No word stands there: nothing, a number, or signs.
    var isBlank: Bool { range.count <= 8 && !plain[range].contains(where: Edge.isLetter) }

    var isArticle: Bool {
        switch range.count {
        case 1: Edge.holds(plain, "a", at: range.lowerBound, before: range.upperBound)
        case 2: Edge.holds(plain, "an", at: range.lowerBound, before: range.upperBound)
        case 3: Edge.holds(plain, "the", at: range.lowerBound, before: range.upperBound)
        default: false
        }
    }

    var divides: Bool { Edge.divides(last) || endsInConjunction }

    /// Whether a piece can begin behind it.
    var isEdge: Bool {
        if range.isEmpty || divides { return true }
        switch last {
        case UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: ">"),
            UInt8(ascii: "="), UInt8(ascii: "-"):
            return true
        default: return false
        }
    }

    private var endsInConjunction: Bool {
        ends(in: " and") || ends(in: " or") || ends(in: " vs") || ends(in: " vs.") || ends(in: " versus")
    }

    private func ends(in word: StaticString) -> Bool {
        let start = range.upperBound - word.utf8CodeUnitCount
        return start >= range.lowerBound && Edge.holds(plain, word, at: start, before: range.upperBound)
    }
}

/// What stands behind a mention in its sentence.
private struct WordsAfter {
    let plain: [UInt8]
    var range: Range<Int>
    let isSpaced: Bool

    init(_ plain: [UInt8], _ range: Range<Int>) {
        self.plain = plain
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, plain[low] <= UInt8(ascii: " ") { low += 1 }
        while low < high, plain[high - 1] <= UInt8(ascii: " ") { high -= 1 }
        isSpaced = low > range.lowerBound
        self.range = low..<high
    }

    private var first: UInt8 { range.isEmpty ? 0 : plain[range.lowerBound] }

    var isBlank: Bool { range.count <= 8 && !plain[range].contains(where: Edge.isLetter) }

    var divides: Bool { Edge.divides(first) || beginsWithConjunction }

    /// Whether a piece can end before it.
    var isEdge: Bool {
        if range.isEmpty || divides { return true }
        switch first {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "."), UInt8(ascii: "\""), UInt8(ascii: "?"),
            UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: "("):
            return true
        default: return false
        }
    }

    private var beginsWithConjunction: Bool {
        isSpaced && begins(with: ["and ", "or ", "vs ", "vs. ", "versus "])
    }

    /// The most of a bracket between a term and its colon: `Area under the curve (AUC): …`.
    private static let longestBracket = 40

    /// Whether a colon, a dash or an equals sign follows, perhaps behind a bracket.
    var explains: Bool {
        var start = range.lowerBound
        if first == UInt8(ascii: "("), let close = plain[range].firstIndex(of: UInt8(ascii: ")")),
            close - start <= WordsAfter.longestBracket
        {
            start = close + 1
            while start < range.upperBound, plain[start] == UInt8(ascii: " ") { start += 1 }
        }
        guard start < range.upperBound else { return false }
        switch plain[start] {
        case UInt8(ascii: ":"): return true
        case UInt8(ascii: "="): return start + 1 >= range.upperBound || plain[start + 1] != UInt8(ascii: "=")
        case UInt8(ascii: "-"): return isSpaced && start + 1 < range.upperBound && plain[start + 1] <= UInt8(ascii: " ")
        // The dashes U+2013 and U+2014.
        case 0xE2:
            return Edge.holds(plain, "\u{2013}", at: start, before: range.upperBound)
                || Edge.holds(plain, "\u{2014}", at: start, before: range.upperBound)
        default: return false
        }
    }

    func begins(with forms: [StaticString]) -> Bool {
        var start = range.lowerBound
        while start < range.upperBound, plain[start] == UInt8(ascii: ",") || plain[start] == UInt8(ascii: " ") {
            start += 1
        }
        return forms.contains { Edge.holds(plain, $0, at: start, before: range.upperBound) }
    }
}
