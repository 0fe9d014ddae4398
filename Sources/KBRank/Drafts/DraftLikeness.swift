internal import KBText

/// How much of a draft other texts say, by its words and by which of them stand side by side.
///
/// Words are numbers, those the draft does not have 0. A word counts by the square of its rarity, a pair of neighbours by
/// the sum of theirs, and by how few of the other texts have it: what all of them say is the phrasing of their kind, and
/// does not make one of them a copy. `docs/editing.md` has the measurements.
public struct DraftLikeness: Sendable {
    /// What one text has of the draft.
    public struct Result: Equatable, Sendable {
        /// How sure it is that the text says the same, 0 to 1.
        public var likeness: Double
        /// How many of the draft's words stand there beside a word that they stand beside in the draft, 0 to 1.
        public var share: Double
        /// The first word of the text that is such a word: a place among its words; nil when there is none.
        public var start: Int?
    }

    /// What the words say against what their pairs say. Pairs alone miss texts whose sentences changed places.
    private static let wordShare = 0.3
    /// So many words of the text may lie between two that are neighbours in the draft, less one: an edit that leaves a word
    /// out must not part its neighbours.
    private static let reach = 2
    /// A text with so many of the draft's runs of three words is a copy, though many others are as well.
    private static let copied = 0.8

    private let words: [Int32]
    private let distinct: [Int32]
    private let rarities: [Double]
    /// The pairs of neighbours, each once, with the place of each.
    private let pairs: [UInt64: Int]
    private let pairWeights: [Double]
    /// For each two neighbours of the draft, which pair they are; nil for twice the same word.
    private let pairOfPlace: [Int?]
    private let triples: Set<UInt64>

    /// A draft of these words, whose rarities are by number.
    public init(_ words: [Int32], rarities: [Double]) {
        self.words = words
        self.rarities = rarities
        var seen: Set<Int32> = []
        distinct = words.filter { seen.insert($0).inserted }
        var pairs: [UInt64: Int] = [:]
        var weights: [Double] = []
        var ofPlace: [Int?] = []
        for (first, second) in zip(words, words.dropFirst()) {
            let key = DraftLikeness.key(first, second)
            guard first != second else {
                ofPlace.append(nil)
                continue
            }
            let known = pairs[key] ?? weights.count
            if known == weights.count {
                pairs[key] = known
                weights.append(rarities.rarity(first) + rarities.rarity(second))
            }
            ofPlace.append(known)
        }
        self.pairs = pairs
        pairWeights = weights
        pairOfPlace = ofPlace
        triples = DraftLikeness.triples(of: words)
    }

    /// Whether a draft of `words` telling words that is so like another text says the same.
    ///
    /// A few words are easily shared by chance, and fewer than four say too little to judge.
    public static func isSame(_ likeness: Double, words: Int) -> Bool {
        switch words {
        case ..<4: false
        case ..<8: likeness >= 0.75
        default: likeness >= 0.45
        }
    }

    /// What each of `texts` has of the draft, in their order. They must be those most like it, or at least a good
    /// sample: what a pair is worth depends on all of them.
    public func results(in texts: [[Int32]]) -> [Result] {
        let found = texts.map { matches(in: $0) }
        var counts = [Int](repeating: 0, count: pairWeights.count)
        for match in found {
            for pair in match.pairs.indices where match.pairs[pair] { counts[pair] += 1 }
        }
        let all = logarithm(Double(texts.count + 1))
        let weights = pairWeights.indices.map { pair in
            guard all > 0 else { return pairWeights[pair] }
            let telling = logarithm(Double(texts.count + 1) / Double(max(1, counts[pair]))) / all
            return pairWeights[pair] * telling * telling
        }
        return found.map { result($0, weights) }
    }

    /// What one text has.
    private struct Match {
        var words: Set<Int32> = []
        var pairs: [Bool]
        var start: Int?
        /// The part of ``DraftLikeness/triples``, 0 to 1.
        var triples = 0.0
    }

    private func matches(in text: [Int32]) -> Match {
        var match = Match(pairs: Array(repeating: false, count: pairWeights.count))
        for (place, word) in text.enumerated() where word > 0 {
            match.words.insert(word)
            for other in text[(place + 1)...].prefix(DraftLikeness.reach) where other > 0 && other != word {
                guard let pair = pairs[DraftLikeness.key(word, other)] else { continue }
                match.pairs[pair] = true
                match.start = match.start ?? place
            }
        }
        let shared = triples.intersection(DraftLikeness.triples(of: text)).count
        match.triples = triples.isEmpty ? 0 : Double(shared) / Double(triples.count)
        return match
    }

    private func result(_ match: Match, _ weights: [Double]) -> Result {
        func square(_ word: Int32) -> Double { rarities.rarity(word) * rarities.rarity(word) }
        let allWords = distinct.reduce(0) { $0 + square($1) }
        let sharedWords = distinct.reduce(0) { match.words.contains($1) ? $0 + square($1) : $0 }
        let allPairs = weights.reduce(0, +)
        let sharedPairs = zip(weights, match.pairs).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
        let ofWords = allWords > 0 ? sharedWords / allWords : 0
        let ofPairs = allPairs > 0 ? sharedPairs / allPairs : 0
        let likeness = DraftLikeness.wordShare * ofWords + (1 - DraftLikeness.wordShare) * ofPairs
        return Result(
            likeness: match.triples >= DraftLikeness.copied ? max(likeness, match.triples) : likeness,
            share: share(match), start: match.start)
    }

    private func share(_ match: Match) -> Double {
        guard !words.isEmpty else { return 0 }
        var isShared = [Bool](repeating: false, count: words.count)
        for (place, pair) in pairOfPlace.enumerated() {
            guard let pair, match.pairs[pair] else { continue }
            isShared[place] = true
            isShared[place + 1] = true
        }
        return Double(isShared.count { $0 }) / Double(words.count)
    }

    private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }

    /// The runs of three words; a draft has fewer than two million words, so that they fit into 63 bits.
    private static func triples(of words: [Int32]) -> Set<UInt64> {
        guard words.count > 2 else { return [] }
        var triples: Set<UInt64> = []
        for place in 2..<words.count where words[place] > 0 && words[place - 1] > 0 && words[place - 2] > 0 {
            var key: UInt64 = 0
            for word in words[place - 2...place] { key = key << 21 | UInt64(UInt32(bitPattern: word)) & 0x1F_FFFF }
            triples.insert(key)
        }
        return triples
    }
}

extension [Double] {
    /// The rarity of the word with this number; 0 when none is known.
    fileprivate func rarity(_ word: Int32) -> Double { indices.contains(Int(word)) ? self[Int(word)] : 0 }
}
