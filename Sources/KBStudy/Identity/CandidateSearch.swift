/// Finds, for a known wording, the few of now that share the most of its words.
struct CandidateSearch {
    private let texts: AnchorTexts
    private let current: [Int]
    /// By word: positions in ``current``, ascending.
    private var places: [String: [Int]] = [:]
    /// The weight of all words of each, by position.
    private let totals: [Double]
    /// The weight of the words shared with the wording at hand, by position; all 0 between two searches.
    private var shared: [Double]

    /// A search among `current`.
    init(_ texts: AnchorTexts, _ current: [Int]) {
        self.texts = texts
        self.current = current
        totals = current.map { texts.weight(texts.words(ofCurrent: $0)) }
        shared = Array(repeating: 0, count: current.count)
        for (position, index) in current.enumerated() {
            for word in texts.words(ofCurrent: index) { places[word, default: []].append(position) }
        }
    }

    /// Those worth a closer look, most alike first; ties in their own order.
    mutating func nearest(to known: Int) -> [Int] {
        let words = texts.words(ofKnown: known)
        let total = texts.weight(words)
        var touched: [Int] = []
        for (rank, word) in words.enumerated() {
            let holders = places[word] ?? []
            // A word that very many hold tells little; the rarest one is looked at whatever it costs.
            guard rank == 0 || holders.count <= Candidate.most else { continue }
            let weight = texts.weight([word])
            for position in holders.prefix(Candidate.most) {
                if shared[position] == 0 { touched.append(position) }
                shared[position] += weight
            }
        }
        var found: [(likeness: Double, position: Int)] = []
        for position in touched {
            let likeness = 2 * shared[position] / max(total + totals[position], .leastNormalMagnitude)
            if likeness >= CandidateSearch.leastLikeness { found.append((likeness, position)) }
            shared[position] = 0
        }
        found.sort { a, b in a.likeness != b.likeness ? a.likeness > b.likeness : a.position < b.position }
        return found.prefix(CandidateSearch.most).map { current[$0.position] }
    }

    /// Well below what a match needs, since respelled words and words that many hold are not counted here.
    private static let leastLikeness = 0.25
    /// How many are looked at closely.
    private static let most = 12
}
