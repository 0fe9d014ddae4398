internal import KBModel

// Where something new begins, and where a mark does not end a phrase.
extension TermReader {
    /// A line shorter than this was ended on purpose; longer ones are wrapped.
    private static let shortLine = 36

    /// Marks the line ends at which something new begins (behind a short line, before a lead, before a capital), ends
    /// phrases behind a possessor, and undoes the parentheses around an optional word.
    mutating func breakLines(_ range: Range<Int>, _ stretch: Stretch) {
        var lineStart = Int(words[range.lowerBound].start)
        for index in range.dropFirst() {
            let gap = words[index].gap
            if gap == .blank {
                if words[index].start - words[index - 1].end > 1, isPossessor(index - 1) {
                    words[index].gap.insert(.other)
                }
            } else if gap.contains(.lineEnd) {
                let isShort = Int(words[index - 1].end) - lineStart < TermReader.shortLine
                let isNew =
                    words[index].shape.contains(.capital)
                    && (isShort || !words[index].shape.contains(.capitals) || isLead(index, range))
                if isNew || isShort && stretch.kind == .row { words[index].gap.insert(.line) }
                lineStart = Int(words[index].start)
            } else if gap == [.open, .blank], isOptional(index, range) {
                words[index].gap = .blank
                words[index + 1].gap = .blank
            }
        }
    }

    /// Whether a possessive stands behind a word that is no name: `the user's queries`, but `Bayes' theorem`.
    private func isPossessor(_ index: Int) -> Bool {
        let end = Int(words[index].end)
        guard end < text.count, !words[index].shape.contains(.capital) else { return false }
        if text[end] == UInt8(ascii: "'") { return true }
        return end + 2 < text.count && text[end] == 0xE2 && text[end + 1] == 0x80 && text[end + 2] & 0xFE == 0x98
    }

    /// The most words of a lead.
    private static let longestLead = 4

    /// Whether a few words and a colon begin at `index`.
    private func isLead(_ index: Int, _ range: Range<Int>) -> Bool {
        for next in index + 1..<max(index + 1, min(range.upperBound, index + 1 + TermReader.longestLead)) {
            let gap = words[next].gap
            if gap.contains(.colon) { return !gap.contains(.slash) }
            if gap != .blank, gap != .hyphen { return false }
        }
        return false
    }

    /// Whether the word at `index` stands in parentheses behind one that cannot end a phrase: `Weighted (Moving) Average`.
    private func isOptional(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index + 1 < range.upperBound, words[index + 1].gap == [.close, .blank],
            !words[index].shape.contains(.capitals), words[index].traits.isDisjoint(with: .function)
        else { return false }
        let before = words[index - 1].traits
        return !before.isDisjoint(with: [.past, .adjective])
            && before.isDisjoint(with: [.noun, .genericNoun, .judgement])
    }
}
