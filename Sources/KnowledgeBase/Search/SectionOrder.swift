import KBStore

/// The order of sections by path and line, whatever their numbers: a changed note has the highest.
final class SectionOrder {
    private let store: Store
    private var ranks: [(first: Int, rank: Int)]?

    /// The order in `store`; the paths are read when first needed.
    init(_ store: Store) { self.store = store }

    /// Whether section `a` comes before section `b`.
    func isBefore(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (rank(of: a), rank(of: b))
        return first == second ? a < b : first < second
    }

    private func rank(of section: Int) -> Int {
        let ranks = ranks ?? load()
        var low = 0
        var high = ranks.count
        while low < high {
            let middle = (low + high) / 2
            if ranks[middle].first <= section { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? ranks[low - 1].rank : 0
    }

    private func load() -> [(first: Int, rank: Int)] {
        let stamps = (try? store.stamps()) ?? []
        let byPath = stamps.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let loaded = byPath.enumerated().map { (first: $0.element.note, rank: $0.offset) }.sorted {
            $0.first < $1.first
        }
        ranks = loaded
        return loaded
    }
}
