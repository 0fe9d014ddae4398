/// Which groups of terms are one concept.
///
/// A union–find forest whose roots are the lowest members, so that the result does not depend on the order of joining.
/// Groups that a person keeps apart, or that belong to different entries of the vocabulary, are never joined.
struct DisjointGroups {
    private var parents: [Int]
    /// The vocabulary entry of a root, counted from 0; -1 for none.
    private var owners: [Int]
    private var kept: [(Int, Int)] = []

    /// So many groups, each by itself.
    init(count: Int) {
        parents = Array(0..<count)
        owners = Array(repeating: -1, count: count)
    }

    /// The lowest group of the concept that `group` belongs to.
    mutating func root(of group: Int) -> Int {
        var root = group
        while parents[root] != root {
            parents[root] = parents[parents[root]]
            root = parents[root]
        }
        return root
    }

    /// Which vocabulary entry the concept of `group` belongs to; nil for none.
    mutating func owner(of group: Int) -> Int? {
        let owner = owners[root(of: group)]
        return owner < 0 ? nil : owner
    }

    /// Gives the concept of `group` to a vocabulary entry, unless another has it.
    mutating func give(_ group: Int, to entry: Int) {
        let root = root(of: group)
        if owners[root] < 0 { owners[root] = entry }
    }

    /// From now on the two are never joined.
    mutating func keepApart(_ a: Int, _ b: Int) { kept.append((a, b)) }

    /// Makes one concept of the two, unless a person keeps them apart; whether they are one now.
    @discardableResult
    mutating func join(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (root(of: a), root(of: b))
        if first == second { return true }
        if owners[first] >= 0, owners[second] >= 0, owners[first] != owners[second] { return false }
        for (one, other) in kept {
            let pair = (root(of: one), root(of: other))
            if pair == (first, second) || pair == (second, first) { return false }
        }
        let (low, high) = (min(first, second), max(first, second))
        parents[high] = low
        owners[low] = max(owners[first], owners[second])
        return true
    }
}
