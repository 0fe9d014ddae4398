import Foundation
import KBModel
import KBStore
import KBText

/// A folder that goes when its owner goes.
final class TemporaryFolder {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appending(path: "kb-store-\(UUID().uuidString)").path
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var database: String { path + "/kb.sqlite" }

    /// The files in it, without the locks.
    var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0 != "kb.lock" }.sorted()
    }
}

/// A note whose sections begin at lines with `#`; a first line without one makes a preamble.
func note(_ path: String, _ text: String, title: String? = nil) -> Note {
    var note = Note(path: path, title: title ?? path)
    note.utf8 = Array(text.utf8)
    note.plain = note.utf8
    note.lineCount = 1
    var line = 1
    var offset = 0
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let end = offset + row.utf8.count
        let level = row.prefix { $0 == "#" }.count
        if level > 0 {
            note.sections.append(
                Section(
                    kind: .atx, level: level, lines: LineRange(line, line), lastLine: line, title: offset + level..<end,
                    body: end..<end, blocks: 0..<0, bytes: offset..<end))
        } else if note.sections.isEmpty, !row.isEmpty {
            note.sections.append(
                Section(
                    kind: .preamble, level: 0, lines: LineRange(line, line), lastLine: line, title: 0..<0,
                    body: offset..<end, blocks: 0..<0, bytes: offset..<end))
        }
        if let last = note.sections.indices.last, level == 0 {
            note.sections[last].body = note.sections[last].body.lowerBound..<end
            note.sections[last].lines = LineRange(note.sections[last].lines.first, line)
        }
        offset = end + 1
        line += 1
    }
    return note
}

func indexed(_ note: Note, modified: Int64 = 1, links: [String] = []) -> IndexedNote {
    IndexedNote(
        note: note, stamp: FileStamp(size: Int64(note.utf8.count), modified: modified, hash: .max - 5), day: 20_000,
        linkTargets: links)
}

func writerLock(_ folder: TemporaryFolder) throws -> WriterLock {
    guard let lock = try WriterLock.acquire(for: folder.database, waiting: true) else { throw StoreError.busy("lock") }
    return lock
}

/// Builds the database of `folder` from `notes`.
func build(_ folder: TemporaryFolder, _ notes: [IndexedNote]) throws {
    let builder = try IndexBuilder(writerLock(folder))
    for note in notes { try builder.add(note) }
    try builder.finish()
}

func build(_ folder: TemporaryFolder, _ texts: KeyValuePairs<String, String>) throws {
    try build(folder, texts.map { indexed(note($0.key, $0.value)) })
}

func leaf(_ text: String, in field: Query.Field = .any) -> MatchLeaf {
    MatchLeaf(.words(Tokenizer().tokens(in: text, as: .query)), in: field)
}

func prefix(_ text: String) -> MatchLeaf { MatchLeaf(.prefix(Tokenizer().tokens(in: text, as: .query))) }

extension Store {
    /// `path#ordinal heading/body` for each section that holds `leaf`, by path.
    func places(_ leaf: MatchLeaf) throws -> [String] {
        let found = try postings(for: leaf)
        let places = try locate(sections: found.sections)
        return zip(places, found.sections.indices).map { place, index in
            "\(place.path)#\(place.ordinal) \(found.heading[index])/\(found.body[index])"
        }.sorted()
    }
}
