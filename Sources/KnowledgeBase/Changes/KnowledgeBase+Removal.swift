public import KBEdit
public import KBModel
import KBStore

extension KnowledgeBase {
    /// The plan to move what `references` name to the trash. Its remarks are the links of notes that stay which then
    /// lead nowhere, or elsewhere, by path and line.
    ///
    /// Each is a note, read as ``note(inFull:from:)`` reads it, the path of a file that is no note, or that of a folder with
    /// a slash at its end.
    /// - Throws: ``KnowledgeBaseError/refused(_:)`` for a part of a note, a folder without a slash, and what is hidden.
    public func plannedRemoval(
        of references: [String], from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> ChangePlan {
        try prepareToPlan()
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        let lookup = try noteLookup()
        let files = ChangeFiles(root: vault.root)
        var removal = PlannedRemoval(files: files)
        for reference in references {
            if let folder = try folder(reference, from: workingFolder) {
                try change { () throws(ChangeFailure) in try removal.add(folder: folder) }
            } else {
                let path = try removable(reference, from: workingFolder, in: lookup)
                try change { () throws(ChangeFailure) in try removal.add(file: path) }
            }
        }
        var changes: [NoteChange] = []
        for move in removal.moves.files {
            if links.number(of: move.from) == nil {
                changes.append(.moveFile(from: move.from, to: move.to))
            } else {
                changes.append(.trash(path: move.from, to: move.to, bytes: try library.readBytes(at: move.from)))
            }
        }
        let what = removal.names.count == 1 ? removal.names[0] : "\(removal.names.count) notes"
        return ChangePlan(
            title: "move \(what) to the trash", changes: changes,
            remarks: linksLost(by: removal.moves, links) + PathKeepers(root: vault.root).remarks(on: removal.moves)
                + remarksOnUnreadFolders)
    }

    /// The path of the folder that `reference` names by a slash at its end; nil for all else.
    private func folder(_ reference: String, from workingFolder: String?) throws(KnowledgeBaseError) -> String? {
        guard reference.utf8.last == UInt8(ascii: "/"),
            let path = MoveRequest.path(reference, from: workingFolder, in: vault),
            FilePath.isFolder(FilePath.join(vault.root, path))
        else { return nil }
        guard !path.isEmpty else { throw .refused("the vault itself is not removed") }
        try requireMovable(folder: path)
        try requireRemovable(path)
        return path
    }

    /// The path of the note, or of the file that is no note, that `reference` names.
    private func removable(
        _ reference: String, from workingFolder: String?, in lookup: NoteLookup
    ) throws(KnowledgeBaseError) -> String {
        let missing: KnowledgeBaseError
        do throws(KnowledgeBaseError) {
            let (note, section, line) = try note(reference, from: workingFolder, in: lookup, takesBeginnings: false)
            guard section == nil, line == nil else {
                throw .refused("“\(reference)” is a part of \(note.path); only whole notes are removed")
            }
            return note.path
        } catch {
            guard case .noSuchNote = error else { throw error }
            missing = error
        }
        guard let path = MoveRequest.path(reference, from: workingFolder, in: vault), !path.isEmpty else {
            throw missing
        }
        switch FilePath.kind(of: FilePath.join(vault.root, path)) {
        case .file:
            try requireRemovable(path)
            return path
        case .folder: throw .refused("\(path) is a folder; write \(path)/ to remove it with all that is in it")
        case .special, .missing: throw missing
        }
    }

    private func requireRemovable(_ path: String) throws(KnowledgeBaseError) {
        guard !Trash.holds(path) else { throw .refused("\(path) is in the trash, which kb never empties") }
        if let hidden = NoteFileName.hiddenLevel(of: path) {
            throw .refused("\(path) is none of kb's notes: nothing in \(hidden) is; remove it by hand")
        }
        let own =
            [vault.indexFile, vault.logFile, VocabularyFile(vault: vault).absolutePath]
            + (vault.configFile.map { [$0] } ?? [])
        guard !own.contains(where: { PathKey($0) == PathKey(FilePath.join(vault.root, path)) }) else {
            throw .refused("\(path) is a file of the vault's own; remove it by hand")
        }
    }

    /// What becomes of the links to what `moves` removes, in the notes that stay.
    private func linksLost(by moves: MoveSet, _ links: VaultLinks) -> [ChangeRemark] {
        let removed = Set(moves.files.map { PathKey($0.from) } + moves.folders.map { PathKey($0.from) })
        let others = moves.files.filter { links.number(of: $0.from) == nil } + moves.folders
        let names = Set(others.map { FilePath.name(of: $0.from).lowercased() })
        let numbers = Set(moves.files.compactMap { links.number(of: $0.from) })
        let staying = links.records.indices.filter { !numbers.contains($0) }
        let before = VaultLinkMap(links, root: vault.root)
        let after = LinkResolver(
            paths: staying.map { links.records[$0].path },
            aliases: staying.flatMap { number in
                links.aliases[number].map { (name: $0, path: links.records[number].path) }
            })
        var remarks: [ChangeRemark] = []
        for number in staying {
            let record = links.records[number]
            // The index knows which notes a note leads to; files and folders are reached by their names.
            let mayLead =
                !names.isEmpty && record.linkTargets.contains { names.contains(LinkTarget(stored: $0).lastLevel) }
            guard mayLead || links.targets(of: number).contains(where: numbers.contains),
                let note = library.note(at: record.path)?.note
            else { continue }
            for link in note.links {
                guard let target = LinkTarget(of: link, in: note.path),
                    let old = before.end(of: target, from: note.path).path, removed.contains(PathKey(old))
                else { continue }
                let new = after.destination(of: target, from: note.path).winner
                let text = "the link to “\(link.target)” " + (new.map { "leads to \($0) then" } ?? "leads nowhere then")
                remarks.append(ChangeRemark(.dangling, path: note.path, line: link.line, text))
            }
        }
        return remarks
    }
}

extension LinkTarget {
    /// The last level of what it names, in lower case.
    fileprivate var lastLevel: String {
        switch self {
        case .name(let text), .path(let text): FilePath.name(of: text).lowercased()
        }
    }
}

extension LinkResolver.Destination {
    /// The note it leads to; of several the one that wins.
    var winner: String? {
        switch self {
        case .note(let path): path
        case .ambiguous(let paths): paths.first
        case .missing: nil
        }
    }
}
