/// The link reference definitions and footnotes of a note.
struct References {
    private var destinations: [String: String] = [:]
    private var footnotes: Set<String> = []
    /// Whether ``sites`` are wanted.
    var isRecording = false
    /// Where the definitions that count stand, in the order of the text.
    private(set) var sites: [DefinitionSite] = []
    private var siteIndices: [String: Int] = [:]
    /// Whether the last of ``sites`` has offsets of joined lines still.
    private var unplaced = false

    /// The definition that links with this label go through; an index of ``sites``.
    func site(of label: String) -> Int? { siteIndices[LinkParts.normalized(label)] }

    /// Whether no link can be written through a label.
    var isEmpty: Bool { destinations.isEmpty }
    var hasFootnotes: Bool { !footnotes.isEmpty }

    /// The destination as written; the first definition of a label counts.
    func destination(of label: String) -> String? { destinations[LinkParts.normalized(label)] }

    mutating func addFootnote(_ label: String) { footnotes.insert(LinkParts.normalized(label)) }

    func isFootnote(_ label: String) -> Bool { footnotes.contains(LinkParts.normalized(label)) }

    /// Reads the definitions a paragraph starts with and returns how many of its lines they take.
    mutating func takeDefinitions(_ src: ByteView, _ lines: ArraySlice<Segment>) -> Int {
        // Most paragraphs in question start with a link: their label closes on the first line, and no colon follows.
        if let first = lines.first, let end = LinkParts.label(src, first.start, first.end), src[end] != .colon {
            return 0
        }
        var joined: [UInt8] = []
        for segment in lines {
            let part = src.slice(segment.start, segment.end)
            joined.append(contentsOf: UnsafeBufferPointer(start: part.base, count: part.count))
            joined.append(.lf)
        }
        var taken = 0
        joined.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let t = ByteView(base: base, count: buffer.count)
            var start = 0
            while let end = definitionEnd(t, start) {
                for i in start..<end where t[i] == .lf { taken += 1 }
                if isRecording { place(t, lines) }
                start = end
            }
        }
        return taken
    }

    /// Where the definition that starts at `start` ends, its line end included.
    private mutating func definitionEnd(_ t: ByteView, _ start: Int) -> Int? {
        let limit = t.count
        guard let labelEnd = LinkParts.label(t, start, limit), t[labelEnd] == .colon else { return nil }
        let first = LinkParts.skipSpace(t, labelEnd + 1, limit)
        guard let destination = LinkParts.destination(t, first, limit) else { return nil }
        guard destination.end > destination.start || t[first] == .less else { return nil }
        var end = t.skippingBlanks(destination.next, limit)
        let plainEnd = t[end] == .lf ? end + 1 : nil
        let titleStart = LinkParts.skipSpace(t, destination.next, limit)
        if titleStart > destination.next, let titleEnd = LinkParts.title(t, titleStart, limit) {
            end = t.skippingBlanks(titleEnd, limit)
            if t[end] == .lf, end < limit {
                add(t, start, labelEnd, destination.start, destination.end)
                return end + 1
            }
        }
        guard let plainEnd else { return nil }
        add(t, start, labelEnd, destination.start, destination.end)
        return plainEnd
    }

    private mutating func add(_ t: ByteView, _ label: Int, _ labelEnd: Int, _ start: Int, _ end: Int) {
        let key = LinkParts.normalized(t.string(label + 1, labelEnd - 1))
        guard destinations[key] == nil else { return }
        destinations[key] = t.string(start, end)
        guard isRecording else { return }
        let hash = LinkTarget.hash(in: t, start, end)
        siteIndices[key] = sites.count
        sites.append(
            DefinitionSite(
                label: label + 1..<labelEnd - 1,
                target: start..<LinkTarget.targetEnd(in: t, start, hash?.lowerBound ?? end),
                anchor: hash.map { $0.upperBound..<end }, mark: t[start - 1] == .less ? .less : nil,
                decoded: LinkTarget(destination: t.slice(start, end)).target))
        unplaced = true
    }

    /// Turns the offsets of the definition added last, which are those of `lines` joined, into offsets of the note.
    private mutating func place(_ t: ByteView, _ lines: ArraySlice<Segment>) {
        guard unplaced, var site = sites.popLast() else { return }
        unplaced = false
        func place(_ offset: Int) -> Int {
            var start = 0
            for segment in lines {
                let length = segment.end - segment.start
                if offset <= start + length { return segment.start + offset - start }
                start += length + 1
            }
            return lines.last?.end ?? 0
        }
        func range(_ range: Range<Int>) -> Range<Int> {
            let first = place(range.lowerBound)
            return first..<max(first, place(range.upperBound))
        }
        site.label = range(site.label)
        site.target = range(site.target)
        site.anchor = site.anchor.map(range)
        sites.append(site)
    }
}
