import KBModel
import KBRank
import KBStore
import KBText

/// Finds where the words of a query stand in a note's text, as the index would.
///
/// Words are told apart by their places in the tokenizer's lexicon: a text has many words, few of them new, and none
/// is made a string. A class, because it keeps what it knows of each word from note to note.
final class TermFinder {
    /// A run of stems to be found side by side.
    private struct Sequence {
        var term: Int
        /// Their numbers in ``stems``.
        var stems: [Int]
        /// The beginning of a word that stands in place of the last stem.
        var prefix: String?
    }

    /// A word of a text that the query may have.
    private struct Place {
        var word: Lexicon.Word
        /// The number of its stem in ``stems``; -1 when the query does not have it.
        var stem: Int
        var range: Range<Int>
        /// Which position of the text it stands at; several words may share one.
        var position: Int
    }

    private let tokenizer: Tokenizer
    /// The stems that the query has, each once.
    private var stems: [[UInt8]] = []
    /// The sequences that begin with each of ``stems``, then those that begin with a prefix.
    private var byFirst: [[Sequence]] = []
    private var prefixes: [Sequence] = []
    /// For each word of the lexicon met, the number of its stem; ``unknown`` before it was looked for.
    private var stemOfWord: [Int] = []

    private static let unknown = -2
    private static let none = -1

    /// A finder of `words`; a match carries the place of its word among them.
    init(_ words: [LookedUpWord], tokenizer: Tokenizer) {
        self.tokenizer = tokenizer
        for (term, word) in words.enumerated() {
            for reading in word.readings { add(reading.leaf.pattern, as: term) }
        }
    }

    private func add(_ pattern: MatchLeaf.Pattern, as term: Int) {
        switch pattern {
        case .words(let tokens):
            let stems = tokens.map { number(of: $0.term) }
            if let first = stems.first {
                byFirst[first].append(Sequence(term: term, stems: stems, prefix: nil))
            }
        case .prefix(let tokens):
            guard let last = tokens.last else { return }
            let stems = tokens.dropLast().map { number(of: $0.term) }
            prefixes.append(Sequence(term: term, stems: stems, prefix: last.surface))
        case .near(let groups, _):
            for group in groups { add(.words(group), as: term) }
        }
    }

    private func number(of stem: String) -> Int {
        let bytes = Array(stem.utf8)
        if let known = stems.firstIndex(of: bytes) { return known }
        stems.append(bytes)
        byFirst.append([])
        return stems.count - 1
    }

    /// Where the words stand in `range` of the note's plain text, ascending.
    func matches(in note: Note, range: Range<Int>) -> [TermMatch] {
        let range = range.clamped(to: 0..<note.plain.count)
        let places = places(in: note.plain, range: range)
        var matches: [TermMatch] = []
        func add(_ sequence: Sequence, at index: Int) {
            guard let end = end(of: sequence, in: places, from: index) else { return }
            let start = places[index].range.lowerBound
            matches.append(TermMatch(term: sequence.term, range: start..<max(start, end)))
        }
        for index in places.indices {
            let stem = places[index].stem
            if stem >= 0 { for sequence in byFirst[stem] { add(sequence, at: index) } }
            for sequence in prefixes { add(sequence, at: index) }
        }
        guard matches.count > 1 else { return matches }
        return matches.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.term) < ($1.range.lowerBound, $1.range.upperBound, $1.term)
        }
    }

    /// The words whose stems the query has; all of them when it asks for the beginnings of words.
    private func places(in plain: [UInt8], range: Range<Int>) -> [Place] {
        var places: [Place] = []
        var position = 0
        // A local copy, because the runtime checks every access to a variable of a class.
        var known = stemOfWord
        stemOfWord = []
        let keepsAll = !prefixes.isEmpty
        plain.withUnsafeBufferPointer { plain in
            _ = tokenizer.scan(UnsafeBufferPointer(rebasing: plain[range]), as: .document) { word, start, end, joins in
                if !joins { position += 1 }
                if word >= known.count { known += repeatElement(TermFinder.unknown, count: word + 64 - known.count) }
                if known[word] == TermFinder.unknown { known[word] = stem(of: word) }
                if known[word] >= 0 || keepsAll {
                    let range = range.lowerBound + start..<range.lowerBound + end
                    places.append(Place(word: word, stem: known[word], range: range, position: position))
                }
                return true
            }
        }
        stemOfWord = known
        return places
    }

    private func stem(of word: Lexicon.Word) -> Int {
        let stem = tokenizer.lexicon.stem(of: word)
        return stems.firstIndex { $0.count == stem.count && $0.elementsEqual(stem) } ?? TermFinder.none
    }

    /// The end of `sequence` if it stands at the place number `start`: its next stem at the next position, and so on.
    private func end(of sequence: Sequence, in places: [Place], from start: Int) -> Int? {
        guard fits(places[start], sequence, 0) else { return nil }
        var last = start
        let steps = sequence.stems.count + (sequence.prefix == nil ? 0 : 1)
        for step in 1..<max(1, steps) {
            let position = places[start].position + step
            var candidate = last + 1
            while candidate < places.count, places[candidate].position < position { candidate += 1 }
            while candidate < places.count, places[candidate].position == position,
                !fits(places[candidate], sequence, step)
            {
                candidate += 1
            }
            guard candidate < places.count, places[candidate].position == position else { return nil }
            last = candidate
        }
        return places[last].range.upperBound
    }

    private func fits(_ place: Place, _ sequence: Sequence, _ step: Int) -> Bool {
        if step < sequence.stems.count { return place.stem == sequence.stems[step] }
        guard let prefix = sequence.prefix else { return false }
        let lexicon = tokenizer.lexicon
        return String(decoding: lexicon.surface(of: place.word), as: UTF8.self).hasPrefix(prefix)
            || String(decoding: lexicon.stem(of: place.word), as: UTF8.self).hasPrefix(prefix)
    }
}
