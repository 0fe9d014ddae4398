import KBModel
import KBRank
import KBStore
import KBText

/// Other names for words of a query: what the notes spell out, then a general list of abbreviations.
struct Synonyms {
    /// A run of words with another name for it.
    struct Match {
        /// Which words: a range of the words given.
        var words: Range<Int>
        /// The other name.
        var also: String
        /// What an occurrence counts.
        var weight: Double
        /// Where the name comes from.
        var reason: SearchAnswer.Expansion.Reason
    }

    /// One name as its stems, with another name for the same thing.
    private struct Pair {
        var stems: [String]
        var other: String
        var reason: SearchAnswer.Expansion.Reason
    }

    private let pairs: [String: [Pair]]

    /// The names that notes give: acronyms they spell out.
    init(_ names: [NoteName], tokenizer: Tokenizer) {
        var pairs: [String: [Pair]] = [:]
        func add(_ name: String, _ other: String, _ reason: SearchAnswer.Expansion.Reason) {
            let stems = tokenizer.tokens(in: name, as: .query).map(\.term)
            guard let first = stems.first else { return }
            pairs[first, default: []].append(Pair(stems: stems, other: other, reason: reason))
        }
        for name in names where name.kind == .acronym {
            add(name.text, name.long, .acronym)
            add(name.long, name.text, .acronym)
        }
        self.pairs = pairs
    }

    /// Every other name for a run of `words`, each a token of the query; by place, the vault's own first.
    func matches(in words: [Token]) -> [Match] {
        var found: [Match] = []
        for start in words.indices {
            for pair in pairs[words[start].term] ?? [] where start + pair.stems.count <= words.count {
                let run = start..<start + pair.stems.count
                guard words[run].map(\.term) == pair.stems else { continue }
                found.append(Match(words: run, also: pair.other, weight: RankingWeight.expansion, reason: pair.reason))
            }
        }
        let general = Abbreviations.matches(in: words.map(\.surface)).map {
            Match(words: $0.words, also: $0.also, weight: $0.weight, reason: .abbreviation)
        }
        return found + general
    }
}
