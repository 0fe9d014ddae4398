public import KBModel
import KBStore

extension KnowledgeBase {
    // MARK: - Names of notes

    /// The note that `reference` names, with the index of the section and the line that an anchor in it names.
    ///
    /// `NOTE` is a path (of the file system, seen from `workingFolder`, or in the vault), a file name, a title or an
    /// alias, case-blind, or the beginning of one; `#HEADING` a heading's words or slug, `#H1#H2` one under the other,
    /// `#^id` a block, `:LINE` a line.
    public func note(
        _ reference: String, from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> (note: Note, section: Int?, line: Int?) {
        try note(reference, from: workingFolder, in: try noteLookup(), takesBeginnings: true)
    }

    /// As ``note(_:from:)``, for who changes the note: a name or a heading counts only when it is written in full. The
    /// beginning of one shows in the error, as what may have been meant.
    public func note(
        inFull reference: String, from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> (note: Note, section: Int?, line: Int?) {
        try note(reference, from: workingFolder, in: try noteLookup(), takesBeginnings: false)
    }

    /// The names of all notes, for who looks for several.
    func noteLookup() throws(KnowledgeBaseError) -> NoteLookup {
        let (notes, names) = try asking { store throws(StoreError) in (try store.notes(), try store.names()) }
        var aliases: [Int: [String]] = [:]
        for name in names where name.kind == .alias { aliases[name.note, default: []].append(name.text) }
        return NoteLookup(
            notes.map { NoteLookup.Entry(path: $0.path, title: $0.title, aliases: aliases[$0.id] ?? []) })
    }

    /// The note, section and line that `reference` names; see ``note(_:from:)`` and ``note(inFull:from:)``.
    func note(
        _ reference: String, from workingFolder: String?, in lookup: NoteLookup, takesBeginnings: Bool
    ) throws(KnowledgeBaseError) -> (note: Note, section: Int?, line: Int?) {
        let parts = NoteReference(reference)
        var (path, place) = ("", parts.place)
        // Names of files may hold the marks that begin a place.
        if let whole = exact(reference, from: workingFolder, in: lookup) {
            (path, place) = (whole, nil)
        } else if let named = exact(parts.name, from: workingFolder, in: lookup) {
            path = named
        } else {
            path = try lookup.path(of: parts.name, takesBeginnings: takesBeginnings)
        }
        let note = try library.readNote(at: path)
        guard let place else { return (note, nil, nil) }
        let (section, line) = try HeadingLookup(note).find(place, takesBeginnings: takesBeginnings)
        return (note, section, line)
    }

    /// The path of the note that `name` is the path of, letter for letter.
    private func exact(_ name: String, from workingFolder: String?, in lookup: NoteLookup) -> String? {
        file(name, from: workingFolder).flatMap(lookup.exact) ?? lookup.exact(name)
    }

    /// The path in the vault of the file that `name` is the path of; nil when there is none. Results are printed with
    /// paths from the working folder, so those must be understood wherever the vault is.
    private func file(_ name: String, from workingFolder: String?) -> String? {
        guard !name.isEmpty, let folder = workingFolder ?? (name.hasPrefix("/") ? "/" : nil) else { return nil }
        let file = FilePath.join(folder, name)
        guard case .file = FilePath.kind(of: file) else { return nil }
        return try? library.pathInVault(file)
    }
}
