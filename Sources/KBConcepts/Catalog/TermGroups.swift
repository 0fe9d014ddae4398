import KBModel

/// The terms of a vault, those with the same key together, the weightiest of them kept.
///
/// A large vault has a million terms that one note used once; they are counted and left behind here, so that all that
/// follows costs what the concepts cost.
struct TermGroups {
    /// Terms that share a key.
    struct Group {
        /// See ``TermUse/key``.
        var key: UInt64
        /// Where its terms are in ``TermGroups/order``, the most used spelling first.
        var terms: Range<Int>
        /// What they add up to.
        var counts: TermCounts
        /// See ``NoteEstimate``.
        var notes: NoteEstimate
    }

    /// Ascending keys; those set apart come after the others of their key.
    private(set) var groups: [Group] = []
    /// Indexes of terms: group by group.
    private(set) var order: [Int] = []

    /// Groups `terms` and keeps about `limit` groups, the weightiest.
    ///
    /// - Parameters:
    ///   - apart: Terms, by index, that make a group of their own whatever their key.
    init(_ terms: [TermTotals], notes: Int, limit: Int, apart: Set<Int> = []) {
        let sorted = TermGroups.sorted(terms, apart: apart)
        var bounds: [Int32] = []
        var weights: [UInt16] = []
        var start = 0
        while start < sorted.count {
            let end = TermGroups.end(of: start, in: sorted)
            var counts = terms[sorted[start].term].counts
            var greatest = terms[sorted[start].term].notes
            for place in sorted[start..<end].dropFirst() {
                counts += terms[place.term].counts
                greatest = max(greatest, terms[place.term].notes)
            }
            bounds.append(Int32(truncatingIfNeeded: start))
            weights.append(TermGroups.weight(counts, notes: greatest))
            start = end
        }
        bounds.append(Int32(truncatingIfNeeded: sorted.count))
        for group in TermGroups.heaviest(weights, limit) {
            append(sorted[Int(bounds[group])..<Int(bounds[group + 1])], of: terms, notes: notes)
        }
    }

    private mutating func append(_ places: ArraySlice<Place>, of terms: [TermTotals], notes: Int) {
        guard let key = places.first?.key else { return }
        let preferred = places.map(\.term).sorted { TermGroups.isPreferred(terms[$0], to: terms[$1]) }
        var counts = TermCounts()
        var estimate = NoteEstimate(in: notes)
        for index in preferred {
            counts += terms[index].counts
            estimate.add(terms[index].notes)
        }
        groups.append(
            Group(key: key, terms: order.count..<order.count + preferred.count, counts: counts, notes: estimate))
        order += preferred
    }

    /// More used first, then in more notes, then in byte order.
    private static func isPreferred(_ a: TermTotals, to b: TermTotals) -> Bool {
        let (first, second) = (a.counts[.mention], b.counts[.mention])
        if first != second { return first > second }
        if a.notes != b.notes { return a.notes > b.notes }
        return a.spelling.utf8.lexicographicallyPrecedes(b.spelling.utf8)
    }

    /// How much speaks for a group before anything is merged: its notes, and what more its mentions and their roles say.
    private static func weight(_ counts: TermCounts, notes: Int) -> UInt16 {
        let roles = counts[.alone] + counts[.heading] + counts[.lead] + counts[.marked] + counts[.title]
        let others = counts[.link] + counts[.tag] + counts[.acronym] + counts[.defined]
        return UInt16(clamping: 4 * notes + min(counts[.mention], 4 * notes) + 3 * min(roles + others, 2 * notes))
    }

    /// The indexes of the `limit` greatest of `weights`, ascending; of equal ones at the limit, the first.
    private static func heaviest(_ weights: [UInt16], _ limit: Int) -> [Int] {
        guard weights.count > limit else { return Array(weights.indices) }
        var histogram = [Int](repeating: 0, count: 1 << 16)
        for weight in weights { histogram[Int(weight)] += 1 }
        var threshold = histogram.count - 1
        var room = limit
        while threshold > 0, histogram[threshold] <= room {
            room -= histogram[threshold]
            threshold -= 1
        }
        return weights.indices.filter { index in
            if Int(weights[index]) != threshold { return Int(weights[index]) > threshold }
            room -= 1
            return room >= 0
        }
    }
}

extension TermGroups {
    /// A term and what it is grouped by.
    private struct Place {
        var key: UInt64
        var term: Int
        var isApart: Bool
    }

    private static func end(of start: Int, in places: [Place]) -> Int {
        var end = start + 1
        while end < places.count, places[end].key == places[start].key, !places[end].isApart { end += 1 }
        return end
    }

    /// The terms by key, those set apart last.
    ///
    /// Keys are hashes, so that their highest bits part them evenly: one pass puts each within a few places of its own.
    private static func sorted(_ terms: [TermTotals], apart: Set<Int>) -> [Place] {
        let bits = max(1, min(20, Int.bitWidth - terms.count.leadingZeroBitCount))
        let shift = UInt64(64 - bits)
        var starts = [Int](repeating: 0, count: (1 << bits) + 1)
        for term in terms { starts[Int(term.key >> shift) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var next = starts
        var places = [Place](repeating: Place(key: 0, term: 0, isApart: false), count: terms.count)
        for (index, term) in terms.enumerated() {
            let bucket = Int(term.key >> shift)
            places[next[bucket]] = Place(key: term.key, term: index, isApart: false)
            next[bucket] += 1
        }
        if !apart.isEmpty { for place in places.indices { places[place].isApart = apart.contains(places[place].term) } }
        for bucket in 0..<starts.count - 1 where starts[bucket + 1] - starts[bucket] > 1 {
            places[starts[bucket]..<starts[bucket + 1]].sort {
                if $0.key != $1.key { return $0.key < $1.key }
                if $0.isApart != $1.isApart { return $1.isApart }
                // Which of those apart is first must not depend on the order they came in.
                return $0.isApart
                    && terms[$0.term].spelling.utf8.lexicographicallyPrecedes(terms[$1.term].spelling.utf8)
            }
        }
        return places
    }
}
