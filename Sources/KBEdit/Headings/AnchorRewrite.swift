internal import KBModel
internal import KBParse

/// The links of one note to headings that get other words, or whose namesakes do.
struct AnchorRewrite {
    /// Another anchor for a link.
    private struct Change {
        var edit: ByteEdit
        var replacement: ChangePlan.Replacement
        /// The link, by its place among the note's.
        var link: Int
        /// The note and the section it means.
        var target: PathKey
        var section: Int
    }

    let note: EditableNote
    /// What happens to the headings of which notes.
    private let shifts: [PathKey: HeadingShift]
    private let ends: LinkMap
    private var changes: [Change] = []
    private(set) var remarks: [ChangeRemark] = []

    /// Works out which links of `note` change when headings do as `shifts` say, by the paths of their notes.
    init(_ note: EditableNote, shifts: [PathKey: HeadingShift], ends: @escaping LinkMap) {
        self.note = note
        self.shifts = shifts
        self.ends = ends
        guard note.sites.links.count == note.note.links.count else { return }
        var definitions: Set<Int> = []
        for (index, (link, site)) in zip(note.note.links, note.sites.links).enumerated() {
            guard let anchor = link.anchor, let target = target(of: link), let shift = shifts[target] else { continue }
            if let (section, rule) = shift.old.find(anchor) {
                guard shift.new.find(anchor)?.section != section else { continue }
                if let definition = site.definition, !definitions.insert(definition).inserted { continue }
                let texts = AnchorStyle(shift).texts(for: anchor, rule, section, link)
                add(texts, link, site, index, target, section)
            } else if let (section, _) = shift.new.find(anchor), shift.renamed.contains(section) {
                remark(.found, link, "“#\(anchor)” led to no heading and now leads to this one")
            }
        }
    }

    var edits: [ByteEdit] { changes.map(\.edit) }
    var replacements: [ChangePlan.Replacement] { changes.map(\.replacement) }

    /// Whether `after`, the note with all edits made, has the same links, and those changed mean the same headings.
    func isRead(as after: Note) -> Bool {
        guard after.links.elementsEqual(note.note.links, by: { VaultPath.same($0.target, $1.target) }) else {
            return false
        }
        return changes.allSatisfy { change in
            let found = after.links[change.link].anchor.flatMap { shifts[change.target]?.new.find($0) }
            return found?.section == change.section
        }
    }

    /// Gives `link` the first of `texts` that can be written there.
    private mutating func add(
        _ texts: [String], _ link: Link, _ site: LinkSite, _ index: Int, _ target: PathKey, _ section: Int
    ) {
        let writer = LinkWriter(note: note)
        let edit = texts.lazy.compactMap { writer.edit(link, site, anchor: $0) }.first
        guard let edit, let range = site.anchor ?? (site.isExact ? nil : site.whole) else {
            return remark(.unkept, link, "“#\(link.anchor ?? "")” cannot be made to lead there")
        }
        let replacement = ChangePlan.Replacement(
            .link, path: note.path, line: link.line, old: "#" + note.text(range),
            new: "#" + String(decoding: edit.bytes, as: UTF8.self))
        changes.append(
            Change(edit: edit, replacement: replacement, link: index, target: target, section: section))
    }

    private mutating func remark(_ kind: ChangeRemark.Kind, _ link: Link, _ text: String) {
        remarks.append(ChangeRemark(kind, path: note.path, line: link.line, text))
    }

    /// The note that `link` leads to.
    private func target(of link: Link) -> PathKey? {
        if link.target.isEmpty { return PathKey(note.path) }
        guard NoteRewrite.isInVault(link) else { return nil }
        return ends(link, note.path).path.map { PathKey($0) }
    }
}
