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
        let folder = try target(source.folder ?? standingFolder(workingFolder), named: nil, from: workingFolder)
        var report = ImportReport(
            kind: single.kind, isRecognised: source.kind == nil, source: source.name, folder: folder)
        var arrival = Arrival(folder: folder, names: [:])
        let target = arrival.place(single.file)
        report.unmapped = single.note.unmapped.map { unmapped in
            var unmapped = unmapped
            unmapped.path = target
            return unmapped
        }
        arrival.add(single.note.bytes, path: single.file, target: target)
        return try planned(arrival, report)
    }

    /// The working folder, when notes are found in it.
    private func standingFolder(_ workingFolder: String?) -> String? {
        guard let workingFolder, workingFolder != vault.root,
            vault.notesFolders.contains(where: { FilePath.relative(workingFolder, to: $0) != nil })
        else { return nil }
        return workingFolder
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
        case .html: throw .refused("pages cannot be imported yet")
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
