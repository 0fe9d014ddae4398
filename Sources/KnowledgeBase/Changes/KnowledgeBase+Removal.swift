public import KBEdit
public import KBModel
import KBStore

extension KnowledgeBase {
    /// The plan to move the notes that `references` name to the trash. Its remarks are the links of other notes that then
    /// lead nowhere, or elsewhere, by path and line.
    ///
    /// Each is read as ``note(_:from:)`` reads it.
    /// - Throws: ``KnowledgeBaseError/refused(_:)`` for a part of a note; only whole notes are removed.
    public func plannedRemoval(
        of references: [String], from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> ChangePlan {
        var removed: [String] = []
        for reference in references {
            let (note, section, line) = try note(reference, from: workingFolder)
            guard section == nil, line == nil else {
                throw .refused("“\(reference)” is a part of \(note.path); only whole notes are removed")
            }
            if !removed.contains(note.path) { removed.append(note.path) }
        }
        removed.sort(by: ByteOrder.precedes)
        let trash = Trash(files: ChangeFiles(root: vault.root))
        var changes: [NoteChange] = []
        var taken: Set<String> = []
        for path in removed {
            let place = try change { () throws(ChangeFailure) in try trash.freePath(for: path, besides: taken) }
            taken.insert(place)
            changes.append(.trash(path: path, to: place, bytes: try library.readBytes(at: path)))
        }
        let what = removed.count == 1 ? removed[0] : "\(removed.count) notes"
        return ChangePlan(
            title: "move \(what) to the trash", changes: changes, remarks: try linksLost(without: Set(removed)))
    }

    /// What becomes of the links to the notes at `removed` in those that stay.
    private func linksLost(without removed: Set<String>) throws(KnowledgeBaseError) -> [ChangeRemark] {
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        let numbers = Set(removed.compactMap(links.number))
        let staying = links.records.indices.filter { !numbers.contains($0) }
        let resolver = LinkResolver(
            paths: staying.map { links.records[$0].path },
            aliases: staying.flatMap { number in
                links.aliases[number].map { (name: $0, path: links.records[number].path) }
            })
        var remarks: [ChangeRemark] = []
        for number in staying where links.targets(of: number).contains(where: numbers.contains) {
            guard let note = library.note(at: links.records[number].path)?.note else { continue }
            for link in note.links {
                guard let target = LinkTarget(of: link, in: note.path),
                    let old = links.resolver.destination(of: target, from: note.path).winner, removed.contains(old)
                else { continue }
                let new = resolver.destination(of: target, from: note.path).winner
                let text = "the link to “\(link.target)” " + (new.map { "leads to \($0) then" } ?? "leads nowhere then")
                remarks.append(ChangeRemark(.dangling, path: note.path, line: link.line, text))
            }
        }
        return remarks
    }

    /// Passes on what stands in the way of planning a change.
    func change<Answer>(_ body: () throws(ChangeFailure) -> Answer) throws(KnowledgeBaseError) -> Answer {
        do throws(ChangeFailure) {
            return try body()
        } catch {
            throw .unwritable(path: error.path, message: error.message)
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
