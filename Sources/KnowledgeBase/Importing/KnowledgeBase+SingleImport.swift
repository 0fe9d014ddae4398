internal import KBEdit
internal import KBImport
internal import KBModel

extension KnowledgeBase {
    /// The plan to import a single file, or what came through standard input.
    func plannedImport(
        ofSingle source: ImportSource, from workingFolder: String?
    ) throws(KnowledgeBaseError) -> PlannedImport {
        let bytes: [UInt8]
        let path: String?
        switch source.place {
        case .bytes(let given): (bytes, path) = (given, nil)
        case .path(let named):
            guard FilePath.isPresent(named) else { throw .unreadable(path: source.name, message: "it is not there") }
            if named.lowercased().hasSuffix(".zip") {
                throw .refused("\(source.name) is packed; unzip it into a folder and import that")
            }
            bytes = try readSource(named)
            path = named
        }
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .refused("\(source.name) is empty") }
        let single = try SingleImport(bytes, path: path, source)
        let folders = NotesFolders(vault)
        let folder: String
        if let typed = source.folder {
            folder = try folders.path(typed, from: workingFolder)
        } else {
            folder = try folders.usual(from: workingFolder)
        }
        var report = ImportReport(
            kind: single.kind, isRecognised: source.kind == nil, source: source.name, folder: folder)
        var arrival = Arrival(folder: folder, names: [:])
        let target = arrival.place(single.file)
        report.unmapped = single.note.unmapped.map { unmapped in
            var unmapped = unmapped
            unmapped.path = target
            return unmapped
        }
        arrival.add(single.note.bytes, path: single.file, target: target, origin: path)
        return try planned(arrival, report)
    }
}

/// A single note to be imported.
private struct SingleImport {
    var kind: ImportKind
    /// The name of its file.
    var file: String
    var note: ConvertedNote

    init(_ bytes: [UInt8], path: String?, _ source: ImportSource) throws(KnowledgeBaseError) {
        kind = source.kind ?? PlainText.kind(of: bytes, path: path)
        switch kind {
        case .html:
            let name = path.map { FilePath.name(of: $0) }
            let page = PageNote(bytes, path: "", source: path.map { FilePath.name(of: $0) })
            file = NoteName.name(for: source.title ?? page.title ?? name ?? "") + ".md"
            note = page.note
        case .obsidian, .logseq, .notion:
            throw .refused("\(source.name) is no folder; an export of \(kind.rawValue) is one")
        case .markdown:
            guard PlainText.isText(bytes) else { throw .refused("\(source.name) is no text") }
            if let path {
                let name = FilePath.name(of: path)
                // A note keeps its name, and stays byte for byte.
                file = NoteFileName.isNote(name) ? name : NoteName.name(for: name, style: .title) + ".md"
            } else {
                file = NoteName.name(for: source.title ?? PlainText.title(of: bytes)) + ".md"
            }
            note = MarkdownNote.note(bytes, path: file)
        }
    }
}
