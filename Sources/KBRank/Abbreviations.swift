import KBText

/// A small general list of technical abbreviations, for notes that use one form and readers who use the other.
///
/// What the vault itself spells out comes first; this is for what nobody spells out. Abbreviations that are English
/// words (`it`, `or`, `us`) are not in it; of those with several common meanings each counts less.
public enum Abbreviations {
    /// Another way to say a run of words.
    public struct Match: Equatable, Sendable {
        /// The words matched: a range of the words given.
        public var words: Range<Int>
        /// What to look up as well: one word, or several as a phrase. Lower case.
        public var also: String
        /// What an occurrence counts against one of the words themselves, at most ``RankingWeight/expansion``.
        public var weight: Double
    }

    /// Everything in the list that stands in `words` (folded, in the order of the query), short or long.
    ///
    /// By place, then in the order of the list. A long form matches word by word; a final `s` is not minded.
    public static func matches(in words: [String]) -> [Match] {
        let pairs = pairs(beginningWith: words)
        var found: [Match] = []
        for start in words.indices {
            for pair in pairs where pair.short == words[start] {
                found.append(Match(words: start..<start + 1, also: pair.long, weight: pair.weight))
            }
            for pair in pairs {
                let form = pair.long.split(separator: " ")
                guard start + form.count <= words.count else { continue }
                let run = words[start..<start + form.count]
                if run.elementsEqual(form, by: { singular($0[...]) == singular($1) }) {
                    found.append(Match(words: run.indices, also: pair.short, weight: pair.weight))
                }
            }
        }
        return found
    }

    /// One meaning of one abbreviation.
    private typealias Pair = (short: String, long: String, weight: Double)

    /// The pairs of the lines where one of `words`, but for a final `s`, begins a side.
    ///
    /// Read anew each time, as bytes: tables of the whole list would cost a cold search more than all its ranking.
    private static func pairs(beginningWith words: [String]) -> [Pair] {
        let heads = words.map { Array(singular($0[...]).utf8) }
        var pairs: [Pair] = []
        AbbreviationList.text.withUTF8Buffer { text in
            var start = 0
            for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: "\n") {
                let line = UnsafeBufferPointer(rebasing: text[start..<end])
                if holds(line, heads) { pairs += Abbreviations.pairs(in: String(decoding: line, as: UTF8.self)) }
                start = end + 1
            }
        }
        return pairs
    }

    /// Whether a side of `line` or one of its meanings begins with one of `heads`.
    private static func holds(_ line: UnsafeBufferPointer<UInt8>, _ heads: [[UInt8]]) -> Bool {
        var opensSide = true
        for index in line.indices {
            let byte = line[index]
            if opensSide, byte != UInt8(ascii: " ") {
                if heads.contains(where: { $0.first == byte && line[index...].starts(with: $0) }) { return true }
                opensSide = false
            }
            if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "|") { opensSide = true }
        }
        return false
    }

    private static func pairs(in line: String) -> [Pair] {
        let sides = line.split(separator: "=").map(trimmed)
        guard sides.count == 2, let short = sides.first, let longs = sides.last else { return [] }
        let meanings = longs.split(separator: "|").map(trimmed)
        return meanings.map { (short, $0, RankingWeight.expansion / Double(meanings.count)) }
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split(separator: " ").joined(separator: " ")
    }

    private static func singular(_ word: Substring) -> Substring {
        word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word
    }
}
