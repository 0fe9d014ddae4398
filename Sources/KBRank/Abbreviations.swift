import KBText

/// A small general list of technical abbreviations, for notes that use one form and readers who use the other.
///
/// What the vault itself spells out comes first; this is for what nobody spells out. Abbreviations that are English
/// words (`it`, `or`, `us`) are not in it; of those with several common meanings each counts less.
public enum Abbreviations {
    /// Other ways to say a run of words.
    public struct Match: Equatable, Sendable {
        /// The words matched: a range of the words given.
        public var words: Range<Int>
        /// What to look up as well: one word, or several as a phrase. Lower case; several only for an abbreviation
        /// with several meanings, the most usual first.
        public var also: [String]
        /// What an occurrence counts against one of the words themselves, at most ``RankingWeight/expansion``. Less
        /// for an abbreviation that has other meanings than the words typed.
        public var weight: Double
        /// Whether the word matched is the abbreviation.
        public var isAbbreviation: Bool
    }

    /// Everything in the list that stands in `words` (folded, in the order of the query), short or long.
    ///
    /// Abbreviations by place, then long forms by place; in the order of the list. A final `s` is not minded but in
    /// short abbreviations, which may end in one.
    public static func matches(in words: [String]) -> [Match] {
        let lines = lines(beginningWith: words)
        var found: [Match] = []
        for start in words.indices {
            for line in lines where line.short == words[start] || line.short == singular(words[start][...]) {
                found.append(
                    Match(
                        words: start..<start + 1, also: line.longs, weight: RankingWeight.expansion,
                        isAbbreviation: true))
            }
        }
        for start in words.indices {
            for line in lines {
                for long in line.longs {
                    let form = long.split(separator: " ")
                    guard start + form.count <= words.count else { continue }
                    let run = words[start..<start + form.count]
                    if run.elementsEqual(form, by: { singular($0[...]) == singular($1) }) {
                        let weight = RankingWeight.expansion / Double(line.longs.count)
                        found.append(
                            Match(words: run.indices, also: [line.short], weight: weight, isAbbreviation: false))
                    }
                }
            }
        }
        return found
    }

    /// An abbreviation with its meanings.
    private struct Line {
        var short: String
        var longs: [String]
    }

    /// The lines where one of `words`, but for a final `s`, begins a side.
    ///
    /// Read anew each time, as bytes: tables of the whole list would cost a cold search more than all its ranking.
    private static func lines(beginningWith words: [String]) -> [Line] {
        let heads = words.map { Array(singular($0[...]).utf8) }.filter { !$0.isEmpty }
        var opensHead = [Bool](repeating: false, count: 256)
        for head in heads { opensHead[Int(head[0])] = true }
        var lines: [Line] = []
        AbbreviationList.text.withUTF8Buffer { text in
            opensHead.withUnsafeBufferPointer { opensHead in
                var start = 0
                var holds = false
                var opensSide = true
                for (index, byte) in text.enumerated() {
                    if opensSide, byte != UInt8(ascii: " ") {
                        opensSide = false
                        let rest = text[index...]
                        if opensHead[Int(byte)] { holds = holds || heads.contains { rest.starts(with: $0) } }
                    }
                    if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "|") { opensSide = true }
                    guard AbbreviationList.parts(byte) || index == text.count - 1 else { continue }
                    let end = AbbreviationList.parts(byte) ? index : index + 1
                    if holds, let line = read(String(decoding: text[start..<end], as: UTF8.self)) { lines.append(line) }
                    (start, holds, opensSide) = (index + 1, false, true)
                }
            }
        }
        return lines
    }

    private static func read(_ line: String) -> Line? {
        let sides = line.split(separator: "=").map(trimmed)
        guard sides.count == 2, let short = sides.first, let longs = sides.last else { return nil }
        return Line(short: short, longs: longs.split(separator: "|").map(trimmed))
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split(separator: " ").joined(separator: " ")
    }

    private static func singular(_ word: Substring) -> Substring {
        word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word
    }
}
