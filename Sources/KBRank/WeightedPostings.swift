import KBModel

/// A word's alternatives as one list: occurrences added up, each times its alternative's weight.
struct WeightedPostings {
    var text: String
    var repetitions: Double
    /// Ascending.
    var sections: [UInt32]
    var heading: [Float]
    var body: [Float]
    /// In how many sections it stands, and in how many headings.
    var headingCount: Int

    init(_ word: RankedWord) {
        text = word.text
        repetitions = Double(word.repetitions)
        var merged = word.alternatives.first.map { Lists($0) } ?? Lists()
        for alternative in word.alternatives.dropFirst() { merged = merged.adding(Lists(alternative)) }
        sections = merged.sections
        heading = merged.heading
        body = merged.body
        headingCount = heading.count { $0 > 0 }
    }

    /// The place of `section` in the list; nil when it is not in it.
    func index(of section: Int) -> Int? {
        var (low, high) = (0, sections.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(sections[middle]) < section { low = middle + 1 } else { high = middle }
        }
        return low < sections.count && Int(sections[low]) == section ? low : nil
    }

    private struct Lists {
        var sections: [UInt32] = []
        var heading: [Float] = []
        var body: [Float] = []

        init() {}

        init(_ alternative: RankedWord.Alternative) {
            let weight = Float(alternative.weight)
            sections = alternative.postings.sections
            heading = alternative.postings.heading.map { Float($0) * weight }
            body = alternative.postings.body.map { Float($0) * weight }
        }

        mutating func append(_ other: Lists, _ index: Int) {
            sections.append(other.sections[index])
            heading.append(other.heading[index])
            body.append(other.body[index])
        }

        func adding(_ other: Lists) -> Lists {
            var sum = Lists()
            var (mine, theirs) = (0, 0)
            while mine < sections.count || theirs < other.sections.count {
                if theirs == other.sections.count {
                    sum.append(self, mine)
                    mine += 1
                } else if mine == sections.count || other.sections[theirs] < sections[mine] {
                    sum.append(other, theirs)
                    theirs += 1
                } else if sections[mine] < other.sections[theirs] {
                    sum.append(self, mine)
                    mine += 1
                } else {
                    sum.sections.append(sections[mine])
                    sum.heading.append(heading[mine] + other.heading[theirs])
                    sum.body.append(body[mine] + other.body[theirs])
                    mine += 1
                    theirs += 1
                }
            }
            return sum
        }
    }
}
