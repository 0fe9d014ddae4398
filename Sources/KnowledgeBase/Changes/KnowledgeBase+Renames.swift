public import KBEdit
public import KBModel
import KBStore

extension KnowledgeBase {
    /// The plan to call the tag `old`, and those below it, `new` in all notes; both with or without `#`.
    ///
    /// - Throws: ``KnowledgeBaseError/refused(_:)`` when no note has the tag, or `new` is none.
    public func plannedRename(ofTag old: String, to new: String) throws(KnowledgeBaseError) -> ChangePlan {
        try prepareToPlan()
        let records = try asking { store throws(StoreError) in try store.notes(with: .tags) }
        let known = Set(records.flatMap { note in note.tags.compactMap { Tag($0.spelling) } })
        guard let tag = Tag(old), known.contains(where: { $0.isWithin(tag) }) else {
            let nearest = NearestName.nearest(to: Tag(old)?.text ?? old, among: known.map(\.text))
            let mend = nearest.isEmpty ? "" : "; did you mean \(nearest.map { "#" + $0 }.joined(separator: " or "))?"
            throw .refused("no note has the tag “\(old)”" + mend)
        }
        let isTaken = known.contains { $0 == Tag(new) }
        let paths = records.filter { note in
            note.tags.contains { Tag($0.spelling)?.isWithin(tag) ?? false }
        }.map(\.path).sorted(by: ByteOrder.precedes)
        var planner = try refusing { () throws(EditRefusal) in
            try TagPlanner(old: tag, new: new, isTaken: isTaken)
        }
        for path in paths { planner.add(try library.readBytes(at: path), path: path) }
        let shifted = planner.notesWithOtherHeadings
        if !shifted.isEmpty {
            let links = try asking { store throws(StoreError) in try VaultLinks(store) }
            let ends = VaultLinkMap(links, root: vault.root)
            let numbers = Set(shifted.compactMap(links.number))
            // Links within a note name no note.
            for source in numbers.union(links.sources(of: numbers)).sorted() {
                let path = links.records[source].path
                planner.addLinks(try library.readBytes(at: path), path: path, ends: ends.end)
            }
        }
        return planner.plan().adding(remarksOnUnreadFolders)
    }

    /// The plan to give the heading that `reference` names the words `title`, so that links to it follow.
    ///
    /// `reference` is read as ``note(inFull:from:)`` reads it; a line stands for the heading it is under.
    public func plannedRename(
        ofHeading reference: String, to title: String, from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> ChangePlan {
        try prepareToPlan()
        let (note, found, line) = try note(inFull: reference, from: workingFolder)
        guard let section = found ?? line.flatMap(note.section(at:)), note.sections[section].kind != .preamble else {
            throw .refused("“\(reference)” names no heading; write NOTE#HEADING")
        }
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        let ends = VaultLinkMap(links, root: vault.root)
        let bytes = try library.readBytes(at: note.path)
        var planner = try refusing { () throws(EditRefusal) in
            try HeadingPlanner(bytes, path: note.path, section: section, title: title, ends: ends.end)
        }
        if let number = links.number(of: note.path) {
            for source in links.sources(of: number) where source != number {
                let path = links.records[source].path
                planner.add(try library.readBytes(at: path), path: path)
            }
        }
        return planner.plan().adding(remarksOnUnreadFolders)
    }
}
