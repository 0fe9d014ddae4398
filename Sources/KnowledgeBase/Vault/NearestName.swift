/// Finds what someone meant to type among a few names.
enum NearestName {
    /// Names longer than this are not compared, so that a hostile file costs no time.
    private static let longest = 64

    /// The name with the fewest slips from `typed`, the first of equals; nil when none is near.
    ///
    /// Near is at most one slip in three characters: a letter more, less, wrong, or swapped with its neighbour.
    static func find(_ typed: String, among names: [String]) -> String? {
        let wanted = Array(typed.lowercased().unicodeScalars)
        guard wanted.count <= longest else { return nil }
        var best: (name: String, slips: Int)?
        for name in names {
            let slips = distance(wanted, Array(name.lowercased().unicodeScalars))
            if slips * 3 <= max(wanted.count, 3), slips < best?.slips ?? .max { best = (name, slips) }
        }
        return best?.name
    }

    /// The optimal string alignment distance.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var row = [i + 1]
            for (j, y) in b.enumerated() {
                var slips = min(last[j] + (x == y ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { slips = min(slips, beforeLast[j - 1] + 1) }
                row.append(slips)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
