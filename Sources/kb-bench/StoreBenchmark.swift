import Glibc
import KBModel
import KBParse
import KBStore
import KBText

/// Times the store by itself: a fresh index, an opening, and queries, over the Markdown files below a folder.
///
/// Reading and parsing come first and are not counted.
struct StoreBenchmark {
    var folder: String
    var database: String

    func run() throws {
        let files = read(folder).sorted { $0.path < $1.path }
        let notes = timed("parse") {
            var parser = NoteParser()
            return files.map { parser.parse($0.bytes, path: String($0.path.dropFirst(folder.utf8.count + 1))) }
        }
        let size = files.reduce(0) { $0 + $1.bytes.count }
        let plain = notes.reduce(0) { $0 + $1.plain.count }
        print(
            "\(notes.count) notes, \(size) bytes, \(notes.reduce(0) { $0 + $1.sections.count }) sections, \(plain) bytes of words"
        )
        try tokenize(notes)
        try build(notes)
        var file = stat()
        stat(database, &file)
        print("database \(file.st_size) bytes, \(Double(file.st_size) / Double(size) * 100) % of the notes")
        try query()
        try update(notes)
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print("peak \(usage.ru_maxrss / 1024) MB, the notes themselves included")
    }

    private func tokenize(_ notes: [Note]) throws {
        let tokenizer = Tokenizer()
        var words = 0
        timed("tokenize") {
            for note in notes {
                note.plain.withUnsafeBufferPointer { text in
                    tokenizer.section += 1
                    _ = tokenizer.scan(text, as: .document) { _, _, _, _ in
                        words += 1
                        return true
                    }
                }
            }
        }
        print("\(words) words, \(tokenizer.lexicon.count) distinct")
    }

    private func build(_ notes: [Note]) throws {
        guard let lock = try WriterLock.acquire(for: database, waiting: true) else { return }
        let start = clock()
        let builder = try IndexBuilder(lock)
        let notes = notes.map(indexed)
        try timed("add") {
            for note in notes {
                try builder.add(note)
            }
        }
        try timed("finish") { try builder.finish() }
        print("build \(milliseconds(since: start)) ms CPU")
    }

    private func query() throws {
        let store = try timed("open") { try Store(path: database) }
        _ = try timed("sections") { try store.sections() }
        _ = try timed("stamps") { try store.stamps() }
        _ = try timed("notes with all lists") { try store.notes(with: [.tags, .properties, .linkTargets]) }
        for text in ["the", "and", "windows", "function pointer", "kubernetes"] {
            let leaf = MatchLeaf(.words(Tokenizer().tokens(in: text, as: .query)))
            let found = try timed("postings of \(text)") { try store.postings(for: leaf) }
            print("   \(found.count)")
        }
        let prefix = MatchLeaf(.prefix(Tokenizer().tokens(in: "config", as: .query)))
        print("   \(try timed("postings of config*") { try store.postings(for: prefix) }.count)")
        let near = try timed("words near presicion") { try store.words(within: 2, of: "presicion") }
        print("   \(near.prefix(5).map(\.text))")
        let sections = stride(from: 1, to: 60_000, by: 6_000).map { UInt32($0) }
        print("   \(try timed("locate 10") { try store.locate(sections: sections) }.count)")
    }

    private func update(_ notes: [Note]) throws {
        guard let lock = try WriterLock.acquire(for: database, waiting: true), let note = notes.first else { return }
        let store = try Store(path: database)
        let stamps = try store.stamps()
        for round in 0..<3 {
            try timed("update of one note, round \(round)") {
                try store.update(lock) { update throws(StoreError) in
                    if round == 0, let old = stamps.first { try update.remove(note: old.note) }
                    try update.add(indexed(note))
                }
            }
        }
    }

    private func timed<Answer>(_ name: String, _ body: () throws -> Answer) rethrows -> Answer {
        let start = clock()
        let answer = try body()
        print("\(name): \(milliseconds(since: start)) ms CPU")
        return answer
    }

    private func milliseconds(since start: clock_t) -> Double { Double(clock() - start) / 1_000 }

    private func indexed(_ note: Note) -> IndexedNote {
        let targets = Set(note.links.map(\.target)).sorted()
        let stamp = FileStamp(
            size: Int64(note.utf8.count), modified: 1_700_000_000_000_000_000, hash: 0x1234_5678_9ABC_DEF0)
        return IndexedNote(note: note, stamp: stamp, day: 20_000, linkTargets: targets)
    }

    private func read(_ folder: String) -> [(path: String, bytes: [UInt8])] {
        var found: [(String, [UInt8])] = []
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            let path = folder + "/" + name
            if entry.pointee.d_type == UInt8(DT_DIR) {
                found += read(path)
            } else if name.hasSuffix(".md") || name.hasSuffix(".txt"), let file = fopen(path, "r") {
                var bytes: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 1 << 16)
                while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
                fclose(file)
                found.append((path, bytes))
            }
        }
        return found
    }
}
