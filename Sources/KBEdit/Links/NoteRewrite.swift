internal import KBModel
internal import KBParse

/// The links of one note, while notes move: which change, and into what.
struct NoteRewrite {
    /// A link that needs another target, and the edit that gives it one.
    private struct Change {
        var edit: ByteEdit
        var replacement: ChangePlan.Replacement
        /// The links that go through this edit, by their place among the note's.
        var links: [Int]
    }

    let note: EditableNote
    let newPath: String
    let moves: MoveSet
    let before: LinkMap
    let after: LinkMap
    private var changes: [Change] = []
    /// Where each link has to lead; nil for those nobody looks after.
    private var wanted: [Int: LinkEnd] = [:]
    private(set) var remarks: [ChangeRemark] = []
    /// Where the lines of the note begin, once that was asked.
    private lazy var lineStarts = note.lineStarts

    init(
        note: EditableNote, newPath: String, moves: MoveSet, before: @escaping LinkMap, after: @escaping LinkMap
    ) {
        self.note = note
        self.newPath = newPath
        self.moves = moves
        self.before = before
        self.after = after
    }

    var edits: [ByteEdit] { changes.map(\.edit) }
    var replacements: [ChangePlan.Replacement] { changes.map(\.replacement) }

    /// Works out which links change.
    mutating func decide() {
        guard note.sites.links.count == note.note.links.count else { return }
        var definitions: [Int: [Int]] = [:]
        for (index, link) in note.note.links.enumerated() where Self.isInVault(link) {
            let site = note.sites.links[index]
            if let definition = site.definition {
                definitions[definition, default: []].append(index)
                continue
            }
            decide(link, site, links: [index])
        }
        for (index, definition) in note.sites.definitions.enumerated() {
            let links = definitions[index] ?? []
            let link =
                links.first.map { note.note.links[$0] }
                ?? Link(kind: .markdown, target: definition.decoded, text: "", line: 0)
            guard Self.isInVault(link) else { continue }
            let site = LinkSite(definition, index: index)
            decide(link, site, links: links)
        }
    }

    /// Whether a link means something in the vault beside its own note.
    static func isInVault(_ link: Link) -> Bool {
        !link.target.isEmpty && link.kind != .auto && !link.isExternal && !link.target.hasPrefix("//")
    }

    private mutating func decide(_ link: Link, _ site: LinkSite, links: [Int]) {
        let (old, now) = (before(link, note.path), after(link, newPath))
        guard let end = old.path else {
            decideMissing(link, site, now, links: links)
            return
        }
        let wanted = moved(old)
        for index in links { self.wanted[index] = wanted }
        let style = style(of: link, end: end)
        let path = moves.newPath(of: end)
        let isName = site.form == .wiki || site.form == .yaml
        // A path stays one that every program can follow, though a name might do for some.
        let isPath = !isName || link.target.hasPrefix("./") || link.target.hasPrefix("../")
        let isPlain =
            !isPath
            || style.directness(of: path, from: style.newFolder) >= style.directness(of: end, from: style.folder)
        // A page that became a note keeps no name that only kb would understand.
        let isNewNote = VaultPath.isNote(path) && !VaultPath.isNote(end)
        guard !isPlain || isNewNote || !Self.fits(now, wanted) else { return }
        let writer = LinkWriter(note: note)
        for target in isName ? style.names(for: path) : style.paths(for: path) {
            guard leads(link, target, to: path), let edit = writer.edit(link, site, target: target) else { continue }
            return add(edit, link, site, links)
        }
        if isName {
            // A name that brackets cannot hold.
            let way = VaultPath.relative(VaultPath.levels(path), to: style.newFolder)
            let target = TargetStyle.hasScheme(way) ? "./" + way : way
            if let edit = writer.markdown(link, site, target: target) { return add(edit, link, site, links) }
        }
        for index in links { self.wanted[index] = nil }
        remarks.append(
            ChangeRemark(
                .unkept, path: note.path, line: line(of: link, site),
                "“\(link.target)” cannot be made to lead to \(path)"))
    }

