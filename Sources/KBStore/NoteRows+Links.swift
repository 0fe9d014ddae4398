import KBModel
import KBText

extension NoteRows {
    /// Adds what a note is called and what it calls others.
    func addLinks(of indexed: IndexedNote, id: Int, _ strings: inout InternedStrings) throws(StoreError) {
        let insert = try statement("INSERT INTO note_link VALUES(?1, ?2, ?3, ?4)")
        var names: [UInt8] = []
        for key in indexed.names { LinkCoding.append(key: key, to: &names) }
        var texts: [UInt8] = []
        for text in indexed.linkTexts {
            Varint.append(strings.intern(text.target, as: .linkTarget), to: &texts)
            LinkCoding.append(key: text.key, to: &texts)
        }
        insert.bind(1, id)
        insert.bind(2, Int(truncatingIfNeeded: indexed.mark))
        insert.bind(3, names)
        insert.bind(4, texts)
        try insert.run()
    }
}

extension IndexedNote {
    /// A number for the note's path, names and links, which is the same only when all of these are.
    var mark: UInt64 {
        var hash = FNV1a()
        func add(text: String) {
            hash.add(text.utf8)
            hash.add(0xFF)
        }
        func add(key: UInt64) {
            for byte: UInt64 in 0..<8 { hash.add(UInt8(truncatingIfNeeded: key >> (8 * byte))) }
        }
        add(text: note.path)
        for alias in note.aliases { add(text: alias) }
        for key in names { add(key: key) }
        for target in linkTargets { add(text: target) }
        for text in linkTexts {
            add(text: text.target)
            add(key: text.key)
        }
        return hash.value
    }
}
