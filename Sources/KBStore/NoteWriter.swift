import KBModel
import KBText

/// Adds notes to a database and takes them away, inside a transaction of the caller's.
final class NoteWriter {
    /// Which of the two full-text tables the sections go to.
    enum Target: String {
        case built
        case recent
    }

    private let connection: Connection
    private let context: FTS5Context
    private let insertSection: Statement
    private let insertNote: Statement
    private var strings: InternedStrings
    private var terms: TermWriter
    private var table = SectionChunks()
    private var state: StoreState
    private let target: Target
    /// The heading of the first section of the note at hand, with the note's names.
    private var joined: [UInt8] = []
    /// The numbers of the links of the note at hand.
    private var mentioned: Set<Int> = []

    /// Nil for `holdsTerms` leaves the index as it is.
    init(
        _ connection: Connection, _ context: FTS5Context, into target: Target, holdsTerms: Bool? = nil
    ) throws(StoreError) {
        self.connection = connection
        self.context = context
        self.target = target
        context.tokenizer = Tokenizer()
        insertSection = try connection.prepare(
            "INSERT INTO \(target.rawValue)(rowid, body, heading) VALUES(?1, ?2, ?3)")
        insertNote = try connection.prepare(
            "INSERT INTO note VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
        strings = try InternedStrings(connection, isEmpty: target == .built)
        terms = try TermWriter(connection, isEmpty: target == .built)
        state = try StoreState(of: connection)
        if let holdsTerms { state.holdsTerms = holdsTerms }
    }

    /// Adds a note; its id is the number of its first section.
    func add(_ indexed: IndexedNote) throws(StoreError) {
        let note = indexed.note
        let id = state.next
        // SQLite numbers rows with 63 bits, postings number sections with 32.
        guard id + note.sections.count < Int(UInt32.max) else { throw .failed(code: 0, "too many sections") }
        let features = SectionFeatures.all(of: note)
        let words = try addSections(of: note, from: id, features.sections)
        // A note without text takes a number all the same, for its row; no section ever bears it.
        if note.sections.isEmpty { try table.set(id, length: 0, shape: 0, features: 0, load: load) }
        state.next = id + max(1, note.sections.count)
        if target == .recent { state.recent += max(1, note.sections.count) }
        try addRow(of: indexed, id: id, words: words, open: features.open, done: features.done)
        try addNames(of: note, id: id)
        try addIssues(of: note, id: id)
        if state.holdsTerms { try terms.add(indexed.terms, ofNote: id, &strings) }
    }

    /// Takes a note away: its rows go, its sections stay in the full-text tables as dead numbers.
    func remove(note id: Int) throws(StoreError) {
        let find = try statement("SELECT sections FROM note WHERE id = ?1")
        find.bind(1, id)
        guard try find.step() else { return find.reset() }
        let count = find.integer(0)
        find.reset()
        let end = min(state.next, id.addingReportingOverflow(max(0, count)).partialValue)
        guard id <= end else { throw .damaged("a note's numbers make no sense") }
        for section in id..<end where try table.kill(section, load: load) {
            state.live -= 1
            state.dead += 1
        }
        for sql in [
            "DELETE FROM note WHERE id = ?1", "DELETE FROM name WHERE note = ?1",
            "DELETE FROM issue WHERE note = ?1", "DELETE FROM note_term WHERE note = ?1",
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

    /// Writes what was gathered: the bytes of the sections, the words, the counts.
    func finish() throws(StoreError) {
        try table.write(to: connection)
        try terms.finish()
        try strings.write(to: connection)
        switch target {
        case .built: try Vocabulary.write(context.tokenizer.lexicon, to: connection)
        case .recent: try Vocabulary.add(context.tokenizer.lexicon, to: connection)
        }
        try state.write(to: connection)
    }

    private var statements: [String: Statement] = [:]

    private func load(_ chunk: Int) throws(StoreError) -> SectionChunks.Chunk? {
        try SectionChunks.read(chunk, from: connection)
    }

    private func statement(_ sql: String) throws(StoreError) -> Statement {
        if let known = statements[sql] { return known }
        let prepared = try connection.prepare(sql)
        statements[sql] = prepared
        return prepared
    }
}

extension NoteWriter {
    /// Adds the sections of a note; the number of its words.
    private func addSections(
        of note: Note, from id: Int, _ features: [SectionFeatures]
    ) throws(StoreError) -> Int {
        let names = note.names
        var words = 0
        // A closure cannot hand on a typed error through `withUnsafeBufferPointer` and change `self` as well.
        var failure: StoreError?
        note.plain.withUnsafeBufferPointer { plain in
            for (ordinal, section) in note.sections.enumerated() where failure == nil {
                do throws(StoreError) {
                    let heading = plain.part(section.title)
                    let count =
                        ordinal == 0 && !names.isEmpty
                        ? try addFirst(id, heading, plain.part(section.body), names)
                        : try addSection(id + ordinal, heading, plain.part(section.body))
                    words += count.heading + count.body
                    let shape = SectionShape(level: section.level, opensNote: ordinal == 0)
                    try table.set(
                        id + ordinal, length: SectionLength.encode(count.heading + count.body), shape: shape.rawValue,
                        features: features[ordinal].rawValue, load: load)
                    state.live += 1
                } catch {
                    failure = error
                }
            }
        }
        if let failure { throw failure }
        return words
    }

    /// Adds a note's first section, whose heading is joined by the names of the note.
    private func addFirst(
        _ id: Int, _ heading: UnsafeBufferPointer<UInt8>, _ body: UnsafeBufferPointer<UInt8>, _ names: [UInt8]
    ) throws(StoreError) -> (heading: Int, body: Int) {
        joined.removeAll(keepingCapacity: true)
        joined.append(contentsOf: heading)
        joined.append(contentsOf: names)
        let all = joined.withUnsafeBufferPointer { joined in
            Result { () throws(StoreError) in try addSection(id, joined, body) }
        }
        let count = try all.get()
        // The names are no words of the text, and make no section long.
        var named = 0
        _ = names.withUnsafeBufferPointer { names in
            context.tokenizer.scan(names, as: .document) { _, _, _, isColocated in
                if !isColocated { named += 1 }
                return true
            }
        }
        return (count.heading - named, count.body)
    }

    private func addSection(
        _ id: Int, _ heading: UnsafeBufferPointer<UInt8>, _ body: UnsafeBufferPointer<UInt8>
    ) throws(StoreError) -> (heading: Int, body: Int) {
        context.tokenizer.section = UInt32(truncatingIfNeeded: id)
        context.lengths.removeAll(keepingCapacity: true)
        insertSection.bind(1, id)
        insertSection.bind(2, borrowing: body)
        insertSection.bind(3, borrowing: heading)
        try insertSection.run()
        let lengths = context.lengths
        return (lengths.count > 1 ? lengths[1] : 0, lengths.first ?? 0)
    }

    private func addRow(
        of indexed: IndexedNote, id: Int, words: Int, open: Int, done: Int
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
        insertNote.bind(13, tags(of: note))
        insertNote.bind(14, properties(of: note))
        insertNote.bind(15, links(indexed.linkTargets))
        try insertNote.run()
    }

    /// For each use, the tag and the number of its section counted from 1, 0 in front matter.
    private func tags(of note: Note) -> [UInt8] {
        var bytes: [UInt8] = []
        for use in note.tags {
            Varint.append(strings.intern(use.spelling, as: .tag), to: &bytes)
            Varint.append(note.ordinal(at: use.line).map { $0 + 1 } ?? 0, to: &bytes)
        }
        return bytes
    }

    private func properties(of note: Note) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in note.frontMatter.entries where !entry.key.isTitle {
            let count = bytes.count
            addProperty(entry.key, entry.value, to: &bytes)
            if bytes.count == count, case .map = entry.value { addProperty(entry.key, text: "", to: &bytes) }
        }
        return bytes
    }

    /// Adds each scalar of a value, but for empty ones.
    private func addProperty(_ key: String, _ value: YAMLValue, to bytes: inout [UInt8]) {
        switch value {
        case .list(let values): for value in values { addProperty(key, value, to: &bytes) }
        case .string(let text) where text.isEmpty: break
        default: if let text = value.scalar { addProperty(key, text: text, to: &bytes) }
        }
    }

    private func addProperty(_ key: String, text: String, to bytes: inout [UInt8]) {
        let number = strings.internProperty(key, text, limit: NoteRecord.Property.longestValue)
        Varint.append(number, to: &bytes)
    }

    /// The numbers of what links point at, each once.
    private func links(_ targets: [String]) -> [UInt8] {
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

extension UnsafeBufferPointer<UInt8> {
    /// The bytes of `range`, clamped.
    fileprivate func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: self[range.clamped(to: 0..<count)])
    }
}

extension String {
    /// Whether this is the key of a note's title, which has a column of its own.
    fileprivate var isTitle: Bool { utf8.count == 5 && lowercased() == "title" }
}
