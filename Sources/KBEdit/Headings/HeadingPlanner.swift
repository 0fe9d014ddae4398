internal import KBModel
internal import KBParse

/// Plans other words for a heading, so that every link to a heading of that note leads where it led before.
///
/// The note itself is given first; then every other note with links to it, in any order.
public struct HeadingPlanner: ~Copyable {
    /// Another anchor for a link.
    private struct AnchorEdit {
        var edit: ByteEdit
        var replacement: ChangePlan.Replacement
        /// The link, by its place among the note's.
        var link: Int
        /// The section it means.
        var section: Int
    }

    private let path: String
    private let section: Int
    private let oldTitle: String
    private let newTitle: String
    private let ends: LinkMap
    private var parser = NoteParser()
    private let old: AnchorFinder
    private let new: AnchorFinder
    private var changes: [NoteChange] = []
    private var replacements: [ChangePlan.Replacement] = []
    private var remarks: [ChangeRemark] = []

    /// A planner that gives the section number `section` of the note at `path` the words `title`.
    ///
    /// - Parameters:
    ///   - title: One line of Markdown; `{#id}`, block id and the marks of the heading stay and are not part of it.
    ///   - ends: Where links lead; asked for links of the notes given.
    /// - Throws: ``EditRefusal`` when there is no such heading, or the words would not be read as that heading.
    public init(
        _ bytes: [UInt8], path: String, section: Int, title: String, ends: @escaping LinkMap
    ) throws(EditRefusal) {
        let note = EditableNote(bytes, path: path, with: &parser)
        if let reason = note.reasonNotEditable { throw EditRefusal("\(path) cannot be changed: \(reason)") }
        let edits = try HeadingWriter(note: note).edits(section: section, title: title)
        guard let changed = note.applying(edits) else { throw EditRefusal("\(path) cannot be changed there") }
        let after = parser.parse(changed, path: path)
        let sections = note.note.sections
        let isSame = after.sections.elementsEqual(sections) { $0.kind == $1.kind && $0.level == $1.level }
        guard isSame, !after.sections[section].title.isEmpty else {
            throw EditRefusal("“\(title)” would not be read as the words of this heading")
        }
        self.path = path
        self.section = section
        self.ends = ends
        oldTitle = note.note.text(sections[section].title)
        newTitle = after.text(after.sections[section].title)
        old = AnchorFinder(note.note)
        new = AnchorFinder(after)
        let site = note.sites.headings[section - (sections.first?.kind == .preamble ? 1 : 0)]
        replacements = [
            .init(.heading, path: path, line: sections[section].lines.first, old: note.text(site.title), new: title)
        ]
        let folded = AnchorFinder.folded(newTitle)
        let isTaken = after.sections.indices.contains {
            $0 != section && AnchorFinder.folded(after.text(after.sections[$0].title)) == folded
        }
        if isTaken {
            remarks = [ChangeRemark(.merged, path: path, "another heading of the note is called “\(newTitle)” too")]
        }
        add(note, with: edits)
    }

    /// Looks at another note with links to this one.
    public mutating func add(_ bytes: [UInt8], path: String) {
        guard !VaultPath.same(path, self.path) else { return }
        add(EditableNote(bytes, path: path, with: &parser), with: [])
    }

    /// The plan for all notes given.
    public consuming func plan() -> ChangePlan {
        ChangePlan(
            title: "rename the heading “\(oldTitle)” of \(path) to “\(newTitle)”", changes: changes,
            replacements: replacements, remarks: remarks)
    }

    private mutating func add(_ note: EditableNote, with heading: [ByteEdit]) {
        let found = linkEdits(of: note)
        let edits = found.map(\.edit)
        if let reason = note.reasonNotEditable {
            if !edits.isEmpty { remarks.append(ChangeRemark(.skipped, path: note.path, "its links stay: \(reason)")) }
            return
        }
        guard let new = note.applying(heading + edits), isRead(new, as: note, found) else {
            if !edits.isEmpty {
                remarks.append(ChangeRemark(.unkept, path: note.path, "its links cannot be changed safely"))
            }
            if !heading.isEmpty, let new = note.applying(heading) {
                changes.append(.edit(path: note.path, old: note.bytes, new: new))
            }
            return
        }
        guard new != note.bytes else { return }
        changes.append(.edit(path: note.path, old: note.bytes, new: new))
        replacements += found.map(\.replacement)
    }

    /// Whether the file, read again, has the same links, and those changed mean the same heading.
    private mutating func isRead(_ bytes: [UInt8], as note: EditableNote, _ found: [AnchorEdit]) -> Bool {
        let links = parser.parse(bytes, path: note.path).links
        // The words of the heading may have held links, or hold some now.
        guard !VaultPath.same(note.path, path) else { return true }
        guard links.map(\.target) == note.note.links.map(\.target) else { return false }
        return found.allSatisfy { edit in
            links[edit.link].anchor.flatMap(new.find)?.section == edit.section
        }
    }

    private mutating func linkEdits(of note: EditableNote) -> [AnchorEdit] {
        guard note.sites.links.count == note.note.links.count else { return [] }
        var found: [AnchorEdit] = []
        var definitions: Set<Int> = []
        let writer = LinkWriter(note: note)
        for (index, (link, site)) in zip(note.note.links, note.sites.links).enumerated() {
            guard let anchor = link.anchor, leadsHere(link, in: note.path), let (section, rule) = old.find(anchor),
                new.find(anchor)?.section != section
            else { continue }
            if let definition = site.definition, !definitions.insert(definition).inserted { continue }
            let texts = AnchorStyle(old: old, new: new, renamed: self.section).texts(for: anchor, rule, section, link)
            let edit = texts.lazy.compactMap { writer.edit(link, site, anchor: $0) }.first
            guard let edit, let range = site.anchor ?? (site.isExact ? nil : site.whole) else {
                remarks.append(
                    ChangeRemark(.unkept, path: note.path, line: link.line, "“#\(anchor)” cannot be made to lead there")
                )
                continue
            }
            let replacement = ChangePlan.Replacement(
                .link, path: note.path, line: link.line, old: "#" + note.text(range),
                new: "#" + String(decoding: edit.bytes, as: UTF8.self))
            found.append(AnchorEdit(edit: edit, replacement: replacement, link: index, section: section))
        }
        return found
    }

    private func leadsHere(_ link: Link, in note: String) -> Bool {
        if link.target.isEmpty { return VaultPath.same(note, path) }
        guard NoteRewrite.isInVault(link) else { return false }
        return ends(link, note).path.map { VaultPath.same($0, path) } ?? false
    }
}
