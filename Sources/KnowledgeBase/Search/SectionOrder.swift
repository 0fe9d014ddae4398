import KBStore

/// The order of sections by path and line, whatever their numbers: a changed note has the highest.
final class SectionOrder {
    private let store: Store
    /// From here on, numbers say nothing about the order.
    private let firstRecent: Int
    /// Paths looked up so far, by section.
    private var paths: [Int: String] = [:]

    /// The order in `store`; paths are read where numbers do not tell it.
    init(_ store: Store) throws(StoreError) {
        self.store = store
        firstRecent = try store.firstRecentSection()
    }

    /// Whether section `a` comes before section `b`.
    func isBefore(_ a: Int, _ b: Int) -> Bool {
        if max(a, b) < firstRecent { return a < b }
        let (first, second) = (path(of: a), path(of: b))
        return first == second ? a < b : first.utf8.lexicographicallyPrecedes(second.utf8)
    }

    private func path(of section: Int) -> String {
        if let known = paths[section] { return known }
        let found = try? store.locate(sections: [UInt32(truncatingIfNeeded: section)]).first?.path
        paths[section] = found ?? ""
        return found ?? ""
    }
}
