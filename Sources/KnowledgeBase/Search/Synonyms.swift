import KBModel
import KBRank
import KBStore
import KBText

/// Other names for words of a query: what a person says, what the notes spell out, then a general list of
/// abbreviations.
struct Synonyms {
    /// Another name of a run of words.
    struct Name {
        /// The name.
        var also: String
        /// What an occurrence counts.
        var weight: Double
        /// Where the name comes from.
        var reason: SearchAnswer.Expansion.Reason
    }

    /// A run of words with other names for it.
    struct Group {
        /// Which words: a range of the words given.
        var words: Range<Int>
        /// The other names, a person's own first.
        var names: [Name]
        /// Whether they are meanings of which only one may be meant.
        var dividesWeight = false
    }

    /// One name as its stems, with another name for the same thing.
    private struct Pair {
        var stems: [String]
        var other: String
        var reason: SearchAnswer.Expansion.Reason
    }

    private let tokenizer: Tokenizer
    private let wanted: Set<String>
    private var pairs: [String: [Pair]] = [:]

    /// Those names of `vocabulary`, and those of `names`, which notes give, that begin with one of `words`.
    ///
    /// `known` are all names that may be spelled as an alias among `names` or its title is, by note.
    init(
        _ names: [NoteName], among known: [NoteName], vocabulary: Vocabulary, for words: [Token], tokenizer: Tokenizer
    ) {
        self.tokenizer = tokenizer
        wanted = Set(words.map(\.term))
        for entry in vocabulary.entries where !entry.aliases.isEmpty {
            let spellings = [entry.name] + entry.aliases
            for spelling in spellings {
                for other in spellings where other != spelling { add(spelling, other, .vocabulary) }
            }
        }
        for name in names where name.kind == .acronym {
            add(name.text, name.long, .acronym)
            add(name.long, name.text, .acronym)
        }
        for name in names where name.kind == .alias && Synonyms.isUnique(name, among: known) {
            add(name.text, name.long, .alias)
            add(name.long, name.text, .alias)
        }
    }

    /// Tells of names whether their first word is a form of one of `words`.
    static func isWanted(for words: [Token], _ tokenizer: Tokenizer) -> (UnsafeRawBufferPointer) -> Bool {
        let stems = words.map { Array($0.term.utf8) }
        return { name in
            var isWanted = false
            _ = tokenizer.scan(name.assumingMemoryBound(to: UInt8.self), as: .query) { word, _, _, _ in
                let stem = tokenizer.lexicon.stem(of: word)
                isWanted = stems.contains { $0.count == stem.count && $0.elementsEqual(stem) }
                return false
            }
            return isWanted
        }
    }

    /// Whether one note alone gives itself this alias, and its title is no other such note's: `Overview`, or `home`, is what
    /// many notes are called.
    private static func isUnique(_ name: NoteName, among known: [NoteName]) -> Bool {
        [name.text, name.long].allSatisfy { spelling in
            var notes = 0
            var last: Int?
            for other in known where other.kind == .alias && other.note != last {
                guard other.text.isSpelled(as: spelling) || other.long.isSpelled(as: spelling) else { continue }
                notes += 1
                last = other.note
            }
            return notes == 1
        }
    }

    private mutating func add(_ name: String, _ other: String, _ reason: SearchAnswer.Expansion.Reason) {
        guard let first = firstTerm(of: name), wanted.contains(first) else { return }
        let stems = tokenizer.tokens(in: name, as: .query).map(\.term)
        pairs[first, default: []].append(Pair(stems: stems, other: other, reason: reason))
    }

    private func firstTerm(of name: String) -> String? {
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

    /// Every other name for runs of `words`, each a token of the query; by place.
    ///
    /// The general list says what an abbreviation means where nobody else does.
    func matches(in words: [Token]) -> [Group] {
        var groups: [Group] = []
        for start in words.indices {
            for pair in pairs[words[start].term] ?? [] where start + pair.stems.count <= words.count {
                let run = start..<start + pair.stems.count
                guard words[run].map(\.term) == pair.stems else { continue }
                let name = Name(also: pair.other, weight: RankingWeight.expansion, reason: pair.reason)
                if let known = groups.firstIndex(where: { $0.words == run }) {
                    groups[known].names.append(name)
                } else {
                    groups.append(Group(words: run, names: [name]))
                }
            }
        }
        let known = groups.map(\.words)
        for match in Abbreviations.matches(in: words.map(\.surface)) where !known.contains(match.words) {
            let names = match.also.map { Name(also: $0, weight: match.weight, reason: .abbreviation) }
            groups.append(Group(words: match.words, names: names, dividesWeight: match.isAbbreviation))
        }
        return groups
    }
}

extension String {
    /// Whether the two differ in case at most. Most names differ in length, and ASCII needs no tables to fold.
    fileprivate func isSpelled(as other: String) -> Bool {
        let isPlain = utf8.allSatisfy { $0 < 0x80 } && other.utf8.allSatisfy { $0 < 0x80 }
        if isPlain, utf8.count != other.utf8.count { return false }
        return lowercased() == other.lowercased()
    }
}
