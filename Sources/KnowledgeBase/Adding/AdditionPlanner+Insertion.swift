import KBEdit
import KBModel
import KBParse

/// How a text goes into a note.
extension AdditionPlanner {
    /// The text in the note `bytes` at `path`; without a text, where it would go.
    func inserted(
        at path: String, _ bytes: [UInt8], _ place: NoteReference.Place?, title: String
    ) throws(KnowledgeBaseError) -> PlannedAddition {
        var parser = NoteParser()
        let note = parser.parse(bytes, path: path)
        let target = try target(of: place, in: note)
        var result = PlannedAddition(
            addition: addition, plan: ChangePlan(title: title, changes: []), path: path, line: 1, isNew: false,
            title: note.title)
        guard let text = try text(in: path, bytes) else {
            if case .section(let index) = target {
                result.line = note.sections[index].lines.first
            } else {
                result.line = max(1, note.lineCount)
            }
            return result
        }
        let (words, left) = try base.refusing { () throws(EditRefusal) in
            try NoteInsertion.text(text, tags: addition.tags)
        }
        let insertion = try base.refusing { () throws(EditRefusal) in
            try SectionInsertion(words, to: bytes, path: path, at: target)
        }
        let remarks = left.map { ChangeRemark(.unmapped, path: path, $0) }
        result.line = insertion.line
        result.lineCount = insertion.lineCount
        result.plan = ChangePlan(
            title: title, changes: [.edit(path: path, old: bytes, new: insertion.bytes)], remarks: remarks)
        return result
    }

    /// Where the text goes in `note`.
    private func target(
        of place: NoteReference.Place?, in note: Note
    ) throws(KnowledgeBaseError) -> SectionInsertion.Place {
        guard let place else { return .end }
        do {
            let (section, line) = try HeadingLookup(note).find(place, takesBeginnings: false)
            return (section ?? line.flatMap(note.section(at:))).map { .section($0) } ?? .end
        } catch {
            guard addition.makesMissing, case .noSuchHeading = error, case .headings(let titles) = place,
                let last = titles.last
            else { throw error }
            let above = titles.dropLast()
            guard !above.isEmpty else { return .newHeading(last, parent: nil) }
            let (parent, _) = try HeadingLookup(note).find(.headings(Array(above)), takesBeginnings: false)
            return .newHeading(last, parent: parent)
        }
    }
}
