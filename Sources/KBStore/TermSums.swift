import KBModel

/// Adds up how the notes use each term.
struct TermSums {
    /// How a term is used by those notes that were added so far.
    private struct Sum {
        var notes: UInt32 = 0
        /// The number of the counts in ``known`` while one note uses the term, then a place in ``sums``.
        var counts: UInt32 = 0
    }

    private var terms: [Sum]
    /// The counts that notes have, by number; most terms stand in one note, and counts of their own would be large.
    private let known: [TermCounts]
    private var sums: [TermCounts] = []

    /// Sums of terms with numbers from 1 to `count`.
    init(count: Int, counts: [TermCounts]) {
        terms = [Sum](repeating: Sum(), count: count)
        known = counts
    }

    /// Adds a use of a term; false when the numbers are not known.
    mutating func add(_ term: Int, counts: Int) -> Bool {
        guard term > 0, term <= terms.count, known.indices.contains(counts) else { return false }
        terms.withUnsafeMutableBufferPointer { terms in
            let notes = terms[term - 1].notes
            switch notes {
            case 0: terms[term - 1].counts = UInt32(truncatingIfNeeded: counts)
            case 1:
                var sum = known[Int(terms[term - 1].counts)]
                sum += known[counts]
                terms[term - 1].counts = UInt32(truncatingIfNeeded: sums.count)
                sums.append(sum)
            default: sums[Int(terms[term - 1].counts)] += known[counts]
            }
            terms[term - 1].notes = notes + 1
        }
        return true
    }

    /// How many notes use the term with this number, and how.
    func totals(of term: Int) -> (notes: Int, counts: TermCounts) {
        let sum = terms[term - 1]
        switch sum.notes {
        case 0: return (0, TermCounts())
        case 1: return (1, known[Int(sum.counts)])
        default: return (Int(sum.notes), sums[Int(sum.counts)])
        }
    }
}
