import KBModel
import KBParse

/// Reads single notes of a vault as they are on disk. Keeps the last few, for several hits in one note.
final class NoteLibrary {
    /// As many notes as a page of hits may hold.
    private static let mostKept = 32

    private let vault: Vault
    private var parser = NoteParser()
    private var kept: [PathKey: Kept] = [:]

    /// A note with the hash of its content.
    private struct Kept {
        var note: Note
        var hash: UInt64
        /// The sections that were read; nil for all.
        var sections: [Int]?
    }

    /// A reader of `vault`'s notes.
    init(vault: Vault) { self.vault = vault }

    /// Keeps no note any longer: they were changed.
    func forget() { kept.removeAll() }

    /// The note at `path` in the vault, as it is indexed, with the hash of its content; nil when it cannot be read.
    func note(at path: String) -> (note: Note, hash: UInt64)? {
        if let known = kept[PathKey(path)], known.sections == nil { return (known.note, known.hash) }
        return read(path, sections: nil, ifContentIs: 0)
    }

    /// The note at `path` with the hash of its content; nil when it cannot be read. When that is `indexed`, only the text of
    /// `sections`, ascending, need be there; see ``KBParse/NoteParser/parse(_:path:sections:)``.
    func note(at path: String, sections: [Int]?, ifContentIs indexed: UInt64) -> (note: Note, hash: UInt64)? {
        if let known = kept[PathKey(path)], known.sections == nil || known.sections == sections {
            return (known.note, known.hash)
        }
        return read(path, sections: sections, ifContentIs: indexed)
    }

    private func read(_ path: String, sections: [Int]?, ifContentIs indexed: UInt64) -> (note: Note, hash: UInt64)? {
        guard let (bytes, stamp) = try? FileBytes.readStamped(FilePath.join(vault.root, path)) else { return nil }
        // In another text the numbers of sections mean nothing.
        let sections = stamp.hash == indexed ? sections : nil
        let note = parser.parse(bytes, path: path, sections: sections).withSection
        if kept.count >= NoteLibrary.mostKept { kept.removeAll() }
        kept[PathKey(path)] = Kept(note: note, hash: stamp.hash, sections: sections)
        return (note, stamp.hash)
    }

    /// The note at `path` in the vault.
    func readNote(at path: String) throws(KnowledgeBaseError) -> Note {
        parser.parse(try readBytes(at: path), path: path)
    }

    /// The bytes of the note at `path` in the vault.
    func readBytes(at path: String) throws(KnowledgeBaseError) -> [UInt8] {
        let file = FilePath.join(vault.root, path)
        do throws(FileBytes.ReadError) {
            return try FileBytes.read(file)
        } catch {
            throw .unreadable(path: file, message: error.message)
        }
    }

    /// What `path`, absolute or in the vault, is called in the vault.
    func pathInVault(_ path: String) throws(KnowledgeBaseError) -> String {
        guard let inside = PathSelection.path(of: path, root: vault.root) else {
            throw .unreadable(path: path, message: "it is not in the vault \(vault.root)")
        }
        return String(decoding: inside, as: UTF8.self)
    }
}

extension Note {
    /// The note as it is indexed: one without text has a section all the same, so that it is found by its title, its
    /// aliases and its tags.
    var withSection: Note {
        guard sections.isEmpty else { return self }
        var note = self
        note.sections = [
            Section(
                kind: .preamble, level: 0, lines: LineRange(1, max(1, lineCount)), lastLine: max(1, lineCount),
                title: 0..<0, body: 0..<0, blocks: 0..<0, bytes: 0..<0)
        ]
        return note
    }
}
