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

    /// Those of `names`, acronyms that notes spell out, that begin with one of `words`.
    init(_ names: [NoteName], for words: [Token], tokenizer: Tokenizer) {
        var pairs: [String: [Pair]] = [:]
        let wanted = Set(words.map(\.term))
        func add(_ name: String, _ other: String, _ reason: SearchAnswer.Expansion.Reason) {
            guard let first = Synonyms.firstTerm(of: name, tokenizer), wanted.contains(first) else { return }
            let stems = tokenizer.tokens(in: name, as: .query).map(\.term)
            pairs[first, default: []].append(Pair(stems: stems, other: other, reason: reason))
        }
        for name in names where name.kind == .acronym {
            add(name.text, name.long, .acronym)
            add(name.long, name.text, .acronym)
        }
        self.pairs = pairs
    }

    private static func firstTerm(of name: String, _ tokenizer: Tokenizer) -> String? {
        var name = name
        var first: String?
        name.withUTF8 { text in
            _ = tokenizer.scan(text, as: .query) { word, _, _, _ in
                first = String(decoding: tokenizer.lexicon.stem(of: word), as: UTF8.self)
                return false
            }
        }
        return first
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
