import KBModel

/// Gathers the words and the names that stand in each note, one note after the other.
struct NoteWords {
    private let numbers = TermNumbers()
    private(set) var names = NameTable()
    /// By note.
    private(set) var lists: [TermCountList]
    private(set) var mentions: [[NameTable.Mention]]
    /// How many notes each name stands in.
    private(set) var mentioned: [Int]

    private var counts: [Int32] = []
    private var touched: [Int32] = []
    private var sequence = WholeWords()
    /// The note at hand that a name was last seen in, by name.
    private var lastSeen: [Int32]

    /// Prepares to read `notes`.
    init(_ notes: [LinkedNote]) {
        lists = Array(repeating: TermCountList([], counts: []), count: notes.count)
        mentions = Array(repeating: [], count: notes.count)
        mentioned = []
        lastSeen = []
        for (number, note) in notes.enumerated() {
            for name in [note.title, NoteWords.fileName(of: note.path)] + note.aliases {
                sequence.removeAll()
                var isTelling = false
                numbers.scan(name) { word in
                    sequence.add(word)
                    if word.isTelling { isTelling = true }
                }
                if isTelling { names.add(name, terms: sequence.terms, note: number) }
            }
        }
        mentioned = Array(repeating: 0, count: names.names.count)
        lastSeen = Array(repeating: -1, count: names.names.count)
    }

    private static func fileName(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// How many distinct words there are.
    var termCount: Int { numbers.count }

    /// The word number `term` as it was first seen.
    func word(_ term: Int) -> String { numbers.surface(of: term) }

    /// Takes in the note number `number`, once.
    mutating func read(_ note: Note, as number: Int) {
        sequence.removeAll()
        note.plain.withUnsafeBufferPointer { plain in
            count(plain, weight: 1, isText: true)
            for section in note.sections where !section.title.isEmpty {
                let title = section.title.clamped(to: plain.indices)
                count(UnsafeBufferPointer(rebasing: plain[title]), weight: SuggestionWeight.heading, isText: false)
            }
        }
        var title = note.title
        title.withUTF8 { count($0, weight: SuggestionWeight.title, isText: false) }
        touched.sort()
        lists[number] = TermCountList(touched, counts: counts)
        for term in touched { counts[Int(term)] = 0 }
        touched.removeAll(keepingCapacity: true)
        mentions[number] = foundNames(in: note, as: Int32(truncatingIfNeeded: number))
    }

    private mutating func count(_ text: UnsafeBufferPointer<UInt8>, weight: Int, isText: Bool) {
        numbers.scan(text) { word in
            if isText { sequence.add(word) }
            guard word.isTelling else { return }
            let term = Int(word.term)
            while counts.count <= term { counts.append(0) }
            if counts[term] == 0 { touched.append(word.term) }
            counts[term] += Int32(truncatingIfNeeded: weight)
        }
    }

    /// The names of other notes that stand in `note`, each once, by its first line.
    private mutating func foundNames(in note: Note, as number: Int32) -> [NameTable.Mention] {
        var found: [NameTable.Mention] = []
        for (name, place) in names.mentions(in: sequence.terms) where lastSeen[name] != number {
            lastSeen[name] = number
            mentioned[name] += 1
            if names.names[name].owners == [number] { continue }
            let line = note.line(ofPlain: Int(sequence.starts[place]))
            found.append(
                NameTable.Mention(name: Int32(truncatingIfNeeded: name), line: Int32(truncatingIfNeeded: line)))
        }
        return found
    }
}
