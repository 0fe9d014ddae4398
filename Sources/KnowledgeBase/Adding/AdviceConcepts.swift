import KBConcepts
import KBModel
import KBRank
import KBStore
import KBText

/// Finds the sections of a vault on the concepts that a draft is about.
///
/// The draft's own key phrases, weighed by how many notes hold them, and looked up as phrases: merging all terms of the
/// vault into concepts would take most of a second in a large one, and finds hardly more for the few phrases of a draft.
struct AdviceConcepts {
    let store: Store
    let library: NoteLibrary
    let draft: AdviceDraft
    /// How many notes there are.
    let notes: Int
    /// Whether a note is the draft's own, or counts as not there.
    let isLeftOut: (String) -> Bool

    /// The most sections told, and of one note.
    private static let most = 5
    private static let mostOfNote = 2
    /// The phrases that are looked up, and those that the draft is about.
    private static let lookedUp = 40
    private static let about = 8
    /// A phrase in more sections is no subject of any.
    private static let mostSections = 2_000
    /// A phrase in so much of the notes is what the vault is about, not the draft.
    private static let commonShare = 0.2
    /// In a vault of so few notes none is common.
    private static let fewNotes = 20
    /// A heading with a concept says that the section is about it.
    private static let heading = 1.6
    /// A section must hold concepts that make up so much of the draft's.
    private static let leastShare = 0.3
    /// The sections looked at for those that are told.
    private static let considered = 40

    /// A phrase that the draft is about.
    private struct Concept {
        var name: String
        var weight: Double
        var postings: Postings
        /// The numbers of its words.
        var words: [Int32]
    }

    /// The sections, best first; none of `taken`.
    func sections(without taken: Set<UInt32>) throws(StoreError) -> [DraftAdvice.SectionOnConcepts] {
        let concepts = try concepts()
        guard !concepts.isEmpty else { return [] }
        let stored = try store.sections()
        var scores = SectionScores(capacity: stored.features.count)
        for concept in concepts {
            for (place, section) in concept.postings.sections.enumerated() {
                let inHeading = concept.postings.heading[place] > 0
                let count = Double(concept.postings.heading[place]) + Double(concept.postings.body[place])
                let gain = count / (count + 1) * (inHeading ? AdviceConcepts.heading : 1)
                scores.add(concept.weight * gain, to: Int(section))
            }
        }
        let least = AdviceConcepts.leastShare * concepts.reduce(0) { $0 + $1.weight }
        let order = try SectionOrder(store)
        let best = scores.best(AdviceConcepts.considered, breakingTiesBy: order.isBefore).filter { $0.score >= least }
        let locations = try store.locate(sections: best.map { UInt32(truncatingIfNeeded: $0.section) })
        var found: [DraftAdvice.SectionOnConcepts] = []
        var ofNote: [Int: Int] = [:]
        for location in locations where found.count < AdviceConcepts.most {
            guard !taken.contains(location.section), !isLeftOut(location.path),
                ofNote[location.note, default: 0] < AdviceConcepts.mostOfNote
            else { continue }
            let held = concepts.filter { $0.postings.holds(location.section) }
            guard let section = section(at: location, on: held) else { continue }
            ofNote[location.note, default: 0] += 1
            found.append(section)
        }
        return found
    }

    // MARK: - The concepts

    /// What the draft is about and other notes say something of, best first.
    private func concepts() throws(StoreError) -> [Concept] {
        let extractor = TermExtractor()
        let table = try store.sections().table
        var known: [UInt64: (postings: Postings, notes: Int)] = [:]
        for phrase in extractor.keyphrases(of: draft.note, in: nil, limit: AdviceConcepts.lookedUp) {
            let tokens = draft.words.tokenizer.tokens(in: phrase.spelling, as: .query)
            guard !tokens.isEmpty,
                let postings = try store.fewPostings(
                    for: MatchLeaf(.words(tokens)), atMost: AdviceConcepts.mostSections)
            else { continue }
            known[phrase.key] = (postings, AdviceConcepts.notes(of: postings, table))
        }
        let frequencies = TermFrequencies(notes: notes, notesByKey: known.mapValues(\.notes))
        let most = notes < AdviceConcepts.fewNotes ? notes : Int(Double(notes) * AdviceConcepts.commonShare)
        var concepts: [Concept] = []
        var seen: Set<[Int32]> = []
        for phrase in extractor.keyphrases(of: draft.note, in: frequencies, limit: AdviceConcepts.lookedUp) {
            guard concepts.count < AdviceConcepts.about, let found = known[phrase.key], 1...max(1, most) ~= found.notes
            else { continue }
            let words = draft.words.words(in: phrase.spelling.utf8).numbers
            guard !words.isEmpty, !words.contains(0), seen.insert(words).inserted else { continue }
            concepts.append(
                Concept(name: phrase.spelling, weight: phrase.score, postings: found.postings, words: words))
        }
        let top = concepts.first?.weight ?? 1
        guard top > 0 else { return [] }
        for place in concepts.indices { concepts[place].weight /= top }
        return concepts
    }

    private static func notes(of postings: Postings, _ table: SectionTable) -> Int {
        var (notes, last) = (0, -1)
        for section in postings.sections {
            let first = table.firstOfNote(Int(section))
            if first != last { notes += 1 }
            last = first
        }
        return notes
    }

    // MARK: - What is told

    private func section(
        at location: SectionLocation, on concepts: [Concept]
    ) -> DraftAdvice.SectionOnConcepts? {
        guard let read = library.note(at: location.path, sections: [location.ordinal], ifContentIs: location.hash),
            read.hash == location.hash, read.note.sections.indices.contains(location.ordinal)
        else { return nil }
        let note = read.note
        let section = note.sections[location.ordinal]
        return DraftAdvice.SectionOnConcepts(
            path: location.path, line: line(of: concepts, in: section, of: note), title: note.title,
            headingPath: note.headingPath(of: location.ordinal), concepts: concepts.map(\.name))
    }

    /// The first of the lines that name most of `concepts`, by their weight: the heading when it names as much as any.
    private func line(of concepts: [Concept], in section: Section, of note: Note) -> Int {
        var weights: [Int: Double] = [:]
        for range in [section.title, section.body] {
            let range = range.clamped(to: note.plain.indices)
            let words = draft.words.words(in: note.plain[range])
            for concept in concepts {
                var lines: Set<Int> = []
                for place in words.numbers.indices where words.numbers[place...].starts(with: concept.words) {
                    let line = note.line(ofPlain: words.starts[place] + range.lowerBound)
                    if lines.insert(line).inserted { weights[line, default: 0] += concept.weight }
                }
            }
        }
        return weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key ?? section.lines.first
    }
}

extension Postings {
    /// Whether the word stands in `section`.
    fileprivate func holds(_ section: UInt32) -> Bool {
        var (low, high) = (0, sections.count)
        while low < high {
            let middle = (low + high) / 2
            if sections[middle] < section { low = middle + 1 } else { high = middle }
        }
        return low < sections.count && sections[low] == section
    }
}
