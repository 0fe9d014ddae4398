public import KBEdit
public import KBModel
import KBStore

extension KnowledgeBase {
    /// The plan to move what `reference` names to `new`, so that links to it follow.
    ///
    /// `reference` is a note, read as ``note(_:from:)`` reads it, or the path of a file or folder; `new` is a path, or a folder
    /// when one is there or a slash ends it. Both are seen from `workingFolder`, or from the vault. A name alone renames a note
    /// that was not named by its path where it is.
    /// - Throws: ``KnowledgeBaseError/refused(_:)`` for a move that makes no sense, or where something stands.
    public func plannedMove(
        of reference: String, to new: String, from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> ChangePlan {
        let (thing, path, isNamed) = try thing(reference, from: workingFolder)
        let request = try MoveRequest(thing, at: path, isNamed: isNamed, to: new, from: workingFolder, in: vault)
        let files = ChangeFiles(root: vault.root)
        let isTaken = try change { () throws(ChangeFailure) in
            guard try files.isPresent(request.to) else { return false }
            return try !files.isSame(request.from, request.to)
        }
        guard !isTaken else { throw .refused("\(request.to) is there already, and nothing is overwritten") }
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        let moves = try moves(for: request, links, files)
        let before = VaultLinkMap(links, root: vault.root)
        let after = VaultLinkMap(links, root: vault.root, after: moves)
        var planner = MovePlanner(
            title: "move \(request.from) to \(request.to)", moves: moves, before: before.end, after: after.end)
        for path in MovedNames(moves, links).notesConcerned(links) {
            planner.add(try library.readBytes(at: path), path: path)
        }
        return planner.plan()
    }

    private func moves(
        for request: MoveRequest, _ links: VaultLinks, _ files: ChangeFiles
    ) throws(KnowledgeBaseError) -> MoveSet {
        guard request.thing == .folder else {
            return MoveSet(files: [.init(from: request.from, to: request.to, isNote: request.thing == .note)])
        }
        let paths = try change { () throws(ChangeFailure) in
            try FilesBelow.paths(in: request.from, of: files)
        }
        let start = request.from.utf8.count
        return MoveSet(
            files: paths.map { path in
                let rest = String(decoding: path.utf8.dropFirst(start), as: UTF8.self)
                return .init(from: path, to: request.to + rest, isNote: links.number(of: path) != nil)
            },
            folders: [.init(from: request.from, to: request.to, isNote: false)])
    }

    /// What someone means by the first operand of `kb mv`, its path, and whether that was not what they typed.
    private func thing(
        _ reference: String, from workingFolder: String?
    ) throws(KnowledgeBaseError) -> (MoveRequest.Thing, path: String, isNamed: Bool) {
        let path = MoveRequest.path(reference, from: workingFolder, in: vault) ?? ""
        switch path.isEmpty ? .missing(0) : FilePath.kind(of: FilePath.join(vault.root, path)) {
        case .folder:
            try requireMovable(folder: path)
            if reference.utf8.last != UInt8(ascii: "/"), let (note, _, _) = try? note(reference, from: workingFolder),
                LinkResolver.name(of: note.path).lowercased() == FilePath.name(of: path).lowercased()
            {
                throw .refused("“\(reference)” is a folder and a note; write \(path)/ or \(note.path)")
            }
            return (.folder, path, false)
        case .file:
            let number = try asking { store throws(StoreError) in try VaultLinks(store).number(of: path) }
            return (number == nil ? .file : .note, path, false)
        case .special, .missing: break
        }
        let (note, section, line) = try note(reference, from: workingFolder)
        guard section == nil, line == nil else {
            throw .refused("“\(reference)” is a part of \(note.path); only whole notes are moved")
        }
        return (.note, note.path, true)
    }

    /// Refuses a folder that belongs to how the vault is set up.
    private func requireMovable(folder: String) throws(KnowledgeBaseError) {
        let own = vault.notesFolders + [vault.indexFile, vault.logFile] + (vault.configFile.map { [$0] } ?? [])
        let place = FilePath.join(vault.root, folder)
        for path in own where FilePath.relative(path, to: place) != nil {
            throw .refused("\(folder) holds \(path), which belongs to the vault's settings; move it by hand")
        }
    }
}

/// The names by which links may mean what moves, or what its move uncovers or hides.
struct MovedNames {
    private var names: Set<String> = []
    private let moves: MoveSet
    private var paths: Set<String> = []

    /// The names that matter when `moves` are made in the vault of `links`.
    init(_ moves: MoveSet, _ links: VaultLinks) {
        self.moves = moves
        for file in moves.files {
            for path in [file.from, file.to] { add(path) }
            paths.insert(file.from)
            guard let number = links.number(of: file.from) else { continue }
            for alias in links.aliases[number] { names.insert(MovedNames.name(of: alias)) }
        }
        for folder in moves.folders {
            for path in [folder.from, folder.to] { add(path) }
        }
    }

    /// The names by which links may mean what comes to `paths`, or notes that come with `aliases`.
    init(arriving paths: [String], aliases: [String]) {
        moves = MoveSet(files: [])
        for path in paths { add(path) }
        for alias in aliases { names.insert(MovedNames.name(of: alias)) }
    }

    private mutating func add(_ path: String) {
        let name = MovedNames.name(of: path)
        names.insert(name)
        // A link to a folder means the index page in it.
        if name == "index" || name == "readme", let folder = FilePath.parent(of: path) {
            names.insert(MovedNames.name(of: folder))
        }
    }

    /// The last level of `path` in lower case, without the extension of a note or a page.
    private static func name(of path: String) -> String {
        let name = LinkResolver.name(of: path.lowercased())
        for page in [".html", ".htm"] where name.hasSuffix(page) { return String(name.dropLast(page.count)) }
        return name
    }

    /// The notes that move, and those whose links may have to change, by path.
    func notesConcerned(_ links: VaultLinks) -> [String] {
        links.records.filter { record in
            paths.contains(record.path) || record.linkTargets.contains(where: isConcerned)
        }.map(\.path)
    }

    private func isConcerned(_ stored: String) -> Bool {
        switch LinkTarget(stored: stored) {
        case .name(let name): return names.contains(MovedNames.name(of: name.bareOfQuery))
        case .path(let path):
            // Whatever is in a folder that moves, be it missing, is meant by its place.
            return names.contains(MovedNames.name(of: path))
                || !moves.folders.isEmpty && !moves.newPath(of: path).utf8.elementsEqual(path.utf8)
        }
    }
}

extension String {
    /// The text up to a question mark.
    fileprivate var bareOfQuery: String { utf8.contains(UInt8(ascii: "?")) ? String(prefix { $0 != "?" }) : self }
}
