internal import KBModel

extension Relations {
    /// The texts behind each list of places, in order; each note is read once, and those that are gone leave no reason.
    func texts(of places: [[RelationTally.Evidence]], reading read: NoteReader) -> [[Reason]] {
        var wanted: [Int32: [(list: Int, place: Int)]] = [:]
        for (list, evidence) in places.enumerated() {
            for (place, one) in evidence.enumerated() { wanted[one.note, default: []].append((list, place)) }
        }
        var found = places.map { [Reason?](repeating: nil, count: $0.count) }
        for number in wanted.keys.sorted() {
            guard notes.indices.contains(Int(number)), let note = read(notes[Int(number)].path) else { continue }
            let mentions = kept(finder.mentions(in: note))
            for (list, place) in wanted[number] ?? [] {
                found[list][place] = reason(for: places[list][place], in: note, mentions)
            }
        }
        return found.map { $0.compactMap { $0 } }
    }

    private func reason(
        for evidence: RelationTally.Evidence, in note: Note, _ mentions: [ConceptMention]
    ) -> Reason? {
        guard evidence.other >= 0 else { return linkReason(at: Int(evidence.mine), in: note) }
        let (mine, other) = (Int(evidence.mine), Int(evidence.other))
        // The note may have changed since it was added.
        guard mentions.indices.contains(mine), mentions.indices.contains(other) else { return nil }
        let (a, b) = (mentions[min(mine, other)], mentions[max(mine, other)])
        if a.block == b.block {
            let (first, last) = (note.sentence(of: a), note.sentence(of: b))
            let snippet = Snippet(of: note.plain, in: first.lowerBound..<last.upperBound, matches: [a.plain, b.plain])
            return Reason(path: note.path, line: a.line, text: snippet.text)
        }
        let isBeside = evidence.kind == .sibling
        let length = Snippet.usualLength / 2
        let above = Snippet(of: note.plain, in: note.sentence(of: a), matches: [a.plain], length: length)
        let below = Snippet(of: note.plain, in: note.sentence(of: b), matches: [b.plain], length: length)
        let line = isBeside ? mentions[other].line : b.line
        return Reason(
            path: note.path, line: line, text: above.text + (isBeside ? " · " : " › ") + below.text)
    }

    private func linkReason(at line: Int, in note: Note) -> Reason? {
        guard let block = note.blocks.first(where: { $0.lines.contains(line) }) else {
            return Reason(path: note.path, line: line, text: note.title)
        }
        let text = Snippet(of: note.plain, in: block.plain, matches: []).text
        return Reason(path: note.path, line: line, text: text.isEmpty ? note.title : text)
    }
}

extension Note {
    /// The sentence a mention stands in: a range of ``plain``.
    func sentence(of mention: ConceptMention) -> Range<Int> {
        guard blocks.indices.contains(mention.block) else { return mention.plain }
        return Sentences.around(mention.plain, in: blocks[mention.block].plain, of: plain)
    }
}

extension Reason {
    /// `reasons` without those that repeat a text or a place, in order.
    static func eachOnce(_ reasons: [Reason]) -> [Reason] {
        var places: Set<Source> = []
        var texts: Set<String> = []
        return reasons.filter {
            let isNewPlace = places.insert(Source(path: $0.path, line: $0.line)).inserted
            return texts.insert($0.text).inserted && isNewPlace
        }
    }
}
