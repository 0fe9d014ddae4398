import KBModel

/// How much a concept stands out, and which are shown.
enum Salience {
    /// What one concept brings, all its spellings together.
    struct Evidence {
        var notes: Int
        var counts: TermCounts
        /// How many words its name has.
        var words: Int
        /// How many of its mentions stand within longer concepts.
        var nested: Int
    }

    static func score(_ evidence: Evidence) -> Double {
        let counts = evidence.counts
        let roles = counts[.heading] + counts[.lead] + counts[.alone] + counts[.marked]
        let weight = Double(evidence.notes) + Double(min(roles, 4 * evidence.notes))
            + 0.5 * Double(max(0, counts[.mention] - evidence.nested))
        return weight / (weight + 10)
    }

    /// How many concepts a vault with so many words shows at most.
    static func room(words: Int) -> Int { max(20, Int((2.7 * Double(max(0, words)).squareRoot()).rounded())) }
}
