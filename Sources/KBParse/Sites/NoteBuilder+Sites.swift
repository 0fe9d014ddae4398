internal import KBModel

// What the note's builder tells the recorder. Nothing of this is called unless sites are wanted.
extension NoteBuilder {
    /// Keeps where the heading made last has its words; `leaf` is given for one with a line below it.
    mutating func recordHeading(_ words: ByteView, underlineOf leaf: Leaf? = nil) {
        let first = words.skippingBlanks(0, words.count)
        guard let title = inline.recorder?.range(words, first, words.trimmedEnd(first, words.count)) else { return }
        let site = HeadingSite(title: title, underline: leaf.flatMap(underline))
        inline.recorder?.sites.headings.append(site)
    }

    private func underline(of leaf: Leaf) -> Range<Int>? {
        guard leaf.segmentCount > 0 else { return nil }
        let text = segments[leaf.firstSegment + leaf.segmentCount - 1]
        let start = src.nextLine(after: src.lineEnd(from: text.end))
        let end = src.trimmedEnd(start, src.lineEnd(from: start))
        var first = end
        while first > start, src[first - 1] == src[end - 1], src[end - 1] == .equals || src[end - 1] == .dash {
            first -= 1
        }
        return first < end ? first..<end : nil
    }

    /// Keeps where the picture of a `:::image` line on `line` has its source.
    mutating func recordContainer(_ value: ByteView, _ line: Range<Int>) {
        let start = value.base - src.base
        let end = start + value.count
        let hash = LinkTarget.hash(in: src, start, end)
        let before = src[start - 1]
        inline.recorder?.sites.links.append(
            LinkSite(
                .container, whole: line,
                target: start..<LinkTarget.targetEnd(in: src, start, hash?.lowerBound ?? end),
                anchor: hash.map { $0.upperBound..<end },
                mark: before == .quote || before == .apostrophe ? before : nil))
    }
}
