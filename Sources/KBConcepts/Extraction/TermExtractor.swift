public import KBModel
internal import KBText

/// Finds the phrases of a note that may name concepts.
///
/// A class, because it keeps scratch memory and the words met so far: not to be shared between threads. What it finds in a
/// note depends on that note alone.
public final class TermExtractor {
    private var reader = TermReader()

    /// The terms kept of a note, at least.
    private static let fewestTerms = 60
    /// Terms kept for every hundred words.
    private static let termsPerHundredWords = 6
    /// Spellings kept of one term.
    private static let mostSpellings = 4

    /// An extractor that has met no word yet.
    public init() {}

    /// The phrases of `note` that may name concepts, in the order of first appearance.
    ///
    /// Of a long note the best by their place and number: 40, and 6 for every hundred words.
    public func terms(of note: Note) -> [TermUse] {
        reader.read(note)
        let limit = TermExtractor.fewestTerms + reader.words.count * TermExtractor.termsPerHundredWords / 100
        var kept = reader.keptGroups
        if kept.count > limit {
            let scores = reader.scores(in: nil)
            kept.sort { (scores[$1], $0) < (scores[$0], $1) }
            kept.removeLast(kept.count - limit)
            kept.sort()
        }
        var terms: [TermUse] = []
        terms.reserveCapacity(kept.count)
        for group in kept {
            let key = reader.table.groups[group].key
            var variant = Int(reader.table.groups[group].variant)
            var spellings = 0
            while variant >= 0, spellings < TermExtractor.mostSpellings {
                let found = reader.table.variants[variant]
                terms.append(TermUse(spelling: reader.spelling(found), key: key, counts: found.counts))
                variant = Int(found.next)
                spellings += 1
            }
        }
        return terms
    }

    /// The key that all spellings of one phrase share; nil when no word is left of it.
    public func key(of spelling: some StringProtocol) -> UInt64? { reader.key(ofSpelling: Array(spelling.utf8)) }

    /// The phrases that say best what `note` is about, best first; ties in the order of first appearance.
    ///
    /// - Parameters:
    ///   - frequencies: In how many notes each term stands; without them, the note is judged by itself.
    ///   - limit: The most phrases to return.
    public func keyphrases(of note: Note, in frequencies: TermFrequencies?, limit: Int) -> [Keyphrase] {
        reader.read(note)
        let scores = reader.scores(in: frequencies)
        var kept = reader.keptGroups
        kept.sort { (scores[$1], $0) < (scores[$0], $1) }
        kept.removeLast(max(0, kept.count - max(0, limit)))
        let lines = reader.lines(of: kept)
        return zip(kept, lines).map { group, lines in
            let found = reader.table.groups[group]
            return Keyphrase(
                spelling: reader.spelling(reader.bestVariant(of: found)), key: found.key, score: scores[group], lines: lines)
        }
    }
}
