import KBText

/// The wordings of the anchors that have to be compared.
struct AnchorTexts {
    /// What two anchors that read the same share.
    struct Key: Hashable {
        var kind: Anchor.Kind
        var text: String
        var answer: String
    }

    private struct Text {
        var anchor: Anchor
        var text: Wording
        var answer: Wording
        var heading: Wording
        /// The stems of the concept's name, sorted: `Tannin` and `tannins` are one. Empty when there is none, or
        /// when it says no more than the text: a term and its name are edited together.
        var concept: [String]
    }

    private var known: [Int: Text] = [:]
    private var current: [Int: Text] = [:]
    private var weights = WordWeights()

    /// Reads what has no partner yet; weights come from all of now.
    init(_ known: [Anchor], _ current: [Anchor], _ pairing: Pairing, by tokenizer: Tokenizer) {
        func text(_ anchor: Anchor) -> Text {
            let text = Wording(anchor.text, by: tokenizer)
            let concept = Wording(anchor.concept ?? "", by: tokenizer).content.sorted()
            return Text(
                anchor: anchor, text: text, answer: Wording(anchor.answer, by: tokenizer),
                heading: Wording(anchor.headingPath.last ?? "", by: tokenizer),
                concept: concept == text.content.sorted() ? [] : concept)
        }
        for index in pairing.openKnown { self.known[index] = text(known[index]) }
        for index in pairing.openCurrent { self.current[index] = text(current[index]) }
        var concepts: Set<String> = []
        for (index, anchor) in current.enumerated() {
            weights.add(self.current[index]?.text ?? Wording(anchor.text, by: tokenizer))
            if let concept = anchor.concept { concepts.insert(concept) }
        }
        for (index, anchor) in known.enumerated() {
            weights.add(known: self.known[index]?.text ?? Wording(anchor.text, by: tokenizer))
            if let concept = anchor.concept { concepts.insert(concept) }
        }
        for concept in concepts { weights.add(concept: Wording(concept, by: tokenizer)) }
    }

    /// The words of an open one of now, by which it is found.
    func words(ofCurrent index: Int) -> [String] { current[index]?.text.content ?? [] }

    /// The words of an open known one, rarest first; ties in its own order.
    func words(ofKnown index: Int) -> [String] {
        let words = known[index]?.text.content ?? []
        return words.enumerated().sorted { a, b in
            let (one, other) = (weights.count(of: a.element), weights.count(of: b.element))
            return one != other ? one < other : a.offset < b.offset
        }.map(\.element)
    }

    /// The weight of some words together.
    func weight(_ words: [String]) -> Double { weights.sum(words) }

    /// What a known one shares with those of now that read the same.
    func key(known index: Int, _ withAnswer: Bool) -> Key { AnchorTexts.key(known[index], withAnswer) }

    /// What one of now shares with known ones that read the same.
    func key(current index: Int, _ withAnswer: Bool) -> Key { AnchorTexts.key(current[index], withAnswer) }

    private static func key(_ text: Text?, _ withAnswer: Bool) -> Key {
        guard let text else { return Key(kind: .checklist, text: "", answer: "") }
        return Key(kind: text.anchor.kind, text: text.text.key, answer: withAnswer ? text.answer.key : "")
    }

    /// How near two stand, 0 to 1: the note, the heading, the concept.
    func nearness(_ known: Int, _ current: Int) -> Double {
        guard let old = self.known[known], let new = self.current[current] else { return 0 }
        let heading = Likeness(old.heading, new.heading, by: weights)
        let isSameConcept = !old.concept.isEmpty && old.concept == new.concept
        return (old.anchor.path == new.anchor.path ? Nearness.path : 0)
            + (heading.isOpposite ? 0 : heading.words * Nearness.heading) + (isSameConcept ? Nearness.concept : 0)
    }

    /// What each sign of a place is worth; they add up to 1.
    private enum Nearness {
        static let path = 0.35
        static let heading = 0.4
        static let concept = 0.25
    }

    /// Whether the same text with another answer can be the same card: a sentence with its gap elsewhere is not.
    func mayAnswerOtherwise(_ known: Int, _ current: Int) -> Bool {
        guard let old = self.known[known], let new = self.current[current] else { return false }
        guard old.anchor.kind == .cloze else { return true }
        let answer = Likeness(old.answer, new.answer, by: weights)
        return !answer.isOpposite && answer.words >= Likeness.leastWords
    }

    /// Whether the answer says something else now.
    func isAnswerChanged(_ known: Int, _ current: Int) -> Bool {
        guard let old = self.known[known], let new = self.current[current] else { return false }
        guard old.answer.key != new.answer.key else { return false }
        let answer = Likeness(old.answer, new.answer, by: weights)
        return answer.isOpposite || answer.isChanged
    }

    /// What speaks for a known one being one of now; nil when nothing does, or when something forbids it.
    ///
    /// Words count most. The place lets a freer wording pass, and never makes up for words that are not there.
    func candidate(_ known: Int, _ current: Int) -> Candidate? {
        guard let old = self.known[known], let new = self.current[current], old.anchor.kind == new.anchor.kind,
            mayAnswerOtherwise(known, current)
        else { return nil }
        let text = Likeness(old.text, new.text, by: weights)
        let nearness = nearness(known, current)
        let score = text.words + AnchorTexts.placeWeight * nearness
        let leastWords = text.isMixed ? AnchorTexts.leastMixedWords : Likeness.leastWords
        guard !text.isOpposite, text.words >= leastWords, score >= AnchorTexts.leastScore else { return nil }
        // Words added far away make another text of it.
        if text.isExtension, nearness < AnchorTexts.leastNearness { return nil }
        var isChanged = text.isChanged || isAnswerChanged(known, current)
        if !old.concept.isEmpty, !new.concept.isEmpty, old.concept != new.concept {
            guard text.words >= AnchorTexts.leastAcrossConcepts else { return nil }
            isChanged = true
        }
        return Candidate(score: score, known: known, current: current, isChanged: isChanged)
    }

    // Measured on pairs of wordings, same and different: see `docs/study.md`.
    private static let placeWeight = 0.2
    private static let leastMixedWords = 0.7
    private static let leastScore = 0.66
    private static let leastNearness = 0.5
    private static let leastAcrossConcepts = 0.85
}
