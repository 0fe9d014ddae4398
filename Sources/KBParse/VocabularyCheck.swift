internal import KBModel

/// Compares the concepts of a vocabulary file with each other and leaves out what contradicts what stands above it.
struct VocabularyCheck {
    /// What was left out, in the order it was met.
    private(set) var issues: [Issue] = []
    /// The line of each name, folded.
    private var names: [String: Int] = [:]

    /// `entry` without what it says against itself; nil when its name is taken.
    mutating func admit(_ entry: Vocabulary.Entry) -> Vocabulary.Entry? {
        let name = VocabularyReader.folded(entry.name)
        if let line = names[name] {
            report(entry, "“\(entry.name)” stands here again; line \(line) counts, join the two")
            return nil
        }
        names[name] = entry.line
        var entry = entry
        entry.aliases.removeAll { VocabularyReader.folded($0) == name }
        let claims = !(entry.broader.isEmpty && entry.narrower.isEmpty && entry.related.isEmpty && entry.not.isEmpty)
        guard claims else { return entry }
        let aliases = Set(entry.aliases.map(VocabularyReader.folded))
        let line = entry.line
        let own = entry.name
        func keep(_ texts: [String], _ key: VocabularyReader.Key) -> [String] {
            texts.filter { text in
                let folded = VocabularyReader.folded(text)
                guard folded == name || aliases.contains(folded) else { return true }
                let message = "“\(text)” is “\(own)” itself, so it cannot stand under `\(key.rawValue)`"
                issues.append(Issue(.vocabulary, .warning, line: line, message))
                return false
            }
        }
        entry.broader = keep(entry.broader, .broader)
        entry.narrower = keep(entry.narrower, .narrower)
        entry.related = keep(entry.related, .related)
        entry.not = keep(entry.not, .not)
        return entry
    }

    /// `entries` without aliases that are the name or, further up, an alias of another.
    mutating func withoutRivals(_ entries: [Vocabulary.Entry]) -> [Vocabulary.Entry] {
        var owners: [String: String] = [:]
        var result = entries
        for index in result.indices {
            let entry = result[index]
            result[index].aliases = entry.aliases.filter { alias in
                let folded = VocabularyReader.folded(alias)
                if let line = names[folded] {
                    report(entry, "“\(alias)” cannot be an alias of “\(entry.name)”: it has a line of its own, \(line)")
                    return false
                }
                if let owner = owners[folded] {
                    report(entry, "“\(alias)” is an alias of “\(owner)” already, so not of “\(entry.name)”")
                    return false
                }
                owners[folded] = entry.name
                return true
            }
        }
        return result
    }

    private mutating func report(_ entry: Vocabulary.Entry, _ message: String) {
        issues.append(Issue(.vocabulary, .warning, line: entry.line, message))
    }
}
