/// Joins lines that make one point.
///
/// Each line is compared with those that share one of its rarer words. The most alike are joined first; two groups are
/// joined only when nothing holds any two of their lines apart, and each line is like most of the other group.
struct LineFolding {
    /// The group of each line: the smallest index in it.
    private(set) var groups: [Int]

    /// At most so many lines that share a word are compared with each other: a word that more hold tells too little.
    private static let mostHolders = 60

    /// Joins the lines in `bags`; a line that is not `wanted` is only joined to one that is.
    init(_ bags: [LineBag], wanted: [Bool], _ rules: FoldRules) {
        groups = Array(bags.indices)
        var holders: [String: [Int]] = [:]
        for (index, bag) in bags.enumerated() {
            for word in bag.all where word.share == 1 { holders[word.stem, default: []].append(index) }
        }
        var pairs: [(likeness: Double, a: Int, b: Int)] = []
        var seen: Set<Int> = []
        for (index, bag) in bags.enumerated() {
            seen.removeAll(keepingCapacity: true)
            for word in bag.all where word.share == 1 {
                guard let others = holders[word.stem], others.count <= LineFolding.mostHolders else { continue }
                for other in others where other < index && (wanted[index] || wanted[other]) {
                    guard seen.insert(other).inserted else { continue }
                    let likeness = rules.likeness(bags[other], bag)
                    if likeness > 0 { pairs.append((likeness, other, index)) }
                }
            }
        }
        pairs.sort { a, b in a.likeness != b.likeness ? a.likeness > b.likeness : (a.a, a.b) < (b.a, b.b) }
        var members: [Int: [Int]] = [:]
        for pair in pairs {
            let (first, second) = (groups[pair.a], groups[pair.b])
            guard first != second else { continue }
            let (low, high) = (min(first, second), max(first, second))
            let (one, other) = (members[low] ?? [low], members[high] ?? [high])
            guard one.allSatisfy({ a in other.allSatisfy { rules.mayMeet(bags[a], bags[$0]) } }) else { continue }
            let joined = (one + other).sorted()
            for member in other { groups[member] = low }
            members[low] = joined
            members[high] = nil
        }
    }
}
