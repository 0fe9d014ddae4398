/// Which lines of two texts differ: the fewest that can, by Myers' greedy algorithm.
///
/// - SeeAlso: Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
struct LineDifference {
    /// For each line of the old text, whether it is gone.
    private(set) var isRemoved: [Bool]
    /// For each line of the new text, whether it is new.
    private(set) var isAdded: [Bool]

    /// How many changes are looked for before everything between the first and the last is called changed: the search
    /// takes the square of this in memory (32 MB), and nobody reads such a difference line by line.
    static let mostChanges = 2_000

    /// Compares texts whose equal lines have equal numbers.
    init(from old: [Int], to new: [Int]) {
        isRemoved = [Bool](repeating: false, count: old.count)
        isAdded = [Bool](repeating: false, count: new.count)
        var first = 0
        while first < old.count, first < new.count, old[first] == new[first] { first += 1 }
        var (oldEnd, newEnd) = (old.count, new.count)
        while oldEnd > first, newEnd > first, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
        }
        mark(Array(old[first..<oldEnd]), Array(new[first..<newEnd]), offset: first)
        LineDifference.slide(&isRemoved, along: old)
        LineDifference.slide(&isAdded, along: new)
    }

    /// Marks what differs between `old` and `new`, which begin at `offset` in the texts.
    private mutating func mark(_ old: [Int], _ new: [Int], offset: Int) {
        guard let trace = LineDifference.trace(old, new) else {
            for index in old.indices { isRemoved[offset + index] = true }
            for index in new.indices { isAdded[offset + index] = true }
            return
        }
        var (x, y) = (old.count, new.count)
        for step in trace.indices.reversed() where step > 0 {
            let (k, reached) = (x - y, trace[step - 1])
            let isDown = LineDifference.isDown(k, step, reached)
            let previous = isDown ? k + 1 : k - 1
            // On diagonal `previous` the step before came this far.
            let fromX = reached[previous + step - 1]
            let fromY = fromX - previous
            if isDown { isAdded[offset + fromY] = true } else { isRemoved[offset + fromX] = true }
            (x, y) = (fromX, fromY)
        }
    }

    /// How far each number of changes leads on each diagonal, until both texts are used up; nil when that takes too many.
    ///
    /// Entry `d` holds the diagonals from `-d` to `d`.
    private static func trace(_ old: [Int], _ new: [Int]) -> [[Int]]? {
        var trace: [[Int]] = []
        for step in 0...min(old.count + new.count, mostChanges) {
            var reach = [Int](repeating: 0, count: 2 * step + 1)
            for k in stride(from: -step, through: step, by: 2) {
                var x = 0
                if step > 0 {
                    let before = trace[step - 1]
                    x = isDown(k, step, before) ? before[k + 1 + step - 1] : before[k - 1 + step - 1] + 1
                }
                while x < old.count, x - k >= 0, x - k < new.count, old[x] == new[x - k] { x += 1 }
                reach[k + step] = x
                if x >= old.count, x - k >= new.count { return trace + [reach] }
            }
            trace.append(reach)
        }
        return nil
    }

    /// Whether diagonal `k` is best reached in `step` changes by a line of the new text.
    private static func isDown(_ k: Int, _ step: Int, _ before: [Int]) -> Bool {
        if k == -step { return true }
        if k == step { return false }
        return before[k - 1 + step - 1] < before[k + 1 + step - 1]
    }

    /// Moves each run of changed lines down as far as the same text allows: a change then ends where a reader ends it,
    /// behind a whole entry rather than in the middle of it.
    private static func slide(_ isChanged: inout [Bool], along lines: [Int]) {
        var end = lines.count
        while end > 0 {
            guard isChanged[end - 1] else {
                end -= 1
                continue
            }
            var first = end - 1
            while first > 0, isChanged[first - 1] { first -= 1 }
            let next = first
            var last = end
            while last < lines.count, !isChanged[last], lines[first] == lines[last] {
                isChanged[first] = false
                isChanged[last] = true
                first += 1
                last += 1
            }
            end = next
        }
    }
}
