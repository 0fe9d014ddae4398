import Glibc
public import KBModel

extension Store {
    /// All notes with their stamps, in the order of their numbers.
    public func stamps() throws(StoreError) -> [NoteStamp] {
        let folders = try strings(.folder)
        let select = try statement("SELECT id, folder, name, size, modified, hash FROM note")
        defer { select.reset() }
        var stamps: [NoteStamp] = []
        while try select.step() {
            stamps.append(
                NoteStamp(
                    note: select.integer(0), path: select.path(in: folders.text(select.integer(1)), 2),
                    stamp: FileStamp(
                        size: Int64(select.integer(3)), modified: Int64(select.integer(4)),
                        hash: UInt64(UInt(bitPattern: select.integer(5))))))
        }
        return stamps
    }

    /// Hands the stamp of every note to `visit`, in the order of their numbers, with its folder, which is empty at the
    /// top, and its name in it. The bytes are valid during the call only.
    ///
    /// For who compares all of them: ten thousand paths as strings cost as much as looking at all the files.
    public func forEachStamp(
        _ visit: (_ folder: UnsafeRawBufferPointer, _ name: UnsafeRawBufferPointer, FileStamp) -> Void
    ) throws(StoreError) {
        let folders = try strings(.folder).map { Array($0.utf8) }
        let select = try statement("SELECT folder, name, size, modified, hash FROM note")
        defer { select.reset() }
        while try select.step() {
            let stamp = FileStamp(
                size: Int64(select.integer(2)), modified: Int64(select.integer(3)),
                hash: UInt64(UInt(bitPattern: select.integer(4))))
            let number = select.integer(0)
            let folder = folders.indices.contains(number) ? folders[number] : []
            folder.withUnsafeBytes { folder in select.withText(1) { visit(folder, $0, stamp) } }
        }
    }

    /// All notes, in the order of their numbers.
    public func notes(with lists: NoteRecord.Lists = []) throws(StoreError) -> [NoteRecord] {
        let folders = try strings(.folder)
        let tags = lists.contains(.tags) ? try strings(.tag) : []
        let targets = lists.contains(.linkTargets) ? try strings(.linkTarget) : []
        let properties = lists.contains(.properties) ? try self.properties() : []
        let select = try statement(
            """
            SELECT id, folder, name, title, sections, day, modified, words, open, done, tags, properties, links
            FROM note
            """)
        defer { select.reset() }
        var notes: [NoteRecord] = []
        while try select.step() {
            let (id, sections) = (select.integer(0), select.integer(4))
            guard 1...Int(UInt32.max) ~= id, 0...Int(UInt32.max) ~= sections else {
                throw .damaged("a note's numbers make no sense")
            }
            var note = NoteRecord(
                id: id, path: select.path(in: folders.text(select.integer(1)), 2),
                title: select.text(3), sections: sections, day: select.integer(5),
                modified: Int64(select.integer(6)), words: select.count(7), openTasks: select.count(8),
                doneTasks: select.count(9))
            if lists.contains(.tags) { note.tags = Store.tagUses(Varint.all(select.blob(10)), tags) }
            if lists.contains(.properties) {
                note.properties = Varint.all(select.blob(11)).compactMap {
                    properties.indices.contains($0) ? properties[$0] : nil
                }
            }
            if lists.contains(.linkTargets) {
                note.linkTargets = Varint.all(select.blob(12)).map { targets.text($0) }
            }
            notes.append(note)
        }
        return notes
    }

    private static func tagUses(_ numbers: [Int], _ tags: [String]) -> [NoteRecord.TagUse] {
        stride(from: 0, to: numbers.count - 1, by: 2).map { index in
            NoteRecord.TagUse(
                spelling: tags.text(numbers[index]), section: numbers[index + 1] > 0 ? numbers[index + 1] - 1 : nil)
        }
    }

    /// All aliases and acronyms, by note, in the order of each note.
    public func names() throws(StoreError) -> [NoteName] {
        let select = try statement("SELECT note, kind, text, long, line FROM name ORDER BY note, place")
        defer { select.reset() }
        var names: [NoteName] = []
        while try select.step() {
            guard let kind = NoteName.Kind(rawValue: select.integer(1)) else { continue }
            names.append(
                NoteName(
                    kind: kind, text: select.text(2), long: select.text(3), line: select.integer(4),
                    note: select.integer(0)))
        }
        return names
    }

    /// All issues, by path in byte order and by line.
    public func issues() throws(StoreError) -> [LocatedIssue] {
        let folders = try strings(.folder)
        let select = try statement(
            """
            SELECT folder, name, kind, severity, line, message FROM issue JOIN note ON note.id = note
            ORDER BY note, place
            """)
        defer { select.reset() }
        var issues: [LocatedIssue] = []
        while try select.step() {
            guard let kind = Issue.Kind(rawValue: select.text(2)),
                let severity = Issue.Severity(rawValue: select.text(3))
            else { continue }
            issues.append(
                LocatedIssue(
                    path: select.path(in: folders.text(select.integer(0)), 1),
                    issue: Issue(kind, severity, line: select.integer(4), select.text(5))))
        }
        return issues.sorted {
            $0.path == $1.path ? $0.issue.line < $1.issue.line : $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        }
    }

    /// How much the database holds.
    public func counts() throws(StoreError) -> StoreCounts {
        var counts = StoreCounts()
        let spellings = try strings(.tag)
        var used: Set<Int> = []
        let select = try statement("SELECT size, words, tags, links FROM note")
        defer { select.reset() }
        while try select.step() {
            counts.notes += 1
            counts.noteBytes &+= Int64(select.integer(0))
            counts.words &+= select.integer(1)
            let uses = Varint.all(select.blob(2))
            for index in stride(from: 0, to: uses.count, by: 2) { used.insert(uses[index]) }
            counts.links += select.blob(3).reduce(0) { $0 + ($1 < 0x80 ? 1 : 0) }
        }
        counts.tags = Set(used.compactMap { Tag(spellings.text($0))?.text }).count
        counts.sections = try StoreState(of: connection).live
        counts.issues = try integer("SELECT count(*) FROM issue")
        for suffix in ["", "-wal"] {
            var file = stat()
            if stat(path + suffix, &file) == 0 { counts.indexBytes += Int64(file.st_size) }
        }
        return counts
    }

    /// The keys that front matter of any note has or had since the last rebuild, in lower case.
    public func propertyKeys() throws(StoreError) -> Set<String> {
        Set(try strings(.property).map { text in String(text.prefix { $0 != "\0" }).lowercased() })
    }

    private func properties() throws(StoreError) -> [NoteRecord.Property] {
        try strings(.property).map { text in
            let end = text.utf8.firstIndex(of: 0) ?? text.utf8.endIndex
            return NoteRecord.Property(key: String(text[..<end]), value: String(text[end...].dropFirst()))
        }
    }
}

extension [String] {
    /// The string with this number; empty when a damaged index names one that is not there.
    func text(_ number: Int) -> String { indices.contains(number) ? self[number] : "" }
}
