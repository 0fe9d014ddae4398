extension Store {
    /// The acronyms and aliases whose short or long form may begin with a form of one of `words`, which are folded;
    /// others may be among them. By note, in the order of each note.
    public func names(beginningWith words: [String]) throws(StoreError) -> [NoteName] {
        var found: [(name: NoteName, place: Int)] = []
        // Names that begin with other characters are few, and may fold to anything.
        for start in Set(words.map(Store.start) + [""]) {
            for column in ["text", "long"] {
                let select = try statement(
                    """
                    SELECT note, place, kind, text, long, line FROM name
                    WHERE \(Schema.start(of: column)) = ?1
                    """)
                select.bind(1, start)
                defer { select.reset() }
                while try select.step() {
                    guard let kind = NoteName.Kind(rawValue: select.integer(2)) else { continue }
                    let name = NoteName(
                        kind: kind, text: select.text(3), long: select.text(4), line: select.integer(5),
                        note: select.integer(0))
                    found.append((name, select.integer(1)))
                }
            }
        }
        found.sort { ($0.name.note, $0.place) < ($1.name.note, $1.place) }
        // A name may be found by both its forms.
        var names: [NoteName] = []
        for (index, entry) in found.enumerated()
        where index == 0 || (found[index - 1].name.note, found[index - 1].place) != (entry.name.note, entry.place) {
            names.append(entry.name)
        }
        return names
    }

    /// What ``Schema/start(of:)`` gives for a name that is `word`.
    private static func start(of word: String) -> String {
        let start = word.lowercased().utf8.prefix(2)
        let isPlain = start.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        }
        return start.count == 2 && isPlain ? String(decoding: start, as: UTF8.self) : ""
    }
}
