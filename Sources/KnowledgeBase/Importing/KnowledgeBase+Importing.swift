internal import KBEdit
internal import KBImport
public import KBModel
internal import KBParse
import KBStore

extension KnowledgeBase {
    /// The plan to import `source`, which is only read. Links of its notes lead where they led there, and no link of the vault
    /// means another note afterwards; notes of the vault change only for that.
    ///
    /// Nothing is overwritten: what is there already is left alone, and told when it differs from what would come.
    /// - Parameter workingFolder: Where a folder that was typed is seen from.
    /// - Throws: ``KnowledgeBaseError/refused(_:)`` for what cannot be imported,
    ///   ``KnowledgeBaseError/unreadable(path:message:)`` for what cannot be read.
    public func plannedImport(
        of source: ImportSource, from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> PlannedImport {
        try prepareToPlan()
        if case .path(let path) = source.place, FilePath.isFolder(path) {
            return try plannedImport(ofFolder: path, source, from: workingFolder)
        }
        return try plannedImport(ofSingle: source, from: workingFolder)
    }

    // MARK: - A folder

    private func plannedImport(
        ofFolder path: String, _ source: ImportSource, from workingFolder: String?
    ) throws(KnowledgeBaseError) -> PlannedImport {
        guard let real = FilePath.real(path) else { throw .unreadable(path: path, message: "it is not there") }
        if FilePath.relative(real, to: vault.root) != nil {
            throw .refused("\(source.name) is in the vault already; kb mv moves it")
        }
        if FilePath.relative(vault.root, to: real) != nil { throw .refused("the vault is in \(source.name)") }
        let listing = try sourced { () throws(SourceFailure) in try SourceListing(real) }
        let kind = source.kind ?? ImportKind(recognising: listing.paths)
        var reader = kind.reader(of: listing.paths)
        for path in listing.paths where reader.wantsToSee(path) {
            reader.see(try readSource(FilePath.join(listing.root, path)), path: path)
        }
        let places = reader.places()
        let folder = try target(source.folder, named: FilePath.name(of: real), from: workingFolder)
        var report = ImportReport(
            kind: kind, isRecognised: source.kind == nil, source: source.name, folder: folder)
        report.unmapped = listing.leftOut
        var arrival = Arrival(folder: folder, names: reader.names)
        for place in places {
            let target = arrival.place(place.target)
            switch place.role {
            case .note:
                let bytes = try readSource(FilePath.join(listing.root, place.path))
                let note = reader.note(bytes, path: place.path)
                report.unmapped += note.unmapped.map { unmapped in
                    var unmapped = unmapped
                    unmapped.path = target
                    return unmapped
                }
                arrival.add(
                    note.bytes, path: place.path, target: target, origin: FilePath.join(listing.root, place.path))
            case .file:
                arrival.files.append((FilePath.join(listing.root, place.path), place.path, target))
                if let what = kind.foreignFile(place.path) {
                    report.unmapped.append(Unmapped(what, .copied, path: target))
                }
            case .part: arrival.parts.append((place.path, target))
            case .leftOut(let what): report.unmapped.append(Unmapped(what, .leftOut, path: place.path))
            }
        }
        report.settings = Self.lines(
            of: reader.settings.map { ($0.key, $0.isPath ? arrival.place($0.value) : $0.value) })
        return try planned(arrival, report)
    }

    /// The lines of a `kb.yml` with `settings`; several values of one key are a list.
    private static func lines(of settings: [(key: String, value: String)]) -> [String] {
        var lists: [(key: String, values: [String])] = []
        for (key, value) in settings {
            if let known = lists.firstIndex(where: { $0.key == key }) {
                lists[known].values.append(value)
            } else {
                lists.append((key, [value]))
            }
        }
        return lists.map { key, values in
            guard values.count > 1 else { return "\(key): " + values.map { YAML.scalar($0) }.joined() }
            return "\(key): [" + values.map { YAML.scalar($0, inBrackets: true) }.joined(separator: ", ") + "]"
        }
    }

    // MARK: - Any number of notes

    /// The plan for what comes, with the report filled in.
    func planned(_ arrival: Arrival, _ report: ImportReport) throws(KnowledgeBaseError) -> PlannedImport {
        var report = report
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        let before = VaultLinkMap(links, root: vault.root)
        var planner = ArrivalPlanner(
            moves: arrival.moves, source: arrival.source, before: before.end,
            after: arrival.after(links, root: vault.root))
        let files = ChangeFiles(root: vault.root)
        var changes: [NoteChange] = []
        var origins: [PathKey: String] = [:]
        for note in arrival.notes {
            let bytes = planner.arriving(note.bytes, path: note.path)
            let found = try change { () throws(ChangeFailure) in try look(at: note.target, FilePrint(bytes), files) }
            if report.count(found, note.target) {
                changes.append(.create(path: note.target, bytes: bytes))
                origins[PathKey(note.target)] = note.origin
                report.notes += 1
            }
        }
        for file in arrival.files {
            let found = try change { () throws(ChangeFailure) in
                guard try files.isPresent(file.target) else { return Standing.nothing }
                let print = try? FileStream.print(file.source)
                return try look(at: file.target, print, files)
            }
            if report.count(found, file.target) {
                changes.append(.copyFile(from: file.source, to: file.target))
                report.files += 1
            }
        }
        let new = changes.map(\.newPath)
        let aliases = arrival.notes.filter { links.number(of: $0.target) == nil }.flatMap(\.aliases)
        for path in MovedNames(arriving: new, aliases: aliases).notesConcerned(links) {
            planner.standing(try library.readBytes(at: path), path: path)
        }
        let place = report.folder.isEmpty ? "the vault" : report.folder
        let standing = planner.plan(title: "import \(report.source) into \(place)")
        var plan = ChangePlan(
            title: standing.title, changes: standing.changes + changes, replacements: standing.replacements,
            remarks: standing.remarks)
        plan.origins = origins
        report.finish()
        return PlannedImport(plan: plan, report: report)
    }

    /// What stands at a path where something is to come.
    enum Standing {
        case nothing
        case same
        case other
    }

    private func look(
        at path: String, _ print: FilePrint?, _ files: ChangeFiles
    ) throws(ChangeFailure) -> Standing {
        guard try files.isPresent(path) else { return .nothing }
        return (try? files.print(path)) == print && print != nil ? .same : .other
    }

    // MARK: - What is read, and where it goes

    func readSource(_ path: String) throws(KnowledgeBaseError) -> [UInt8] {
        do throws(FileBytes.ReadError) {
            return try FileBytes.read(path)
        } catch {
            throw .unreadable(path: path, message: error.message)
        }
    }

    private func sourced<Answer>(
        _ body: () throws(SourceFailure) -> Answer
    ) throws(KnowledgeBaseError) -> Answer {
        do throws(SourceFailure) {
            return try body()
        } catch {
            throw .unreadable(path: error.path, message: error.message)
        }
    }

    /// The folder that an import goes into: the one `typed`, else one called `name` in the first notes folder.
    private func target(
        _ typed: String?, named name: String, from workingFolder: String?
    ) throws(KnowledgeBaseError) -> String {
        let folders = NotesFolders(vault)
        if let typed { return try folders.path(typed, from: workingFolder) }
        let safe = NoteName.name(for: name, style: .title)
        return folders.first.isEmpty ? safe : folders.first + "/" + safe
    }
}

extension Arrival {
    /// Adds a note that comes, made from the file at the absolute path `origin` if that is not nil.
    mutating func add(_ bytes: [UInt8], path: String, target: String, origin: String?) {
        var parser = NoteParser()
        let aliases = parser.parse(bytes, path: target).aliases
        notes.append(Coming(path: path, target: target, bytes: bytes, aliases: aliases, origin: origin))
    }
}

extension ImportReport {
    /// Counts what stands where something is to come; whether it can come.
    fileprivate mutating func count(_ standing: KnowledgeBase.Standing, _ path: String) -> Bool {
        switch standing {
        case .nothing: return true
        case .same: unchanged += 1
        case .other: different.append(path)
        }
        return false
    }

    /// Puts its lists in order.
    fileprivate mutating func finish() {
        different.sort(by: ByteOrder.precedes)
        unmapped = unmapped.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            if !x.path.utf8.elementsEqual(y.path.utf8) { return ByteOrder.precedes(x.path, y.path) }
            return (x.line ?? 0, a.offset) < (y.line ?? 0, b.offset)
        }.map(\.element)
    }
}
