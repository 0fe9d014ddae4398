public import KBEdit
public import KBModel
import KBStore

extension KnowledgeBase {
    /// The plan to move what `reference` names to `new`, so that links to it follow; see
    /// ``plannedMove(of:to:keepingOldNames:from:)``.
    public func plannedMove(
        of reference: String, to new: String, from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> ChangePlan {
        try plannedMove(of: [reference], to: new, from: workingFolder)
    }

    /// The plan to move what `references` name to `new`, so that links to it follow.
    ///
    /// Each is a note, read as ``note(inFull:from:)`` reads it, or the path of a file or folder; `new` is a path, or a folder
    /// when one is there or a slash ends it, as it must be for several. All are seen from `workingFolder`, or from the vault. A
    /// name alone renames a note that was not named by its path where it is. What comes out of the trash is read as if it still
    /// stood where it was removed.
    /// - Parameter keepsOldNames: A note that gets another file name gets the old one as an alias.
    /// - Throws: ``KnowledgeBaseError/refused(_:)`` for a move that makes no sense, where something stands, and for a note
    ///   that kb would not find at its new place.
    public func plannedMove(
        of references: [String], to new: String, keepingOldNames keepsOldNames: Bool = false,
        from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> ChangePlan {
        try prepareToPlan()
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        let requests = try requests(to: new, for: references, from: workingFolder, links)
        let files = ChangeFiles(root: vault.root)
        var moves = PlannedMoves()
        for request in requests {
            try requireFree(request, files)
            try moves.add(request, links, files, library)
        }
        try requireFound(moves)
        let revival = Revival(moves, links, root: vault.root)
        let concerned = MovedNames(moves, links).notesConcerned(links)
        let what = requests.count == 1 ? requests[0].from : "\(requests.count) notes"
        let target = requests.count == 1 ? requests[0].to : FilePath.parent(of: requests[0].to) ?? "the vault's root"
        var planner = MovePlanner(
            title: "move \(what) to \(target)", moves: moves.asLinked, keepsOldName: keepsOldNames,
            before: revival.before, after: revival.after)
        for path in concerned { planner.add(try library.readBytes(at: path), path: path) }
        for note in moves.revived { planner.add(note.bytes, path: note.place) }
        let plan = revival.fromTrash(planner.plan())
        return plan.adding(PathKeepers(root: vault.root).remarks(on: moves.asLinked) + remarksOnUnreadFolders)
    }

    /// What to tell of folders that could not be read: nobody knows what the notes in them link to.
    var remarksOnUnreadFolders: [ChangeRemark] {
        unreadFolders.map { ChangeRemark(.skipped, path: $0, "the folder cannot be read; its notes stay as they are") }
    }

    private func requests(
        to new: String, for references: [String], from workingFolder: String?, _ links: VaultLinks
    ) throws(KnowledgeBaseError) -> [MoveRequest] {
        if references.count > 1, !MoveRequest.isFolder(new, from: workingFolder, in: vault) {
            throw .refused("\(new) is no folder, and several notes go into one; write \(new)/ to have it made")
        }
        let lookup = try noteLookup()
        var requests: [MoveRequest] = []
        for reference in references {
            let (thing, path, isNamed) = try thing(reference, from: workingFolder, links, lookup)
            let request = try MoveRequest(thing, at: path, isNamed: isNamed, to: new, from: workingFolder, in: vault)
            if requests.contains(where: { PathKey($0.from) == PathKey(request.from) }) { continue }
            if let other = requests.first(where: { $0.clashes(with: request) }) {
                throw .refused("\(other.from) and \(request.from) cannot be moved together; move one after the other")
            }
            requests.append(request)
        }
        return requests
    }

    /// What someone means by an operand of `kb mv` that moves, its path, and whether that was not what they typed.
    private func thing(
        _ reference: String, from workingFolder: String?, _ links: VaultLinks, _ lookup: NoteLookup
    ) throws(KnowledgeBaseError) -> (MoveRequest.Thing, path: String, isNamed: Bool) {
        let inVault = MoveRequest.path(reference, from: workingFolder, in: vault)
        if inVault == nil, FilePath.isPresent(FilePath.join(workingFolder ?? vault.root, reference)) {
            throw .refused("\(reference) is not in the vault; kb import takes it in")
        }
        let path = inVault ?? ""
        switch path.isEmpty ? .missing(0) : FilePath.kind(of: FilePath.join(vault.root, path)) {
        case .folder:
            try requireMovable(folder: path)
            let named = try? note(reference, from: workingFolder, in: lookup, takesBeginnings: false).note.path
            if reference.utf8.last != UInt8(ascii: "/"), let named,
                LinkResolver.name(of: named).lowercased() == FilePath.name(of: path).lowercased()
            {
                throw .refused("“\(reference)” is a folder and a note; write \(path)/ or \(named)")
            }
            return (.folder, path, false)
        case .file:
            let isNote = links.number(of: path) != nil || Trash.holds(path) && NoteFileName.isNote(path)
            return (isNote ? .note : .file, path, false)
        case .special, .missing: break
        }
        let (note, section, line) = try note(reference, from: workingFolder, in: lookup, takesBeginnings: false)
        guard section == nil, line == nil else {
            throw .refused("“\(reference)” is a part of \(note.path); only whole notes are moved")
        }
        return (.note, note.path, true)
    }

    private func requireFree(_ request: MoveRequest, _ files: ChangeFiles) throws(KnowledgeBaseError) {
        let isTaken = try change { () throws(ChangeFailure) in
            guard try files.isPresent(request.to) else { return false }
            return try !files.isSame(request.from, request.to)
        }
        guard !isTaken else { throw .refused("\(request.to) is there already, and nothing is overwritten") }
    }

    /// Refuses what would take a note out of sight.
    private func requireFound(_ moves: PlannedMoves) throws(KnowledgeBaseError) {
        var sight = NoteSight(vault, after: moves.onDisk)
        for move in moves.asLinked.files where move.isNote {
            guard let reason = sight.reasonNotFound(move.to) else { continue }
            throw .refused("kb would not find \(move.to): \(reason)")
        }
    }
}

extension ChangePlan {
    /// The plan with `more` remarks.
    func adding(_ more: [ChangeRemark]) -> ChangePlan {
        var plan = ChangePlan(
            title: title, changes: changes, folders: folders, replacements: replacements, remarks: remarks + more)
        plan.origins = origins
        return plan
    }
}
