public import KBModel
internal import KBParse

/// Plans another name for a tag and all tags below it: `#old` and `#old/sub` become `#new` and `#new/sub`.
///
/// Tags are met case-blind, in the text and in the front matter; the rest of each spelling stays. A list of the front
/// matter in which two items would become one keeps the first.
public struct TagPlanner: ~Copyable {
    private let old: Tag
    private let spelling: String
    private var parser = NoteParser()
    private var changes: [NoteChange] = []
    private var replacements: [ChangePlan.Replacement] = []
    private var remarks: [ChangeRemark] = []

    /// A planner that calls `old` by the name `new`, with or without `#`.
    ///
    /// - Parameter isTaken: Whether notes use the new tag already; the plan then says that the two become one.
    /// - Throws: ``EditRefusal`` when `new` is no tag, or both are the same letter for letter.
    public init(old: Tag, new: String, isTaken: Bool = false) throws(EditRefusal) {
        let bare = new.hasPrefix("#") ? String(new.dropFirst()) : new
        let read = parser.parse(Array("#\(bare)".utf8), path: "")
        guard read.tags.count == 1, let tag = read.tags.first, VaultPath.same(tag.spelling, bare) else {
            throw EditRefusal("“\(new)” is no tag: letters, digits, “_”, “-” and “/”, not digits alone")
        }
        self.old = old
        spelling = bare
        if isTaken, tag.tag != old {
            remarks = [ChangeRemark(.merged, path: "", "#\(bare) is used already; the two become one")]
        }
    }

    /// Looks at the note at `path`, whose file holds `bytes`.
    public mutating func add(_ bytes: [UInt8], path: String) {
        let note = EditableNote(bytes, path: path, with: &parser)
        let uses = note.note.tags
        guard uses.contains(where: { $0.tag.isWithin(old) && renamed($0) != $0.spelling }) else { return }
        if let reason = note.reasonNotEditable {
            remarks.append(ChangeRemark(.skipped, path: path, "its tags stay: \(reason)"))
            return
        }
        var edits: [ByteEdit] = []
        var here: [ChangePlan.Replacement] = []
        var expected: [String] = []
        // The tags of the front matter so far, and whether one of them came to its name just now.
        var seen: [Tag: Bool] = [:]
        for (use, site) in zip(uses, note.sites.tags) {
            let isRenamed = use.tag.isWithin(old)
            let name = isRenamed ? renamed(use) : use.spelling
            if site.place != .text, let tag = Tag(name) {
                if let before = seen[tag], before || isRenamed, let removal = removal(of: site) {
                    edits.append(note.edit(removal, ""))
                    here.append(.init(.tag, path: path, line: use.line, old: use.spelling, new: ""))
                    continue
                }
                seen[tag] = (seen[tag] ?? false) || isRenamed
            }
            expected.append(name)
            guard isRenamed, !VaultPath.same(name, use.spelling) else { continue }
            let mark = site.place == .text ? "#" : ""
            if site.isExact {
                edits.append(note.edit(site.name, name))
            } else if case .item = site.place, let scalar = site.scalar {
                edits.append(note.edit(scalar, YAML.quoted(name)))
            }
            here.append(.init(.tag, path: path, line: use.line, old: mark + use.spelling, new: mark + name))
        }
        guard let new = note.applying(edits), reads(new, path: path, as: expected) else {
            remarks.append(ChangeRemark(.unkept, path: path, "its tags cannot be changed safely; change them by hand"))
            return
        }
        guard new != bytes else { return }
        changes.append(.edit(path: path, old: bytes, new: new))
        replacements += here
    }

    /// The plan for all notes given.
    public consuming func plan() -> ChangePlan {
        ChangePlan(
            title: "rename the tag #\(old.text) to #\(spelling)", changes: changes, replacements: replacements,
            remarks: remarks)
    }

    private mutating func reads(_ bytes: [UInt8], path: String, as spellings: [String]) -> Bool {
        parser.parse(bytes, path: path).tags.map(\.spelling) == spellings
    }

    /// The new spelling of a use, its lower levels as they are.
    private func renamed(_ use: TagUse) -> String {
        let count = old.text.utf8.split(separator: VaultPath.slash).count
        let rest = use.spelling.utf8.split(separator: VaultPath.slash).dropFirst(count)
        return rest.reduce(spelling) { $0 + "/" + String(Substring($1)) }
    }

    /// What goes when a tag of the front matter goes; nil when its list would be left with a comma too many.
    private func removal(of site: TagSite) -> Range<Int>? {
        switch site.place {
        case .text: nil
        case .item(let removal): removal.lowerBound == site.scalar?.lowerBound ? nil : removal
        case .word(let removal):
            removal.upperBound == site.name.upperBound && removal.lowerBound < site.name.lowerBound
                && site.isExact ? removal : nil
        }
    }
}
