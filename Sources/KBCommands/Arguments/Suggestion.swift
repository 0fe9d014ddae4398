/// The names nearest to one that does not exist.
struct Suggestion {
    /// The nearest names, best first; empty when none is near.
    let names: [String]
    private let shown: (String) -> String

    /// The most edits by which a name may differ: one in three letters, so that `ls` does not suggest `edit`.
    private static func tolerance(for name: String) -> Int { max(1, name.count / 3) }

    /// Looks for names near `typed`: those that begin with it, then those few edits away.
    init(for typed: String, among names: [String], shownAs shown: @escaping (String) -> String = { $0 }) {
        let wanted = Array(typed.lowercased())
        let limit = Suggestion.tolerance(for: typed)
        let ranked = names.enumerated().compactMap { index, name -> (distance: Int, index: Int, name: String)? in
            let distance = Suggestion.distance(wanted, Array(name.lowercased()))
            if distance <= limit { return (distance, index, name) }
            return wanted.count >= 2 && name.lowercased().hasPrefix(typed.lowercased()) ? (limit, index, name) : nil
        }
        // Three is as many as a reader compares at a glance.
        self.names = ranked.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(3).map(\.name)
        self.shown = shown
    }

    /// `did you mean a or b?`; nil when no name is near.
    var question: String? {
        names.isEmpty ? nil : "did you mean \(names.map(shown).joined(separator: " or "))?"
    }

    /// How many insertions, deletions, substitutions and swaps of neighbours lead from `a` to `b`
    /// (optimal string alignment).
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
                current.append(best)
            }
            (before, previous) = (previous, current)
        }
        return previous[b.count]
    }
}
