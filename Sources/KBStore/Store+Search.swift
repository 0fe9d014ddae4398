public import KBModel
import KBText

extension Store {
    /// The most completions of a prefix that are looked up one by one, the commonest first.
    private static let mostCompletions = 200

    /// The sections that hold `leaf`, with how often; none when they are more than `most`, which costs no more than reading
    /// that many. Of a NEAR or a phrase in pieces, the rarest piece counts.
    public func postings(for leaf: MatchLeaf, atMost most: Int = .max) throws(StoreError) -> Postings {
        try fewPostings(for: leaf, atMost: most) ?? Postings()
    }

    /// As ``postings(for:atMost:)``, but nil when they are more than `most`, so that a common word is told from one that
    /// stands nowhere.
    public func fewPostings(for leaf: MatchLeaf, atMost most: Int) throws(StoreError) -> Postings? {
        guard let expression = MatchExpression(leaf, completions: try completions(of: leaf)) else { return Postings() }
        let sections = try sections()
        context.found.pointee.rows.removeAll(keepingCapacity: true)
        context.found.pointee.countsRarest = expression.isConjunction
        context.found.pointee.limit = most == .max ? most : most + 1
        try collect(expression, from: "built")
        if context.found.pointee.rows.count > most { return nil }
        // A table that is not asked need not be opened, which costs more than a rare word.
        if sections.holdsRecent { try collect(expression, from: "recent") }
        if context.found.pointee.rows.count > most { return nil }
        return Postings(context.found.pointee.rows, lengths: sections.table.lengths)
    }

    private func collect(_ expression: MatchExpression, from table: String) throws(StoreError) {
        let statement = try statement("SELECT 1 FROM \(table) WHERE \(table) MATCH ?1 AND kb_collect(\(table))")
        statement.bind(1, expression.text)
        defer { statement.reset() }
        try statement.step()
    }

    /// The terms that a prefix stands for though they do not begin with it: `evaluat` means `evaluation`, whose stem is
    /// `evalu`.
    private func completions(of leaf: MatchLeaf) throws(StoreError) -> [String] {
        guard case .prefix(let tokens) = leaf.pattern, let last = tokens.last(where: { !$0.isColocated }) else {
            return []
        }
        var terms: [String: Int] = [:]
        for completion in try words(beginningWith: last.surface) {
            let term = Stemmer.stem(completion.text)
            if !term.utf8.starts(with: last.surface.utf8) { terms[term, default: 0] += completion.sections }
        }
        let ordered = terms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ordered.prefix(Store.mostCompletions).map(\.key)
    }

    /// The number from which on sections were added since the last rebuild; below it they come by path and line.
    public func firstRecentSection() throws(StoreError) -> Int { try sections().firstRecent }

    /// The note and the place in it of each of `sections`, in their order; those that are gone are left out.
    public func locate(sections: [UInt32]) throws(StoreError) -> [SectionLocation] {
        let find = try statement(
            "SELECT id, sections, folder, name, title, hash FROM note WHERE id <= ?1 ORDER BY id DESC LIMIT 1")
        var found: [(location: SectionLocation, folder: Int)] = []
        for section in sections {
            find.bind(1, Int(section))
            if try find.step() {
                let ordinal = Int(section) - find.integer(0)
                if ordinal < find.integer(1) {
                    let location = SectionLocation(
                        section: section, note: find.integer(0), path: find.text(3), title: find.text(4),
                        hash: UInt64(UInt(bitPattern: find.integer(5))), ordinal: ordinal, sections: find.integer(1))
                    found.append((location, find.integer(2)))
                }
            }
            find.reset()
        }
        let folders = try folders(Set(found.map(\.folder)))
        return found.map { entry in
            var location = entry.location
            if let folder = folders[entry.folder], !folder.isEmpty { location.path = "\(folder)/\(location.path)" }
            return location
        }
    }
}

/// Where a section stands.
public struct SectionLocation: Equatable, Sendable {
    /// The section's number.
    public var section: UInt32
    /// The note's number, which is that of its first section.
    public var note: Int
    /// The note's path in the vault, with `/`.
    public var path: String
    /// The note's title.
    public var title: String
    /// The hash of the note's content when it was indexed.
    public var hash: UInt64
    /// The section's place in the note, counted from 0.
    public var ordinal: Int
    /// How many sections the note has.
    public var sections: Int
}
