import KBModel
import KBRank
import KBStore
import KBText

/// Makes hits of the best sections, reading of their notes what the hits show.
struct HitCollector {
    let store: Store
    let tokenizer: Tokenizer
    /// The words of the query.
    let words: [LookedUpWord]
    /// What a section was asked to hold.
    let features: [Query.Feature]
    /// Reads the note of a section; see ``Searcher/read``.
    let read: (SectionLocation, [Int]?) -> Note?

    /// The hits that `best` are, in their order; those in sections that are gone are left out.
    ///
    /// `sectionTotal` is how many sections the vault has; `explanation` gives what a section's score is made of.
    func hits(
        for best: [ScoredSection], among sectionTotal: Int, explanation: (Int) -> [Contribution]
    ) throws(StoreError) -> [Hit] {
        let locations = try store.locate(sections: best.map { UInt32(truncatingIfNeeded: $0.section) })
        let finder = TermFinder(words, tokenizer: tokenizer)
        let weights = words.map { word in
            rarity(of: word.meantReadings.map(\.postings.count).max() ?? 0, among: sectionTotal)
        }
        // In a table the notes of a few hits would cost more than they do in a list.
        let places = locations.sorted { ($0.note, $0.ordinal) < ($1.note, $1.ordinal) }
        var hits: [Hit] = []
        // Sections that are gone have no location; the others keep their order.
        var left = locations[...]
        for scored in best {
            guard let location = left.first, Int(location.section) == scored.section else { continue }
            left = left.dropFirst()
            // What `is:` asks for may follow from more than the text of the section.
            let note = read(location, features.isEmpty ? ordinals(ofNote: location.note, in: places) : nil)
            hits.append(
                HitBuilder(location: location, finder: finder, weights: weights, features: features)
                    .hit(in: note, score: scored.score, explanation: explanation(scored.section)))
        }
        return hits
    }

    /// The sections of a note among `places`, which come by note.
    private func ordinals(ofNote note: Int, in places: [SectionLocation]) -> [Int] {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].note < note { low = middle + 1 } else { high = middle }
        }
        return places[low...].prefix { $0.note == note }.map(\.ordinal)
    }

    /// What finding a word is worth when passages are compared: the fewer sections hold it, the more.
    private func rarity(of count: Int, among total: Int) -> Double {
        var halvings = 1.0
        var remaining = total / max(1, count)
        while remaining > 1 {
            halvings += 1
            remaining /= 2
        }
        return halvings
    }
}
