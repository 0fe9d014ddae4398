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
        var found: [Match] = []
        for start in words.indices {
            for meaning in meanings[words[start]] ?? [] {
                found.append(Match(words: start..<start + 1, also: meaning.long, weight: meaning.weight))
            }
            for form in longForms[singular(words[start])] ?? [] where start + form.words.count <= words.count {
                let run = words[start..<start + form.words.count]
                if run.elementsEqual(form.words, by: { singular($0) == singular($1) }) {
                    found.append(Match(words: run.indices, also: form.short, weight: form.weight))
                }
            }
        }
        return found
    }

    /// The long forms of an abbreviation (folded), most usual first; empty when it is not in the list.
    public static func longForms(of short: String) -> [String] { meanings[short]?.map(\.long) ?? [] }

    private static func singular(_ word: String) -> Substring {
        word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word[...]
    }

    private static let pairs: [(short: String, long: String, weight: Double)] =
        AbbreviationList.text.split(separator: "\n").flatMap { line in
            let sides = line.split(separator: "=").map { trimmed($0) }
            guard sides.count == 2, let short = sides.first, let longs = sides.last else {
                return [(short: String, long: String, weight: Double)]()
            }
            let meanings = longs.split(separator: "|").map { trimmed($0) }
            return meanings.map { (short, $0, RankingWeight.expansion / Double(meanings.count)) }
        }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static let meanings: [String: [(long: String, weight: Double)]] =
        pairs.reduce(into: [:]) { $0[$1.short, default: []].append(($1.long, $1.weight)) }

    private static let longForms: [Substring: [(words: [String], short: String, weight: Double)]] =
        pairs.reduce(into: [:]) { table, pair in
            let words = pair.long.split(separator: " ").map(String.init)
            guard let first = words.first else { return }
            table[singular(first), default: []].append((words, pair.short, pair.weight))
        }
}
