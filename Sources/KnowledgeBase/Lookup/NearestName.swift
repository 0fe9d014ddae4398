import KBText

/// Picks the names that someone most likely meant by one that does not exist.
struct NearestName {
    /// How many names an error message suggests: as many as a reader compares at a glance.
    static let most = 3

    private let typed: String
    private let distance: EditDistance
    /// How many slips are allowed: one in three letters.
    private let mostSlips: Int

    /// Compares names with `typed`, case-blind.
    init(_ typed: String) {
        self.typed = typed.lowercased()
        distance = EditDistance(self.typed)
        mostSlips = max(1, self.typed.utf8.count / 3)
    }

    /// The names nearest to `typed`, best first, ties in byte order; none that has nothing to do with it.
    static func nearest(to typed: String, among names: some Sequence<String>) -> [String] {
        let nearest = NearestName(typed)
        return best(names.compactMap { name in nearest.rank(of: name).map { (rank: $0, name: name) } })
    }

    /// The best of `ranked` names, each once.
    static func best(_ ranked: [(rank: Int, name: String)]) -> [String] {
        let sorted = ranked.sorted {
            $0.rank == $1.rank ? $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) : $0.rank < $1.rank
        }
        var seen: Set<String> = []
        return Array(sorted.map(\.name).filter { seen.insert($0).inserted }.prefix(most))
    }

    /// How far `name` is from what was typed, less is nearer; nil when it has nothing to do with it.
    ///
    /// A name that begins with what was typed is nearest, then one that differs by slips (a letter more, less, wrong, or
    /// swapped with its neighbour), then one that holds it, then one with a word that differs by slips.
    func rank(of name: String) -> Int? {
        guard !typed.isEmpty else { return nil }
        let lowered = name.lowercased()
        if lowered.hasPrefix(typed) { return 0 }
        if let slips = distance.distance(to: lowered, atMost: mostSlips) { return slips }
        guard typed.utf8.count >= 3, lowered.utf8.count > typed.utf8.count else { return nil }
        if lowered.contains(typed) { return mostSlips + 1 }
        let words = lowered.split { !$0.isLetter && !$0.isNumber }
        guard words.count > 1 else { return nil }
        return words.compactMap { distance.distance(to: $0, atMost: mostSlips) }.min().map { mostSlips + 1 + $0 }
    }
}
