import KBModel

/// Looks for the best run of lines of one section.
struct PassageSearch {
    /// What a word in the lead above a run counts against one in it.
    private static let leadShare = 0.3
    /// What each further line costs, as a share of all the query's words: a run grows only for a word worth more.
    private static let lineCost = 0.06
    /// What a word that opens a line earns on top: `Precision: …` explains precision, `for precision` mentions it.
    private static let openingShare = 0.15
    /// What a second occurrence in the run earns on top; further ones earn nothing. Less than two lines cost, so that no
    /// blank line is crossed for it.
    private static let repeatShare = 0.05

    private let lines: [TextLine]
    private let blocks: [Block]
    private let weights: [Double]
    /// The words on each line, with whether one opens it.
    private let found: [[(term: Int, opens: Bool)]]
    private let total: Double

    init(lines: [TextLine], note: Note, matches: [TermMatch], weights: [Double]) {
        self.lines = lines
        self.weights = weights
        blocks = note.blocks
        var found = [[(term: Int, opens: Bool)]](repeating: [], count: lines.count)
        var line = 0
        var terms: Set<Int> = []
        for match in matches.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where match.term >= 0 {
            while line < lines.count, lines[line].plain.upperBound <= match.range.lowerBound { line += 1 }
            guard line < lines.count else { break }
            guard lines[line].plain.lowerBound <= match.range.lowerBound else { continue }
            // A list mark or quote mark in front of the word does not stop it from opening the line.
            let opens = match.range.lowerBound - lines[line].plain.lowerBound <= 2
            found[line].append((match.term, opens))
            terms.insert(match.term)
        }
        self.found = found
        total = terms.reduce(0) { $0 + PassageSearch.weight($1, weights) }
    }

    private static func weight(_ term: Int, _ weights: [Double]) -> Double {
        weights.indices.contains(term) ? max(0, weights[term]) : 1
    }

    /// The best run that begins and ends on a line with a word of the query; nil when no line has one.
    func best() -> ClosedRange<Int>? {
        var best: (run: ClosedRange<Int>, score: Double)?
        for first in lines.indices where !found[first].isEmpty {
            var counts: [Int: Int] = [:]
            var score = 0.0
            for (term, share) in leadWords(of: first) {
                score += PassageSearch.weight(term, weights) * share
                counts[term] = 0
            }
            var last = first
            // Blocks may share a line, so their number is bounded too.
            while last < min(lines.count, first + 4 * Passage.longest),
                lines[last].number - lines[first].number < Passage.longest
            {
                score += gain(of: last, after: &counts)
                let length = Double(max(0, lines[last].number - lines[first].number))
                let net = score - length * PassageSearch.lineCost * total
                // Sums of the same weights in another order differ in the last bits: those are ties.
                if !found[last].isEmpty, net > (best?.score ?? -.infinity) + 1e-9 { best = (first...last, net) }
                last += 1
            }
        }
        return best?.run
    }

    private func gain(of line: Int, after counts: inout [Int: Int]) -> Double {
        var gain = 0.0
        for (term, opens) in found[line] {
            let weight = PassageSearch.weight(term, weights)
            switch counts[term] {
            case nil: gain += weight
            case 0: gain += weight * (1 - PassageSearch.leadShare)
            case 1: gain += weight * PassageSearch.repeatShare
            default: break
            }
            if opens, (counts[term] ?? 0) == 0 { gain += weight * PassageSearch.openingShare }
            counts[term, default: 0] += 1
        }
        return gain
    }

    /// The words of the items that enclose `line`'s block and stand above it, each once.
    private func leadWords(of line: Int) -> [Int: Double] {
        var words: [Int: Double] = [:]
        var block = lines[line].block
        var before = line
        // Lists nested deeper than this are not leads a reader keeps in mind.
        for _ in 0..<4 {
            guard blocks.indices.contains(block), let parent = blocks[block].parent, parent < block else { break }
            while before > 0, lines[before - 1].block >= parent {
                before -= 1
                if lines[before].block == parent {
                    for (term, _) in found[before] { words[term] = PassageSearch.leadShare }
                }
                // A lead too far up is not looked for: this walk must stay short.
                if line - before > PassageSearch.farthestLead { return words }
            }
            block = parent
        }
        return words
    }

    /// How many lines up a lead is looked for.
    private static let farthestLead = 40

    /// `run` grown to whole blocks and to the items under its last line, where ``Passage/longest`` allows.
    func grown(_ run: ClosedRange<Int>) -> ClosedRange<Int> {
        var (first, last) = (run.lowerBound, run.upperBound)
        func fits(_ low: Int, _ high: Int) -> Bool { lines[high].number - lines[low].number < Passage.longest }
        var blockEnd = last
        while blockEnd + 1 < lines.count, lines[blockEnd + 1].block == lines[last].block, fits(first, blockEnd + 1) {
            blockEnd += 1
        }
        let isWhole = blockEnd + 1 >= lines.count || lines[blockEnd + 1].block != lines[last].block
        if isWhole { last = blockEnd }
        var blockStart = first
        while blockStart > 0, lines[blockStart - 1].block == lines[first].block, fits(blockStart - 1, last) {
            blockStart -= 1
        }
        if blockStart == 0 || lines[blockStart - 1].block != lines[first].block { first = blockStart }
        guard isWhole else { return first...last }
        let lead = lines[last].block
        while last + 1 < lines.count, fits(first, last + 1), isChild(lines[last + 1].block, of: lead) { last += 1 }
        return first...last
    }

    private func isChild(_ block: Int, of lead: Int) -> Bool {
        var current: Int? = block
        for _ in 0..<Passage.longest {
            guard let index = current, blocks.indices.contains(index) else { return false }
            if index == lead { return true }
            current = blocks[index].parent
        }
        return false
    }
}
