/// Joins lines that make one point.
///
/// Each line is compared with those that share one of its rarer words. The most alike are joined first; two groups are
/// joined only when nothing holds any two of their lines apart, and each line is like most of the other group.
struct LineFolding {
    /// The group of each line: the smallest index in it.
    private(set) var groups: [Int]

    /// At most so many lines that share a word are compared with each other: a word that more hold tells too little.
    private static let mostHolders = 60

    /// Two lines that may be one item, `a` before `b`.
    private struct Pair {
        var likeness: Double
        var a: Int
        var b: Int
        /// Whether they stand above lines that say the same, and are joined for that, whatever else they say.
        var areHeads = false
    }

    /// Joins the lines in `bags`; a line that is not `wanted` is only joined to one that is.
    init(_ bags: [LineBag], wanted: [Bool], _ rules: FoldRules) {
        groups = Array(bags.indices)
        var pairs = LineFolding.alike(bags, wanted, rules)
        pairs += LineFolding.heads(of: pairs, bags, wanted, rules)
        pairs.sort { a, b in a.likeness != b.likeness ? a.likeness > b.likeness : (a.a, a.b) < (b.a, b.b) }
        join(pairs, bags, rules)
    }

    /// The lines that are like each other.
    private static func alike(_ bags: [LineBag], _ wanted: [Bool], _ rules: FoldRules) -> [Pair] {
        var holders: [String: [Int]] = [:]
        for (index, bag) in bags.enumerated() {
            for stem in keys(of: bag) { holders[stem, default: []].append(index) }
        }
        var pairs: [Pair] = []
        var seen: Set<Int> = []
        for (index, bag) in bags.enumerated() {
            seen.removeAll(keepingCapacity: true)
            for stem in keys(of: bag) {
                guard let others = holders[stem], others.count <= mostHolders else { continue }
                for other in others where other < index && (wanted[index] || wanted[other]) {
                    guard seen.insert(other).inserted else { continue }
                    let likeness = rules.likeness(bags[other], bag)
                    if likeness > 0 { pairs.append(Pair(likeness: likeness, a: other, b: index)) }
                }
            }
        }
        return pairs
    }

    /// The lines above those of `pairs` that may head one list.
    private static func heads(
        of pairs: [Pair], _ bags: [LineBag], _ wanted: [Bool], _ rules: FoldRules
    ) -> [Pair] {
        let starts = starts(of: bags)
        return pairs.compactMap { pair in
            guard let a = parent(of: bags[pair.a], starts, bags), let b = parent(of: bags[pair.b], starts, bags),
                wanted[a] || wanted[b], rules.mayHead(bags[a], bags[b])
            else { return nil }
            return Pair(likeness: FoldRules.heading, a: min(a, b), b: max(a, b), areHeads: true)
        }
    }

    /// Joins the groups of `pairs`, the most alike first.
    private mutating func join(_ pairs: [Pair], _ bags: [LineBag], _ rules: FoldRules) {
        var members: [Int: [Int]] = [:]
        for pair in pairs {
            let (first, second) = (groups[pair.a], groups[pair.b])
            guard first != second else { continue }
            let (low, high) = (min(first, second), max(first, second))
            let (one, other) = (members[low] ?? [low], members[high] ?? [high])
            let areHeads = pair.areHeads && one.count == 1 && other.count == 1
            guard areHeads || one.allSatisfy({ a in other.allSatisfy { rules.mayMeet(bags[a], bags[$0]) } }) else {
                continue
            }
            for member in other { groups[member] = low }
            members[low] = (one + other).sorted()
            members[high] = nil
        }
    }

    /// By note: the index of its first line.
    private static func starts(of bags: [LineBag]) -> [Int: Int] {
        var starts: [Int: Int] = [:]
        for (index, bag) in bags.enumerated() where starts[bag.note] == nil { starts[bag.note] = index }
        return starts
    }

    /// The line above one in its list; all lines of a note stand in a row.
    private static func parent(of bag: LineBag, _ starts: [Int: Int], _ bags: [LineBag]) -> Int? {
        guard bag.list >= 0, let start = starts[bag.note] else { return nil }
        let parent = start + bag.list
        return bags.indices.contains(parent) && bags[parent].note == bag.note ? parent : nil
    }

    /// The stems that lines to compare with are found by: telling words and the instruction.
    private static func keys(of bag: LineBag) -> [String] {
        var keys = bag.all.filter { $0.share == 1 }.map(\.stem)
        if let verb = bag.verb, !keys.contains(verb) { keys.append(verb) }
        return keys
    }
}
