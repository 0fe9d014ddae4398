internal import KBEdit
internal import KBModel
import KBParse
import KBStore

/// Works out what an addition changes. Reads the vault and its index, changes neither.
struct AdditionPlanner {
    let base: KnowledgeBase
    let addition: Addition

    var vault: Vault { base.vault }

    /// A name for a new note in `folder` that is `stem` or begins with it.
    func freeName(_ stem: String, in folder: String) -> (path: String, namesake: String?) {
        if base.asIndexed == nil { base.openIndex() }
        return FreeName(root: vault.root, folder: folder, stem: stem, store: base.asIndexed).path(for: stem)
    }

    /// The plan.
    func planned() throws(KnowledgeBaseError) -> PlannedAddition { keepingLinks(try written()) }

    /// The plan for the note alone that is added to.
    private func written() throws(KnowledgeBaseError) -> PlannedAddition {
        let planned = try placed()
        guard addition.links.contains(where: { $0.words != nil }), let change = planned.plan.changes.first,
            let new = change.newBytes
        else { return planned }
        return try linked(planned, change, new)
    }

    /// The plan with the links written whose words stand in the text; the others get a line of their own.
    private func linked(
        _ planned: PlannedAddition, _ change: NoteChange, _ new: [UInt8]
    ) throws(KnowledgeBaseError) -> PlannedAddition {
        let worded = addition.links.filter { $0.words != nil }
        // Of a note that is there, only what is new is changed.
        let lines = planned.isNew ? nil : planned.line...(planned.line + max(1, planned.lineCount) - 1)
        let linker = try AdditionLinker(base: base)
        let (bytes, left) = linker.linked(new, path: planned.path, lines: lines, to: worded)
        guard left.isEmpty else {
            var next = addition
            next.links = addition.links.map { link in
                left.contains(link) ? Addition.Link(path: link.path, title: link.title) : link
            }
            return try AdditionPlanner(base: base, addition: next).written()
        }
        var result = planned
        let linked: NoteChange =
            if let old = change.oldBytes {
                .edit(path: planned.path, old: old, new: bytes)
            } else {
                .create(path: planned.path, bytes: bytes)
            }
        result.plan = ChangePlan(title: planned.plan.title, changes: [linked], remarks: planned.plan.remarks)
        return result
    }

    private func placed() throws(KnowledgeBaseError) -> PlannedAddition {
        switch addition.place {
        case .newNote(let folder, let template): try newNote(in: folder, by: template)
        case .note(let reference): try addedTo(reference)
        case .at(let path, let line):
            try inserted(
                at: path, try base.library.readBytes(at: path), line.map { .line($0) }, title: "add to \(path)")
        case .daily(let moment, let heading): try addedToDaily(moment, under: heading)
        }
    }

    /// The text as it is added, with a line for the links that have no words in it; nil when there is none.
    func text(in path: String, _ bytes: [UInt8]? = nil) throws(KnowledgeBaseError) -> AddedText? {
        let lone = addition.links.filter { $0.words == nil }
        guard addition.text != nil || !lone.isEmpty else { return nil }
        let text = try base.refusing { () throws(EditRefusal) in try AddedText(addition.text ?? []) }
        guard !lone.isEmpty else { return text.isEmpty ? nil : text }
        let linker = try AdditionLinker(base: base)
        let line = linker.line(to: lone, from: path, in: bytes)
        return try base.refusing { () throws(EditRefusal) in try text.followed(by: line) }
    }

    // MARK: - New notes

