public import KBModel

/// The sections that answer a query, scored.
///
/// A score is the sum, word by word, of: BM25 over the section's text, heading included, the same over its heading alone, the same over the
/// nearest heading above that holds the word, and BM25 of adjacent words as phrases; see ``RankingWeight``. Time grows
/// with the postings given plus, once, the number of sections.
public struct Ranking {
    let words: [WeightedPostings]
    let phrases: [WeightedPostings]
    let table: SectionTable
    let candidates: SectionSet?
    let bm25: BM25
    /// The live sections with a word, or all when there are no words, each with a place in the two arrays below: few of
    /// all sections, so that a large vault costs no more memory than the hits in it.
    private let found: SectionPlaces
    /// The score of each section found.
    private var scores: [Double] = []
    /// Which words each section found holds, heading path included, a bit each; see ``trackedWords``.
    private var held: [UInt64] = []
    /// The sections that satisfy the query.
    private let hits: SectionSet

    /// For how many words it is remembered which section holds them; more words than that rank all the same.
    public static let trackedWords = 64

    /// Scores every section that holds one of `words`.
    ///
    /// - Parameters:
    ///   - words: Each word of the query once, with its alternatives.
    ///   - phrases: Adjacent words of the query; they add to a score but find nothing on their own.
    ///   - candidates: Where hits may be; nil for everywhere. When there are no words, all of these are hits of score 0.
    public init(words: [RankedWord], phrases: [RankedWord] = [], table: SectionTable, candidates: SectionSet? = nil) {
        let bm25 = BM25(table)
        self.words = words.map { WeightedPostings($0, bm25) }
        self.phrases = phrases.map { WeightedPostings($0, bm25) }
        self.table = table
        self.candidates = candidates
        self.bm25 = bm25
        let found = SectionPlaces(Ranking.sections(of: self.words, in: table))
        self.found = found
        hits = candidates.map(found.set.intersection) ?? found.set
        // Local arrays, because each store through `self` would check for sharing first.
        var scores = [Double](repeating: 0, count: found.count)
        var held = [UInt64](repeating: 0, count: found.count)
        for (index, word) in self.words.enumerated() {
            add(word, bit: Ranking.bit(index), to: &scores, holding: &held)
        }
        for (index, word) in self.words.enumerated() {
            addPaths(of: word, bit: Ranking.bit(index), to: &scores, holding: &held)
        }
        for phrase in self.phrases { addPhrase(phrase, to: &scores) }
        self.scores = scores
        self.held = held
    }

    /// The live sections with one of `words`, or all of them when there are no words.
    private static func sections(of words: [WeightedPostings], in table: SectionTable) -> SectionSet {
        guard !words.isEmpty else { return SectionSet(liveIn: table) }
        let lengths = table.lengths
        var found = SectionSet(capacity: lengths.count)
        for word in words {
            for section in word.sections where Int(section) < lengths.count {
                if lengths[Int(section)] != SectionLength.dead { found.insert(Int(section)) }
            }
        }
        return found
    }

    private static func bit(_ word: Int) -> UInt64 { 1 << UInt64(min(word, trackedWords - 1)) }

    private func add(
        _ word: WeightedPostings, bit: UInt64, to scores: inout [Double], holding held: inout [UInt64]
    ) {
        let scale = scale(of: word)
        let lengths = table.lengths
        let dampings = bm25.damping
        word.forEach { section, heading, body in
            guard let place = found.place(of: section) else { return }
            held[place] |= bit
            scores[place] += scale.text * Double(BM25.gain(body + heading, damping: dampings[Int(lengths[section])]))
            if heading > 0 { scores[place] += scale.heading * Double(BM25.headingGain(heading)) }
        }
    }

    private func addPhrase(_ phrase: WeightedPostings, to scores: inout [Double]) {
        let scale = phraseScale(of: phrase)
        phrase.forEach { section, heading, body in
            guard let place = found.place(of: section) else { return }
            scores[place] += scale * Double(BM25.gain(body + heading, damping: damping(section)))
        }
    }

