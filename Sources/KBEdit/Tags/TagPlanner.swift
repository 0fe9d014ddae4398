public import KBModel
internal import KBParse

/// Plans another name for a tag and all tags below it: `#old` and `#old/sub` become `#new` and `#new/sub`.
///
/// Tags are met case-blind, in the text and in the front matter; the rest of each spelling stays. A list of the front
/// matter in which two items would become one keeps the first.
///
/// A tag in a heading is one of its words, so links to the heading follow: see ``notesWithOtherHeadings``.
public struct TagPlanner: ~Copyable {
    private let old: Tag
    private let spelling: String
    private var parser = NoteParser()
    private var changes: [NoteChange] = []
    private var replacements: [ChangePlan.Replacement] = []
    private var remarks: [ChangeRemark] = []
    /// Where the changes of which notes are.
    private var places: [PathKey: Int] = [:]
    /// The headings that get other words, by the paths of their notes.
    private var shifts: [PathKey: HeadingShift] = [:]

    /// A planner that calls `old` by the name `new`, with or without `#`.
    ///
    /// - Parameter isTaken: Whether notes use the new tag already; the plan then says that the two become one.
    /// - Throws: ``EditRefusal`` when `new` is no tag, or both are the same letter for letter.
    public init(old: Tag, new: String, isTaken: Bool = false) throws(EditRefusal) {
        guard let bare = TagSpelling.bare(new), let tag = Tag(bare) else {
            throw EditRefusal("“\(new)” is no tag: \(TagSpelling.rule)")
        }
        self.old = old
        spelling = bare
        if isTaken, tag != old {
            remarks = [ChangeRemark(.merged, path: "", "#\(bare) is used already; the two become one")]
        }
    }

    /// Looks at the note at `path`, whose file holds `bytes`.
    public mutating func add(_ bytes: [UInt8], path: String) {
        let note = EditableNote(bytes, path: path, with: &parser)
        guard note.note.tags.contains(where: { $0.tag.isWithin(old) && renamed($0) != $0.spelling }) else { return }
        if let reason = note.reasonNotEditable {
            remarks.append(ChangeRemark(.skipped, path: path, "its tags stay: \(reason)"))
            return
        }
        let uses = uses(in: note)
        guard let new = note.applying(uses.edits) else { return remarkUnsafe(path) }
        let after = parser.parse(new, path: path)
        guard uses.stand(in: after) else { return remarkUnsafe(path) }
        guard new != bytes else { return }
        // A tag in a heading is one of its words.
        if let shift = HeadingShift(from: note.note, to: after) { shifts[PathKey(path)] = shift }
        places[PathKey(path)] = changes.count
        changes.append(.edit(path: path, old: bytes, new: new))
        replacements += uses.replacements
    }

    /// The notes given so far in which headings get other words, by path. They and the notes with links to them are to be
    /// given to ``addLinks(_:path:ends:)`` then.
    public var notesWithOtherHeadings: [String] {
        shifts.keys.map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Looks at the links to headings that get other words, in the note at `path`, whose file holds `bytes`; `ends` tells where
    /// links lead.
    public mutating func addLinks(_ bytes: [UInt8], path: String, ends: @escaping LinkMap) {
        let note = EditableNote(bytes, path: path, with: &parser)
        let rewrite = AnchorRewrite(note, shifts: shifts, ends: ends)
        remarks += rewrite.remarks
        guard !rewrite.edits.isEmpty else { return }
        if let reason = note.reasonNotEditable {
            remarks.append(ChangeRemark(.skipped, path: path, "its links to headings stay: \(reason)"))
            return
        }
        let place = places[PathKey(path)]
        let uses = place == nil ? TagUses(as: note.note) : uses(in: note)
        guard let new = note.applying(uses.edits + rewrite.edits) else { return remarkUnsafeLinks(path) }
        let after = parser.parse(new, path: path)
        guard uses.stand(in: after), rewrite.isRead(as: after) else { return remarkUnsafeLinks(path) }
        let change = NoteChange.edit(path: path, old: bytes, new: new)
        if let place { changes[place] = change } else { changes.append(change) }
        replacements += rewrite.replacements
    }

    /// The plan for all notes given.
    public consuming func plan() -> ChangePlan {
        ChangePlan(
            title: "rename the tag #\(old.text) to #\(spelling)", changes: changes, replacements: replacements,
            remarks: remarks)
    }

    private mutating func remarkUnsafe(_ path: String) {
        remarks.append(ChangeRemark(.unkept, path: path, "its tags cannot be changed safely; change them by hand"))
    }

    private mutating func remarkUnsafeLinks(_ path: String) {
        remarks.append(
            ChangeRemark(.unkept, path: path, "its links to headings cannot be changed safely; change them by hand"))
    }

    /// The tags of `note` under their new names.
    private func uses(in note: EditableNote) -> TagUses {
        var found = TagUses()
        // The tags of the front matter so far, and whether one of them came to its name just now.
        var seen: [Tag: Bool] = [:]
        for (use, site) in zip(note.note.tags, note.sites.tags) {
            let isRenamed = use.tag.isWithin(old)
            let name = isRenamed ? renamed(use) : use.spelling
            if site.place != .text, let tag = Tag(name) {
                if let before = seen[tag], before || isRenamed, let removal = removal(of: site) {
                    found.edits.append(note.edit(removal, ""))
                    found.replacements.append(.init(.tag, path: note.path, line: use.line, old: use.spelling, new: ""))
                    continue
                }
                seen[tag] = (seen[tag] ?? false) || isRenamed
            }
            found.spellings.append(name)
            guard isRenamed, !VaultPath.same(name, use.spelling) else { continue }
            let mark = site.place == .text ? "#" : ""
            if site.isExact {
                found.edits.append(note.edit(site.name, name))
            } else if case .item = site.place, let scalar = site.scalar {
                found.edits.append(note.edit(scalar, YAML.quoted(name)))
            }
            found.replacements.append(
                .init(.tag, path: note.path, line: use.line, old: mark + use.spelling, new: mark + name))
        }
        return found
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

/// The tags of a note under their new names, with the edits that give them those.
private struct TagUses {
    var edits: [ByteEdit] = []
    var replacements: [ChangePlan.Replacement] = []
    /// How all tags of the note are spelled afterwards, in its order.
    var spellings: [String] = []

    init() {}

    /// Those of `note` as they are.
    init(as note: Note) { spellings = note.tags.map(\.spelling) }

    /// Whether `note` has these tags and no others.
    func stand(in note: Note) -> Bool { note.tags.map(\.spelling) == spellings }
}