    /// A link that leads nowhere: the place it means stays, should a file appear there.
    private mutating func decideMissing(_ link: Link, _ site: LinkSite, _ now: LinkEnd, links: [Int]) {
        let isName = site.form == .wiki || site.form == .yaml
        if !isName || link.target.hasPrefix("./") || link.target.hasPrefix("../"),
            let target = style(of: link, end: "").place(movedBy: moves),
            after(Self.link(link, target), newPath) == .nothing,
            let edit = LinkWriter(note: note).edit(link, site, target: target)
        {
            return add(edit, link, site, links)
        }
        guard let path = now.path else { return }
        remarks.append(
            ChangeRemark(
                .found, path: note.path, line: line(of: link, site),
                "“\(link.target)” led nowhere and now leads to \(path)"))
    }

    private func style(of link: Link, end: String) -> TargetStyle {
        TargetStyle(
            written: link.target, end: end, folder: VaultPath.folder(of: note.path),
            newFolder: VaultPath.folder(of: newPath))
    }

    private mutating func add(_ edit: ByteEdit, _ link: Link, _ site: LinkSite, _ links: [Int]) {
        // Of a file that is not UTF-8 the text is asked, which is all that can be shown.
        let (old, start) = (note.text(site.whole), site.whole.lowerBound + note.markLength)
        let local = edit.range.lowerBound - start..<edit.range.upperBound - start
        let new = ByteEdit.apply([ByteEdit(local, edit.bytes)], to: Array(old.utf8)) ?? edit.bytes
        changes.append(
            Change(
                edit: edit,
                replacement: ChangePlan.Replacement(
                    .link, path: note.path, line: line(of: link, site), old: old,
                    new: String(decoding: new, as: UTF8.self)),
                links: links))
    }

    /// The line of a link; of a definition, which has none, where it stands.
    private mutating func line(of link: Link, _ site: LinkSite) -> Int {
        guard site.definition != nil else { return link.line }
        let place = site.whole.lowerBound
        var (low, high) = (0, lineStarts.count)
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func link(_ link: Link, _ target: String) -> Link {
        var link = link
        link.target = target
        return link
    }

    private func leads(_ link: Link, _ target: String, to path: String) -> Bool {
        switch after(Self.link(link, target), newPath) {
        case .note(let found), .file(let found): VaultPath.same(found, path)
        case .ambiguous, .nothing: false
        }
    }

    private func moved(_ end: LinkEnd) -> LinkEnd {
        switch end {
        case .note(let path): .note(moves.newPath(of: path))
        case .file(let path): .file(moves.newPath(of: path))
        case .ambiguous(let paths): .ambiguous(paths.map(moves.newPath))
        case .nothing: .nothing
        }
    }

    /// Whether a link that leads to `end` leads where it should; one that was ambiguous may stay so.
    private static func fits(_ end: LinkEnd, _ wanted: LinkEnd) -> Bool {
        switch (end, wanted) {
        case (.ambiguous, .ambiguous), (.note, .ambiguous):
            PathKey(end.path ?? "") == PathKey(wanted.path ?? "")
        default: end == wanted
        }
    }

    // MARK: Checking

    /// The file with the changes made, after reading it again: a link that does not lead where it should keeps its bytes
    /// and becomes a remark.
    mutating func checked(with parser: inout NoteParser) -> [UInt8] {
        while !changes.isEmpty {
            guard let new = note.applying(edits) else {
                giveUp { _ in true }
                break
            }
            let failing = failing(parser.parse(new, path: newPath).links)
            if failing.isEmpty { return new }
            let count = changes.count
            giveUp { change in failing.contains { change.links.contains($0) } }
            // What fails has no edit of its own: some other edit is to blame.
            if changes.count == count { giveUp { _ in true } }
        }
        return note.bytes
    }

    /// Which links of the note, as it would be, lead elsewhere; all, when the text falls into other links.
    private func failing(_ links: [Link]) -> [Int] {
        guard links.count == note.note.links.count else { return Array(note.note.links.indices) }
        return links.indices.filter { index in
            guard links[index].anchor == note.note.links[index].anchor else { return true }
            guard let wanted = wanted[index] else { return false }
            return !Self.fits(after(links[index], newPath), wanted)
        }
    }

    private mutating func giveUp(_ isBad: (Change) -> Bool) {
        for change in changes where isBad(change) {
            let replacement = change.replacement
            for index in change.links { wanted[index] = nil }
            remarks.append(
                ChangeRemark(
                    .unkept, path: note.path, line: replacement.line,
                    "“\(replacement.old)” would not be read as a link any more; change it by hand"))
        }
        changes.removeAll(where: isBad)
    }
}
