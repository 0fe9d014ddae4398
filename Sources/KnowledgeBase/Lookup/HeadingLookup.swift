import KBModel

/// Finds the section of a note that a reader means by a heading.
enum HeadingLookup {
    /// The section that `place` means in `note`: its index, and for a block or a line that line. Unless `takesBeginnings`, the
    /// first words of a heading do not stand for it.
    static func find(
        _ place: NoteReference.Place, in note: Note, takesBeginnings: Bool = true
    ) throws(KnowledgeBaseError) -> (section: Int?, line: Int?) {
        switch place {
        case .line(let line):
            guard line <= note.lineCount else {
                throw .noSuchHeading(":\(line)", note: note.path, nearest: [":\(note.lineCount)"])
            }
            return (note.section(at: line), line)
        case .block(let id):
            guard let block = note.blocks.first(where: { $0.blockID?.lowercased() == id.lowercased() }) else {
                let known = note.blocks.compactMap(\.blockID)
                throw .noSuchHeading(
                    "^" + id, note: note.path, nearest: NearestName.nearest(to: id, among: known).map { "^" + $0 })
            }
            return (note.section(at: block.lines.first), block.lines.first)
        case .headings(let headings):
            return (try section(headings, in: note, takesBeginnings), nil)
        }
    }

    /// The first section whose heading path ends in `headings`, others allowed in between.
    private static func section(
        _ headings: [String], in note: Note, _ takesBeginnings: Bool
    ) throws(KnowledgeBaseError) -> Int {
        let wanted = headings.last ?? ""
        let titles = note.sections.map { note.text($0.title) }
        let rules: [(Int) -> Bool] = [
            { titles[$0].lowercased() == wanted.lowercased() },
            { !note.sections[$0].anchor.isEmpty && note.sections[$0].anchor.lowercased() == wanted.lowercased() },
            { folded(titles[$0]) == folded(wanted) && !folded(wanted).isEmpty },
            { takesBeginnings && !folded(wanted).isEmpty && folded(titles[$0]).hasPrefix(folded(wanted)) },
        ]
        for rule in rules {
            let found = note.sections.indices.first { index in
                note.sections[index].kind != .preamble && rule(index)
                    && stands(index, under: headings.dropLast(), in: note)
            }
            if let found { return found }
        }
        let nearest = NearestName.nearest(to: wanted, among: titles.filter { !$0.isEmpty })
        throw .noSuchHeading(headings.joined(separator: "#"), note: note.path, nearest: nearest)
    }

    private static func stands(_ section: Int, under headings: ArraySlice<String>, in note: Note) -> Bool {
        var remaining = headings.map(folded)
        for title in note.headingPath(of: section).dropLast().reversed() where remaining.last == folded(title) {
            remaining.removeLast()
        }
        return remaining.isEmpty
    }

    /// Letters and digits only, lower case, without a number in front, so that `## 2. Roll-out (5 min)` is found as
    /// `roll out`.
    private static func folded(_ heading: String) -> String {
        let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }
        let isNumbered = words.count > 1 && words[0].allSatisfy(\.isNumber)
        return (isNumbered ? words.dropFirst() : words[...]).joined(separator: " ")
    }
}
