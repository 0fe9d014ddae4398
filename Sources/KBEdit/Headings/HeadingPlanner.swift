internal import KBModel
internal import KBParse

/// Plans other words for a heading, so that every link to a heading of that note leads where it led before.
///
/// The note itself is given first; then every other note with links to it, in any order.
public struct HeadingPlanner: ~Copyable {
    private let path: String
    private let oldTitle: String
    private let newTitle: String
    private let ends: LinkMap
    private var parser = NoteParser()
    /// What happens to the headings of the note; nil when they are the same for all links.
    private let shift: HeadingShift?
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
        let (after, sites) = parser.parseSites(changed, path: path)
        let sections = note.note.sections
        let isSame = after.sections.elementsEqual(sections) { $0.kind == $1.kind && $0.level == $1.level }
        let index = section - (sections.first?.kind == .preamble ? 1 : 0)
        guard isSame, !after.sections[section].title.isEmpty, let edit = edits.first,
            Self.range(of: note.sites, at: index, after: edit) == Self.range(of: sites, at: index),
            Self.shows(title, as: after.text(after.sections[section].title))
        else {
            throw EditRefusal("“\(title)” would not be read as the words of this heading")
        }
        self.path = path
        self.ends = ends
        oldTitle = note.note.text(sections[section].title)
        newTitle = after.text(after.sections[section].title)
        shift = HeadingShift(from: note.note, to: after)
        let site = note.sites.headings[index]
        replacements = [
            .init(.heading, path: path, line: sections[section].lines.first, old: note.text(site.title), new: title)
        ]
        if Self.isTaken(newTitle, in: after, besides: section) {
            remarks = [ChangeRemark(.merged, path: path, "another heading of the note is called “\(newTitle)” too")]
        }
        add(note, with: edits)
    }

    /// Where the words of the heading number `index` stand, once `edit`, which lies in them, is made.
    private static func range(of sites: NoteSites, at index: Int, after edit: ByteEdit? = nil) -> Range<Int>? {
        guard sites.headings.indices.contains(index) else { return nil }
        let title = sites.headings[index].title
        let growth = edit.map { $0.bytes.count - $0.range.count } ?? 0
        return title.lowerBound..<max(title.lowerBound, title.upperBound + growth)
    }

    /// Whether nothing in `title`, which is read as the words `plain`, is taken for HTML, and no backslash is left at
    /// the end, which a link could not name.
    private static func shows(_ title: String, as plain: String) -> Bool {
        func tags(_ text: String) -> Int { text.utf8.count(where: { $0 == UInt8(ascii: "<") }) }
        return tags(title) <= tags(plain) && plain.utf8.last != UInt8(ascii: "\\")
    }

    /// Whether a heading of `note` other than that of the section number `section` goes by `title`.
    private static func isTaken(_ title: String, in note: Note, besides section: Int) -> Bool {
        let folded = AnchorFinder.folded(title)
        return note.sections.indices.contains {
            $0 != section && AnchorFinder.folded(note.text(note.sections[$0].title)) == folded
        }
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
        let rewrite = AnchorRewrite(note, shifts: shift.map { [PathKey(path): $0] } ?? [:], ends: ends)
        remarks += rewrite.remarks
        let edits = rewrite.edits
        if let reason = note.reasonNotEditable {
            if !edits.isEmpty { remarks.append(ChangeRemark(.skipped, path: note.path, "its links stay: \(reason)")) }
            return
        }
        guard let new = note.applying(heading + edits), isRead(new, rewrite) else {
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
        replacements += rewrite.replacements
    }

    /// Whether the file, read again, has the same links, and those changed mean the same heading.
    private mutating func isRead(_ bytes: [UInt8], _ rewrite: AnchorRewrite) -> Bool {
        // The words of the heading may have held links, or hold some now.
        VaultPath.same(rewrite.note.path, path) || rewrite.isRead(as: parser.parse(bytes, path: rewrite.note.path))
    }
}
