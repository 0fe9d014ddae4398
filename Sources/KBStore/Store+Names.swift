extension Store {
    /// Every pair of a short and a long form that notes give, by the bytes of the short, then of the long form.
    public func acronymPairs() throws(StoreError) -> [AcronymPair] {
        let select = try statement(
            """
            SELECT text, long, count(DISTINCT note) FROM name WHERE kind = \(NoteName.Kind.acronym.rawValue)
            GROUP BY text, long ORDER BY text, long
            """)
        defer { select.reset() }
        var pairs: [AcronymPair] = []
        while try select.step() {
            pairs.append(AcronymPair(short: select.text(0), long: select.text(1), notes: select.count(2)))
        }
        return pairs
    }

    /// The aliases of all notes, by the bytes of the title, then of the alias; what several notes say comes once.
    public func titleAliases() throws(StoreError) -> [TitleAlias] {
        let select = try statement(
            """
            SELECT DISTINCT title, text FROM name JOIN note ON note.id = name.note
            WHERE kind = \(NoteName.Kind.alias.rawValue) ORDER BY title, text
            """)
        defer { select.reset() }
        var aliases: [TitleAlias] = []
        while try select.step() { aliases.append(TitleAlias(title: select.text(0), alias: select.text(1))) }
        return aliases
    }

    /// How many words the sections of all notes have.
    public func words() throws(StoreError) -> Int { try max(0, integer("SELECT sum(words) FROM note")) }
}