    private func newNote(in folder: String?, by template: String?) throws(KnowledgeBaseError) -> PlannedAddition {
        let folders = NotesFolders(vault)
        let place: String
        if let folder {
            place = try folders.path(folder, from: addition.workingFolder)
        } else {
            place = try folders.usual(from: addition.workingFolder)
        }
        let given = try text(in: place.isEmpty ? "text.md" : place + "/text.md")
        guard let title = NewNote(title: addition.title, text: given).name else {
            throw .refused("a note needs a title or a text; give words, -m TEXT, or - for standard input")
        }
        let stem = KBEdit.NoteName.name(for: title, style: vault.settings.addNames == .slug ? .slug : .title)
        let (path, namesake) = freeName(stem, in: place)
        var planned = try made(
            at: path, title: addition.title, name: title, text: given, by: template ?? vault.settings.addTemplate)
        if let namesake {
            let words = "\(namesake) has that name already; --to \(LinkResolver.name(of: namesake)) adds to it"
            planned.namesake = namesake
            planned.plan.remarks.append(ChangeRemark(.namesake, path: "", words))
        }
        return planned
    }

    /// A note at `path`, by the template named if one is.
    private func made(
        at path: String, title: String, name: String, text: AddedText?, by template: String?, on day: WallTime? = nil
    ) throws(KnowledgeBaseError) -> PlannedAddition {
        var remarks: [ChangeRemark] = []
        var filled: Template.Filled?
        if let template, !addition.isWhole {
            let source = try TemplateFolder.text(named: template, in: vault)
            filled = Template(source).filled(with: .init(title: name, now: day ?? addition.now))
            remarks = Self.remarks(on: filled, path: path)
        }
        let note = NewNote(title: title, text: text, template: filled, tags: addition.tags, isWhole: addition.isWhole)
        let written = try base.refusing { () throws(EditRefusal) in try note.written(path: path) }
        remarks += written.remarks.map { ChangeRemark(.unmapped, path: path, $0) }
        let plan = ChangePlan(
            title: "add \(path)", changes: [.create(path: path, bytes: written.bytes)], remarks: remarks)
        return PlannedAddition(
            addition: addition, plan: plan, path: path, line: written.line, isNew: true, title: name)
    }

    /// What kb does not know in a template.
    private static func remarks(on filled: Template.Filled?, path: String) -> [ChangeRemark] {
        guard let filled else { return [] }
        var seen: Set<String> = []
        var remarks = filled.unknown.filter { seen.insert($0).inserted }.map { unknown in
            ChangeRemark(.unmapped, path: path, "the template has \(unknown), which kb does not know; it stays")
        }
        if filled.text.utf8.contains(UInt8(ascii: "%")), filled.text.contains("<%") {
            let words = "the template has commands of another program (<% … %>); kb runs none, and they stay"
            remarks.append(ChangeRemark(.unmapped, path: path, words))
        }
        return remarks
    }

    /// What an editor opens on: the new note as far as it is known, with the line its cursor belongs on; for a text that
    /// goes into a note that is there, the text.
    func draft() throws(KnowledgeBaseError) -> (bytes: [UInt8], line: Int) {
        guard case .newNote(_, let template) = addition.place else { return (addition.text ?? [], 1) }
        let given = try text(in: "text.md")
        let name = NewNote(title: addition.title, text: given).name ?? ""
        let named = template ?? vault.settings.addTemplate
        guard !name.isEmpty || named != nil else { return ([], 1) }
        let made = try made(at: "text.md", title: addition.title, name: name, text: given, by: named)
        let bytes = made.plan.changes.first?.newBytes ?? []
        // Below a title alone there is nothing yet: the cursor stands where the text is to begin.
        guard given == nil, named == nil else { return (bytes, made.line) }
        return (bytes + [UInt8(ascii: "\n")], made.line + 2)
    }

    // MARK: - Notes that are there

    private func addedTo(_ reference: String) throws(KnowledgeBaseError) -> PlannedAddition {
        let path: String
        var place: NoteReference.Place?
        do {
            // What changes is not guessed from the beginning of its name.
            let (note, section, line) = try base.note(inFull: reference, from: addition.workingFolder)
            path = note.path
            if section != nil || line != nil { place = NoteReference(reference).place }
        } catch {
            guard addition.makesMissing else {
                if case .noSuchNote = error, let folder = folder(reference) {
                    throw .refused("\(folder) is a folder; name a note in it, or make one there with --folder")
                }
                throw error
            }
            switch error {
            case .noSuchHeading(_, let note, _):
                path = note
                place = NoteReference(reference).place
            case .noSuchNote: return try addedToNew(reference)
            default: throw error
            }
        }
        return try inserted(at: path, try base.library.readBytes(at: path), place, title: "add to \(path)")
    }

