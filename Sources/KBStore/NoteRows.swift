import KBModel

/// Writes the rows that tell what a note is: all but its sections and its terms.
final class NoteRows {
    private let connection: Connection
    private let insertNote: Statement
    private var statements: [String: Statement] = [:]
    /// The numbers of the links of the note at hand.
    private var mentioned: Set<Int> = []

    /// Prepares to write rows through `connection`.
    init(_ connection: Connection) throws(StoreError) {
        self.connection = connection
        insertNote = try connection.prepare(
            "INSERT INTO note VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
    }

    /// Adds the rows of a note with this number, which has so many words, open tasks and tasks done.
    func add(
        _ indexed: IndexedNote, id: Int, words: Int, open: Int, done: Int, _ strings: inout InternedStrings
    ) throws(StoreError) {
        try addRow(of: indexed, id: id, words: words, open: open, done: done, &strings)
        try addNames(of: indexed.note, id: id)
        try addIssues(of: indexed.note, id: id)
        try addLinks(of: indexed, id: id, &strings)
    }

    /// How many sections the note has; nil when there is no such note.
    func sections(ofNote id: Int) throws(StoreError) -> Int? {
        let find = try statement("SELECT sections FROM note WHERE id = ?1")
        find.bind(1, id)
        defer { find.reset() }
        return try find.step() ? find.integer(0) : nil
    }

    /// Takes the rows of a note away, those of its terms included.
    func remove(note id: Int) throws(StoreError) {
        for sql in [
            "DELETE FROM note WHERE id = ?1", "DELETE FROM name WHERE note = ?1",
            "DELETE FROM issue WHERE note = ?1", "DELETE FROM note_term WHERE note = ?1",
            "DELETE FROM note_link WHERE note = ?1",
        ] {
            let delete = try statement(sql)
            delete.bind(1, id)
            try delete.run()
        }
    }

    /// Gives a note whose content did not change the stamp of its file, and its day.
    func restamp(note id: Int, _ stamp: FileStamp, day: Int) throws(StoreError) {
        let update = try statement("UPDATE note SET size = ?2, modified = ?3, hash = ?4, day = ?5 WHERE id = ?1")
        update.bind(1, id)
        update.bind(2, Int(stamp.size))
        update.bind(3, Int(stamp.modified))
        update.bind(4, Int(bitPattern: UInt(stamp.hash)))
        update.bind(5, day)
        try update.run()
    }

    /// What stands for the path, the names and the links of a note: two notes in which all these are equal have the same.
    /// Nil when there is no such note.
    func mark(ofNote id: Int) throws(StoreError) -> UInt64? {
        let find = try statement("SELECT mark FROM note_link WHERE note = ?1")
        find.bind(1, id)
        defer { find.reset() }
        return try find.step() ? UInt64(UInt(bitPattern: find.integer(0))) : nil
    }

    func statement(_ sql: String) throws(StoreError) -> Statement {
        if let known = statements[sql] { return known }
        let prepared = try connection.prepare(sql)
        statements[sql] = prepared
        return prepared
    }
}

extension NoteRows {
    private func addRow(
        of indexed: IndexedNote, id: Int, words: Int, open: Int, done: Int, _ strings: inout InternedStrings
    ) throws(StoreError) {
        let note = indexed.note
        let slash = note.path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(note.path[..<$0]) } ?? ""
        let name = slash.map { String(note.path[note.path.utf8.index(after: $0)...]) } ?? note.path
        insertNote.bind(1, id)
        insertNote.bind(2, strings.intern(folder, as: .folder))
        insertNote.bind(3, name)
        insertNote.bind(4, Int(indexed.stamp.size))
        insertNote.bind(5, Int(indexed.stamp.modified))
        insertNote.bind(6, Int(bitPattern: UInt(indexed.stamp.hash)))
        insertNote.bind(7, note.sections.count)
        insertNote.bind(8, note.title)
        insertNote.bind(9, indexed.day)
        insertNote.bind(10, words)
        insertNote.bind(11, open)
        insertNote.bind(12, done)
        insertNote.bind(13, tags(of: note, &strings))
        insertNote.bind(14, properties(of: note, &strings))
        insertNote.bind(15, links(indexed.linkTargets, &strings))
        try insertNote.run()
    }

    /// For each use, the tag and the number of its section counted from 1, 0 in front matter.
    private func tags(of note: Note, _ strings: inout InternedStrings) -> [UInt8] {
        var bytes: [UInt8] = []
        for use in note.tags {
            Varint.append(strings.intern(use.spelling, as: .tag), to: &bytes)
            Varint.append(note.ordinal(at: use.line).map { $0 + 1 } ?? 0, to: &bytes)
        }
        return bytes
    }

    private func properties(of note: Note, _ strings: inout InternedStrings) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in note.frontMatter.entries where !entry.key.isTitle {
            let count = bytes.count
            addProperty(entry.key, entry.value, to: &bytes, &strings)
            if bytes.count == count, case .map = entry.value { addProperty(entry.key, text: "", to: &bytes, &strings) }
        }
        return bytes
    }

    /// Adds each scalar of a value, but for empty ones.
    private func addProperty(
        _ key: String, _ value: YAMLValue, to bytes: inout [UInt8], _ strings: inout InternedStrings
    ) {
        switch value {
        case .list(let values): for value in values { addProperty(key, value, to: &bytes, &strings) }
        case .string(let text) where text.isEmpty: break
        default: if let text = value.scalar { addProperty(key, text: text, to: &bytes, &strings) }
        }
    }

    private func addProperty(
        _ key: String, text: String, to bytes: inout [UInt8], _ strings: inout InternedStrings
    ) {
        let number = strings.internProperty(key, text, limit: NoteRecord.Property.longestValue)
        Varint.append(number, to: &bytes)
    }

    /// The numbers of what links point at, each once.
    private func links(_ targets: [String], _ strings: inout InternedStrings) -> [UInt8] {
        guard !targets.isEmpty else { return [] }
        var bytes: [UInt8] = []
        mentioned.removeAll(keepingCapacity: true)
        for target in targets {
            let number = strings.intern(target, as: .linkTarget)
            if mentioned.insert(number).inserted { Varint.append(number, to: &bytes) }
        }
        return bytes
    }

    private func addNames(of note: Note, id: Int) throws(StoreError) {
        guard !note.aliases.isEmpty || !note.acronyms.isEmpty else { return }
        let insert = try statement("INSERT INTO name VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        let aliases = note.aliases.map { NoteName(kind: .alias, text: $0, long: note.title, line: 1) }
        let acronyms = note.acronyms.map { NoteName(kind: .acronym, text: $0.short, long: $0.long, line: $0.line) }
        for (place, name) in (aliases + acronyms).enumerated() {
            insert.bind(1, id)
            insert.bind(2, place)
            insert.bind(3, name.kind.rawValue)
            insert.bind(4, name.text)
            insert.bind(5, name.long)
            insert.bind(6, name.line)
            try insert.run()
        }
    }

    private func addIssues(of note: Note, id: Int) throws(StoreError) {
        guard !note.issues.isEmpty else { return }
        let insert = try statement("INSERT INTO issue VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        for (place, issue) in note.issues.enumerated() {
            insert.bind(1, id)
            insert.bind(2, place)
            insert.bind(3, issue.kind.rawValue)
            insert.bind(4, issue.severity.rawValue)
            insert.bind(5, issue.line)
            insert.bind(6, issue.message)
            try insert.run()
        }
    }
}

extension String {
    /// Whether this is the key of a note's title, which has a column of its own.
    fileprivate var isTitle: Bool { utf8.count == 5 && lowercased() == "title" }
}
