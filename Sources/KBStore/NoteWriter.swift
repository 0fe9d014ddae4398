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
    private let rows: NoteRows
    private var strings: InternedStrings
    private var terms: TermWriter
    private var table = SectionChunks()
    private var state: StoreState
    private let target: Target
    private let recorder: LatentRecorder
    /// The notes that came and went, by what stands for their links.
    private var added: [UInt64: Int] = [:]
    private var removed: [UInt64: Int] = [:]
    /// The heading of the first section of the note at hand, with the note's names.
    private var joined: [UInt8] = []

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
        rows = try NoteRows(connection)
        strings = try InternedStrings(connection, isEmpty: target == .built)
        terms = try TermWriter(connection, isEmpty: target == .built)
        state = try StoreState(of: connection)
        if let holdsTerms { state.holdsTerms = holdsTerms }
        recorder = LatentRecorder(context.tokenizer.lexicon, first: state.next)
        context.recorder = recorder
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
        try rows.add(indexed, id: id, words: words, open: features.open, done: features.done, &strings)
        added[indexed.mark] = id
        if state.holdsTerms { try terms.add(indexed.terms, ofNote: id, &strings) }
    }

    /// Takes a note away: its rows go, its sections stay in the full-text tables as dead numbers.
    func remove(note id: Int) throws(StoreError) {
        guard let count = try rows.sections(ofNote: id) else { return }
        let end = min(state.next, id.addingReportingOverflow(max(0, count)).partialValue)
        guard id <= end else { throw .damaged("a note's numbers make no sense") }
        for section in id..<end where try table.kill(section, load: load) {
            state.live -= 1
            state.dead += 1
        }
        if let mark = try rows.mark(ofNote: id) { removed[mark] = id }
        try rows.remove(note: id)
    }

    /// Gives a note whose content did not change the stamp of its file, and its day.
    func restamp(note id: Int, _ stamp: FileStamp, day: Int) throws(StoreError) {
        try rows.restamp(note: id, stamp, day: day)
    }

    /// Writes what was gathered: the bytes of the sections, the words, the counts; `find` finds out where links lead.
    func finish(_ find: NoteStanding.Finder) throws(StoreError) {
        context.recorder = nil
        try table.write(to: connection)
        try terms.finish()
        try strings.write(to: connection)
        switch target {
        case .built:
            try Vocabulary.write(context.tokenizer.lexicon, to: connection)
            try Vocabulary.writeMisspellings(in: context.tokenizer.lexicon, to: connection)
        case .recent:
            try Vocabulary.add(context.tokenizer.lexicon, to: connection)
            try LatentRows(connection).fold(recorder.recording)
        }
        try writeStanding(find)
        try state.write(to: connection)
    }

    /// Brings up to date how the notes are linked.
    ///
    /// Where a link leads depends on all notes, so that all are looked at, unless those that changed have the same paths,
    /// names and links as before: then only their numbers are others.
    private func writeStanding(_ find: NoteStanding.Finder) throws(StoreError) {
        let standing = StandingRows(connection)
        if target == .recent, added.count == removed.count, removed.keys.allSatisfy({ added[$0] != nil }) {
            guard state.mostBacklinks > 0 else { return }
            for (mark, old) in removed.sorted(by: { $0.value < $1.value }) {
                if let new = added[mark] { try standing.move(from: old, to: new) }
            }
            return
        }
        guard let notes = try LinkedNotes(of: connection) else { return }
        state.mostBacklinks = try standing.write(find(notes))
    }

    /// What latent semantics can be learnt from: the terms of all sections added.
    var recording: LatentRecording { recorder.recording }

    private func load(_ chunk: Int) throws(StoreError) -> SectionChunks.Chunk? {
        try SectionChunks.read(chunk, from: connection)
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
        recorder.begin(id)
        try insertSection.run()
        recorder.end()
        let lengths = context.lengths
        return (lengths.count > 1 ? lengths[1] : 0, lengths.first ?? 0)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes of `range`, clamped.
    fileprivate func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: self[range.clamped(to: 0..<count)])
    }
}
