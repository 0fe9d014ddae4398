internal import KBText

/// The words of all notes as vectors: the square root of how often a word stands in a note times how rare it is.
///
/// Only the counts are kept, by note and by word; weights are worked out on the way.
/// - SeeAlso: G. Salton, C. Buckley: Term-weighting approaches in automatic text retrieval (1988).
struct WordVectors {
    private let lists: [TermCountList]
    /// The natural logarithm of how many times more notes there are than hold the word; 0 for words left out.
    private var rarities: [Float]
    /// Where the notes of each word begin in ``postings``, and the end.
    private var starts: [Int]
    private var postings: [Int32]
    /// How often, 255 for more.
    private var counts: [UInt8]
    /// One over the length of each note's vector; 0 for a note without words.
    private var inverseLengths: [Float]
    private let roots: [Float] = (0...255).map { Float($0).squareRoot() }

    /// The vectors of notes with these words, of which there are `termCount`.
    init(_ lists: [TermCountList], termCount: Int) {
        self.lists = lists
        var frequencies = [Int](repeating: 0, count: termCount)
        for list in lists { list.forEach { term, _ in frequencies[term] += 1 } }
        let most = max(SuggestionWeight.fewNotes, Int(Double(lists.count) * SuggestionWeight.commonWord))
        rarities = frequencies.map { frequency in
            guard 2...most ~= frequency else { return 0 }
            return Float(logarithm(Double(lists.count + 1) / Double(frequency)))
        }
        starts = [0]
        starts.reserveCapacity(termCount + 1)
        for (term, frequency) in frequencies.enumerated() {
            starts.append((starts.last ?? 0) + (rarities[term] > 0 ? frequency : 0))
        }
        postings = Array(repeating: 0, count: starts.last ?? 0)
        counts = Array(repeating: 0, count: postings.count)
        inverseLengths = Array(repeating: 0, count: lists.count)
        fill()
    }

    private mutating func fill() {
        var next = starts
        for (note, list) in lists.enumerated() {
            var square: Float = 0
            list.forEach { term, count in
                let rarity = rarities[term]
                guard rarity > 0 else { return }
                let kept = UInt8(clamping: count)
                postings[next[term]] = Int32(truncatingIfNeeded: note)
                counts[next[term]] = kept
                next[term] += 1
                square += Float(kept) * rarity * rarity
            }
            inverseLengths[note] = square > 0 ? 1 / square.squareRoot() : 0
        }
    }

    /// Adds the cosine of `note` with every note that shares a word with it, itself among them.
    func addCosines(of note: Int, to row: inout ScoreRow) {
        row.fill { values, touched in
            postings.withUnsafeBufferPointer { postings in
                counts.withUnsafeBufferPointer { counts in
                    roots.withUnsafeBufferPointer { roots in
                        lists[note].forEach { term, count in
                            let rarity = rarities[term]
                            guard rarity > 0 else { return }
                            let weight = roots[min(count, 255)] * rarity * rarity
                            for place in starts[term]..<starts[term + 1] {
                                let other = Int(postings[place])
                                if values[other] == 0 { touched.append(postings[place]) }
                                values[other] += weight * roots[Int(counts[place])]
                            }
                        }
                    }
                }
            }
        }
        row.scale(by: inverseLengths[note], inverseLengths)
    }

    /// The words that add most to the cosine of `a` and `b`, the rare ones before the frequent ones, ties by number.
    func sharedTerms(_ a: Int, _ b: Int, limit: Int) -> [Int] {
        var ofA: [(term: Int, root: Float)] = []
        lists[a].forEach { term, count in if rarities[term] > 0 { ofA.append((term, roots[min(count, 255)])) } }
        var shared: [(term: Int, value: Float)] = []
        var place = 0
        lists[b].forEach { term, count in
            while place < ofA.count, ofA[place].term < term { place += 1 }
            guard place < ofA.count, ofA[place].term == term else { return }
            // Once more than in the cosine: a reader believes a rare word sooner than a common one repeated.
            let rarity = rarities[term]
            shared.append((term, ofA[place].root * roots[min(count, 255)] * rarity * rarity * rarity))
        }
        shared.sort { $0.value == $1.value ? $0.term < $1.term : $0.value > $1.value }
        return shared.prefix(limit).map(\.term)
    }
}