    /// Gives the sections under a heading that holds the word its share, if they hold a word of the query themselves.
    private func addPaths(
        of word: WeightedPostings, bit: UInt64, to scores: inout [Double], holding held: inout [UInt64]
    ) {
        let scale = pathScale(of: word)
        let (shapes, lengths) = (table.shapes, table.lengths)
        let end = min(shapes.count, lengths.count)
        // The headings above the current section that hold the word, innermost last.
        var above: [(level: UInt8, gain: Double)] = []
        var section = 0
        for place in word.headed.indices {
            let index = word.headed[place]
            let start = Int(word.sections[index])
            guard start >= section, start < end, lengths[start] != SectionLength.dead else { continue }
            let next = place + 1 < word.headed.count ? Int(word.sections[word.headed[place + 1]]) : end
            if start > section { above.removeAll(keepingCapacity: true) }
            section = start
            // `start` itself, which may stand under an earlier one, and what follows up to the next heading that holds it.
            while section < min(max(next, start + 1), end) {
                let level = shapes[section] & 0x0F
                if shapes[section] & SectionShape.firstOfNote != 0 || lengths[section] == SectionLength.dead {
                    above.removeAll(keepingCapacity: true)
                }
                while let last = above.last, last.level >= level { above.removeLast() }
                if let nearest = above.last, let place = found.place(of: section) {
                    scores[place] += scale * nearest.gain
                    held[place] |= bit
                }
                if section == start {
                    above.append((level, Double(BM25.headingGain(word.frequency(index).heading))))
                } else if above.isEmpty {
                    break
                }
                section += 1
            }
        }
    }

    func damping(_ section: Int) -> Float { bm25.damping[Int(table.lengths[section])] }

    func scale(of word: WeightedPostings) -> (text: Double, heading: Double) {
        let rarity = bm25.rarity(word.spread) * word.emphasis
        return (rarity, rarity * RankingWeight.heading)
    }

    func pathScale(of word: WeightedPostings) -> Double {
        bm25.rarity(word.spread) * word.emphasis * RankingWeight.path
    }

    func phraseScale(of phrase: WeightedPostings) -> Double {
        bm25.rarity(phrase.spread) * phrase.emphasis * RankingWeight.phrase
    }

    // MARK: - Answers

    /// How many sections are hits.
    public var total: Int { hits.count }

    /// How many notes have a hit.
    public var noteTotal: Int {
        var count = 0
        var next = 0
        for section in hits.sections where section >= next {
            count += 1
            next = endOfNote(section)
        }
        return count
    }

    /// The best sections, best first.
    ///
    /// - Parameters:
    ///   - limit: The most to return.
    ///   - groupsByNote: Whether each note counts once, with its best section.
    ///   - breaksTie: Which of two sections with equal scores comes first; the lower number when not given.
    public func best(
        _ limit: Int, groupsByNote: Bool = false, breakingTiesBy breaksTie: @escaping (Int, Int) -> Bool = { $0 < $1 }
    ) -> [ScoredSection] {
        guard limit > 0 else { return [] }
        var best = BestSections(limit: limit, breakingTiesBy: breaksTie)
        guard groupsByNote else {
            for section in hits.sections { best.offer(scored(section)) }
            return best.sorted()
        }
        var bestOfNote: ScoredSection?
        var end = 0
        for section in hits.sections {
            let scored = scored(section)
            if section < end, let leader = bestOfNote {
                let isBetter =
                    leader.score == scored.score
                    ? breaksTie(section, leader.section) : scored.score > leader.score
                if isBetter { bestOfNote = scored }
            } else {
                if let done = bestOfNote { best.offer(done) }
                bestOfNote = scored
                end = endOfNote(section)
            }
        }
        if let done = bestOfNote { best.offer(done) }
        return best.sorted()
    }

    /// Whether `section` holds the word at `index`, in itself or in its heading path. Words from
    /// ``trackedWords`` on share one answer.
    public func holds(_ section: Int, word index: Int) -> Bool {
        found.place(of: section).map { held[$0] & Ranking.bit(index) != 0 } ?? false
    }

    private func scored(_ section: Int) -> ScoredSection {
        ScoredSection(section: section, score: found.place(of: section).map { scores[$0] } ?? 0)
    }

    /// The first section of the note that follows the one `section` is in.
    private func endOfNote(_ section: Int) -> Int {
        let shapes = table.shapes
        var next = section + 1
        while next < shapes.count, shapes[next] & SectionShape.firstOfNote == 0 { next += 1 }
        return next
    }

    /// What `section` earned; 0 when it is no hit.
    public func score(of section: Int) -> Double { hits.contains(section) ? scored(section).score : 0 }

    /// Whether one of the hits satisfies `condition`.
    public func hasHit(where condition: (Int) -> Bool) -> Bool { hits.sections.contains(where: condition) }
}