    /// The folder that `reference` names, which no text can go into; nil for all else.
    private func folder(_ reference: String) -> String? {
        let name = NoteReference(reference).name
        guard !name.isEmpty, let path = MoveRequest.path(name, from: addition.workingFolder, in: vault),
            FilePath.isFolder(FilePath.join(vault.root, path))
        else { return nil }
        return path.isEmpty ? name : path
    }

    /// A note that is called what `reference` says, with the text in it.
    private func addedToNew(_ reference: String) throws(KnowledgeBaseError) -> PlannedAddition {
        let parts = NoteReference(reference)
        let slash = UInt8(ascii: "/")
        let levels = parts.name.utf8.split(separator: slash).map { String(Substring($0)) }
        guard let last = levels.last, parts.name.utf8.last != slash else {
            throw .refused("\(reference) is a folder; name a note in it")
        }
        let name = LinkResolver.withoutExtension(last)
        let isPath = levels.count > 1 || name != last
        let folders = NotesFolders(vault)
        let folder: String
        if levels.count > 1 || parts.name.utf8.first == slash {
            folder = try folders.path(FilePath.parent(of: parts.name) ?? "/", from: addition.workingFolder)
        } else {
            folder = try folders.usual(from: addition.workingFolder)
        }
        let style: KBEdit.NoteName.Style = isPath || vault.settings.addNames == .title ? .title : .slug
        let stem = KBEdit.NoteName.name(for: name, style: style)
        let path = freeName(stem, in: folder).path
        let plain = AdditionPlanner(base: base, addition: addition.withoutText)
        let new = try plain.made(at: path, title: name, name: name, text: nil, by: vault.settings.addTemplate)
        return try filled(new, parts.place)
    }

    private func addedToDaily(_ moment: WallTime, under heading: [String]) throws(KnowledgeBaseError) -> PlannedAddition
    {
        let path = try DailyNote(vault: vault).path(on: moment)
        let place = heading.isEmpty ? nil : NoteReference.Place.headings(heading)
        switch FilePath.kind(of: FilePath.join(vault.root, path)) {
        case .file:
            return try inserted(at: path, try base.library.readBytes(at: path), place, title: "add to \(path)")
        case .folder, .special: throw .refused("\(path) is no file")
        case .missing: break
        }
        let name = LinkResolver.name(of: path)
        let plain = AdditionPlanner(base: base, addition: addition.withoutText)
        var new = try plain.made(
            at: path, title: name, name: name, text: nil, by: vault.settings.dailyTemplate, on: moment)
        new.namesake = namesake(of: path, called: name)
        return try filled(new, place)
    }

    /// A note that is to be made, with the text in it.
    private func filled(
        _ new: PlannedAddition, _ place: NoteReference.Place?
    ) throws(KnowledgeBaseError) -> PlannedAddition {
        guard let bytes = new.plan.changes.first?.newBytes else { return new }
        var result = new
        result.addition = addition
        guard addition.text != nil || place != nil else { return result }
        let inside = try inserted(at: new.path, bytes, place, title: new.plan.title)
        result.line = inside.line
        result.plan = ChangePlan(
            title: new.plan.title,
            changes: [.create(path: new.path, bytes: inside.plan.changes.first?.newBytes ?? bytes)],
            remarks: new.plan.remarks + inside.plan.remarks)
        return result
    }
}

extension Addition {
    /// The same without what goes into the text.
    fileprivate var withoutText: Addition {
        var addition = self
        (addition.text, addition.tags, addition.links) = (nil, [], [])
        return addition
    }
}
