import KBText

/// Finds the cards and lines that the log knows among those of now, though notes were edited, moved and renamed.
///
/// One to one. What is the same comes first, then what reads the same elsewhere, then what reads alike, best first. An
/// opposite, another number of a series, or another concept never takes an id over: see ``Likeness``. Both lists may come
/// in any order; of equals, the smaller id goes to the one that comes first.
///
/// Match all that the vault holds, never the lines of one topic alone: what is left out counts as lost, and its id is free
/// for whatever reads like it.
public struct IdentityMatcher {
    private let known: [(id: StudyID, anchor: Anchor)]
    private let tokenizer = Tokenizer()

    /// A matcher for what the log last saw.
    public init(_ known: [StudyID: Anchor]) {
        self.known = known.map { ($0.key, $0.value) }.sorted { $0.id < $1.id }
    }

    /// What each of `current` is known by. Ids of new ones follow from their text, so that two machines that meet the
    /// same new ones give them the same ids.
    public func match(_ current: [Anchor]) -> IdentityMatches {
        var pairing = Pairing(known: known.count, current: current.count)
        pairEqual(current, &pairing)
        if pairing.isOpen {
            let texts = AnchorTexts(known.map(\.anchor), current, pairing, by: tokenizer)
            pairSameText(texts, &pairing)
            pairAlike(texts, &pairing)
        }
        return matches(current, pairing)
    }

    /// What did not change at all: most, nearly always.
    private func pairEqual(_ current: [Anchor], _ pairing: inout Pairing) {
        var places: [Anchor: [Int]] = [:]
        for (index, anchor) in current.enumerated().reversed() { places[anchor, default: []].append(index) }
        for (index, entry) in known.enumerated() {
            guard let place = places[entry.anchor]?.popLast() else { continue }
            pairing.pair(known: index, current: place, isChanged: false)
        }
    }

    /// What reads the same, first with the same answer, then with another one; the nearest place first.
    private func pairSameText(_ texts: AnchorTexts, _ pairing: inout Pairing) {
        for withAnswer in [true, false] {
            var places: [AnchorTexts.Key: [Int]] = [:]
            for index in pairing.openCurrent {
                places[texts.key(current: index, withAnswer), default: []].append(index)
            }
            var candidates: [Candidate] = []
            for index in pairing.openKnown {
                for place in places[texts.key(known: index, withAnswer)]?.prefix(Candidate.most) ?? [] {
                    if !withAnswer, !texts.mayAnswerOtherwise(index, place) { continue }
                    let score = texts.nearness(index, place)
                    let isChanged = !withAnswer && texts.isAnswerChanged(index, place)
                    candidates.append(Candidate(score: score, known: index, current: place, isChanged: isChanged))
                }
            }
            pairing.pairBest(&candidates)
        }
    }

    /// What reads alike, in a place that is near enough for its likeness.
    private func pairAlike(_ texts: AnchorTexts, _ pairing: inout Pairing) {
        var search = CandidateSearch(texts, pairing.openCurrent)
        var candidates: [Candidate] = []
        for index in pairing.openKnown {
            for place in search.nearest(to: index) {
                if let candidate = texts.candidate(index, place) { candidates.append(candidate) }
            }
        }
        pairing.pairBest(&candidates)
    }

    private func matches(_ current: [Anchor], _ pairing: Pairing) -> IdentityMatches {
        var taken = Set(known.map(\.id))
        var matches: [IdentityMatches.Match?] = current.indices.map { index in
            guard let pair = pairing.partner(ofCurrent: index) else { return nil }
            let entry = known[pair.known]
            return IdentityMatches.Match(
                id: entry.id, isNew: false, isChanged: pair.isChanged, isMoved: entry.anchor != current[index])
        }
        // By path, so that the order of the notes decides nothing; lines of one note come in its own order.
        let fresh = current.indices.filter { matches[$0] == nil }.sorted {
            let (a, b) = (current[$0].path, current[$1].path)
            return a == b ? $0 < $1 : a.utf8.lexicographicallyPrecedes(b.utf8)
        }
        for index in fresh {
            let id = freshID(current[index], besides: taken)
            taken.insert(id)
            matches[index] = IdentityMatches.Match(id: id, isNew: true, isChanged: false, isMoved: true)
        }
        return IdentityMatches(matches: matches.compactMap { $0 }, lost: pairing.openKnown.map { known[$0].id })
    }

    /// An id from kind, heading and text; the path is left out, so that a note renamed on one machine only changes nothing.
    private func freshID(_ anchor: Anchor, besides taken: Set<StudyID>) -> StudyID {
        let heading = Wording(anchor.headingPath.last ?? "", by: tokenizer).key
        let text = Wording(anchor.text, by: tokenizer).key
        let answer = anchor.kind == .cloze ? Wording(anchor.answer, by: tokenizer).key : ""
        var repeats = 0
        while true {
            let id = StudyID(StableHash(anchor.kind.rawValue, heading, text, answer, String(repeats)))
            if !taken.contains(id) { return id }
            repeats += 1
        }
    }
}
