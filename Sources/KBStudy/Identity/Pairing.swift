/// A known card or line that may be one of now.
struct Candidate {
    /// Higher is better.
    var score: Double
    /// Index among the known ones.
    var known: Int
    /// Index among those of now.
    var current: Int
    /// Whether the meaning may have changed.
    var isChanged: Bool

    /// How many of now are looked at for one known: a bound on the work in a vault full of equal lines.
    static let most = 400
}

/// Who belongs to whom, so far; one to one.
struct Pairing {
    /// The partner of one of now.
    struct Partner {
        var known: Int
        var isChanged: Bool
    }

    private var partners: [Partner?]
    private var isKnownTaken: [Bool]

    /// Nobody has a partner yet.
    init(known: Int, current: Int) {
        partners = Array(repeating: nil, count: current)
        isKnownTaken = Array(repeating: false, count: known)
    }

    /// Known ones without a partner, ascending.
    var openKnown: [Int] { isKnownTaken.indices.filter { !isKnownTaken[$0] } }

    /// Those of now without a partner, ascending.
    var openCurrent: [Int] { partners.indices.filter { partners[$0] == nil } }

    /// Whether both sides have some left.
    var isOpen: Bool { isKnownTaken.contains(false) && partners.contains { $0 == nil } }

    /// The partner of one of now.
    func partner(ofCurrent index: Int) -> Partner? { partners.indices.contains(index) ? partners[index] : nil }

    /// Joins two, if both are free.
    mutating func pair(known: Int, current: Int, isChanged: Bool) {
        guard isKnownTaken.indices.contains(known), partners.indices.contains(current), !isKnownTaken[known],
            partners[current] == nil
        else { return }
        isKnownTaken[known] = true
        partners[current] = Partner(known: known, isChanged: isChanged)
    }

    /// Joins the best candidates first; ties by known, then by current.
    mutating func pairBest(_ candidates: inout [Candidate]) {
        candidates.sort { a, b in
            a.score != b.score ? a.score > b.score : (a.known, a.current) < (b.known, b.current)
        }
        for candidate in candidates {
            pair(known: candidate.known, current: candidate.current, isChanged: candidate.isChanged)
        }
    }
}
