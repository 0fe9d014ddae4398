extension Store {
    /// The acronyms and aliases whose short or long form may begin with a form of one of `words`, which are folded;
    /// others may be among them. By note, in the order of each note; only those of which a form `isWanted`, whose bytes are
    /// valid during the call.
    public func names(
        beginningWith words: [String], where isWanted: (UnsafeRawBufferPointer) -> Bool
    ) throws(StoreError) -> [NoteName] {
        var found: [(name: NoteName, place: Int)] = []
        for start in Store.starts(words) {
            for column in ["text", "long"] {
                let select = try names(beginningWith: start, column: column)
                defer { select.reset() }
                while try select.step() {
                    // Most names only share their first letters with a word: they are not worth strings.
                    guard select.withText(3, isWanted) || select.withText(4, isWanted) else { continue }
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

    private func names(beginningWith start: String, column: String) throws(StoreError) -> Statement {
        let select = try statement(
            "SELECT note, place, kind, text, long, line FROM name WHERE \(Schema.start(of: column)) = ?1")
        select.bind(1, start)
        return select
    }

    /// How names may begin that begin with one of `words`. Names that begin with other characters are few, and may fold to
    /// anything.
    private static func starts(_ words: [String]) -> [String] {
        var starts = [""]
        for start in words.map(Store.start) where !starts.contains(start) { starts.append(start) }
        return starts
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
