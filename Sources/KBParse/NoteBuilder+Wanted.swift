internal import KBModel

/// Passing over the text of sections that nobody asked for. Which lines are headings must come out all the same, so
/// whatever can be one is read.
extension NoteBuilder {
    /// The place of the section at hand among the note's; nil before the first heading.
    private var section: Int? {
        guard let first = headings.first else { return nil }
        return headings.count - 1 + (isPreamble(blocks[..<first.block]) ? 1 : 0)
    }

    /// Whether blocks before the first heading make a section, which is so as soon as one has words.
    private func isPreamble(_ blocks: ArraySlice<Block>) -> Bool { blocks.contains { !$0.plain.isEmpty } }

    /// Whether the sections wanted are complete. The heading that may give the note its title must be among those read.
    func isPast(_ wanted: [Int]) -> Bool {
        guard markedLevel > 0, let section, let last = wanted.last else { return false }
        return section > last
    }

    /// Whether the leaf stands in a section that is not wanted and can neither be nor hold a heading.
    mutating func passesOver(_ index: Int, _ wanted: [Int]) -> Bool {
        if let section {
            if wanted.contains(section) { return false }
        } else if wanted.first == 0 || !isPreamble(blocks[...]) {
            return false
        }
        let leaf = leaves[index]
        switch leaf.kind {
        case .item, .fence, .indented, .table, .math, .container: return true
        case .heading, .html: return false
        case .paragraph: return !mayBeHeading(index)
        }
    }

    /// Whether a paragraph can turn out a heading once it is read; see ``isPseudoHeading(_:_:hasLinks:)`` and
    /// ``addTitleLine(_:)``.
    private mutating func mayBeHeading(_ index: Int) -> Bool {
        if isPlainText { return true }
        guard isLone(leaves[index]), let segment = segments.dropFirst(leaves[index].firstSegment).first else {
            return false
        }
        let end = src.trimmedEnd(segment.start, segment.end)
        // No markup ends in these, so that they end the words as well.
        if end > segment.start, [.dot, .comma, .question, .bang].contains(src[end - 1]) { return false }
        let below = below(index)
        return below != .nothing && below != .adjacent
    }
}
