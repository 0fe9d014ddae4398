import KBText

/// Picks the names a reader most likely meant.
enum NearestNames {
    /// How many names an error message suggests at most.
    static let most = 3

    /// The names nearest to `typed`, best first, ties in byte order; none that has nothing to do with it.
    ///
    /// A name that begins with or holds what was typed is nearer than one that differs by slips, of which one in three
    /// letters are allowed.
    static func nearest(to typed: String, among names: some Sequence<String>) -> [String] {
        let wanted = typed.lowercased()
        guard !wanted.isEmpty else { return [] }
        let distance = EditDistance(wanted)
        let limit = max(1, wanted.utf8.count / 3)
        var scored: [(rank: Int, name: String)] = []
        for name in names {
            let lowered = name.lowercased()
            if lowered.hasPrefix(wanted) {
                scored.append((0, name))
            } else if let slips = distance.distance(to: lowered, atMost: limit) {
                scored.append((slips, name))
            } else if wanted.utf8.count >= 3, lowered.utf8.count > wanted.utf8.count, lowered.contains(wanted) {
                scored.append((limit, name))
            }
        }
        scored.sort { ($0.rank, $0.name) < ($1.rank, $1.name) }
        var seen: Set<String> = []
        return Array(scored.map(\.name).filter { seen.insert($0).inserted }.prefix(most))
    }
}
