import KBConcepts
import KBModel
import KBStore

/// Finds notes that a draft may link to.
///
/// ``LinkSuggester`` is asked, which is given the notes most like the draft, those they link to, and those the draft names,
/// in place of all notes of the vault: reading all would take too long before every note that is added.
struct AdviceLinks {
    let library: NoteLibrary
    let links: VaultLinks
    let neighbours: AdviceNeighbours
    let names: AdviceNames
    let draft: AdviceDraft
    /// The path of the note that the draft goes into or will be.
    let target: String
    let isLeftOut: (String) -> Bool

    /// How many of the suggestions are looked at: what comes after so many is named in passing, if at all.
    private static let considered = 20

    /// The most links told.
    static let most = 5
    /// How many of the most similar notes are looked at, and of how many the links.
    private static let similar = 30
    private static let followed = 10
    /// The most notes that are read.
    private static let mostRead = 100
    /// A note of more words is not read: one book among notes would take longer than all others.
    private static let longestNote = 8_000
    /// What must speak for a note that the draft does not name: more than any two signals give.
    private static let leastScore = 2.5
    /// The most such notes told: one in ten is one that an author would have linked.
    private static let mostUnnamed = 1

    /// The notes, best first; at most `limit`.
    func advice(limit: Int = most) -> [DraftAdvice.LinkAdvice] {
        let own = links.number(of: target)
        var taken = Set(own.map { [$0] + links.targets(of: $0) } ?? [])
        taken.formUnion(draftTargets())
        let pool = pool(without: own)
        guard !pool.isEmpty else { return [] }
        let suggester = LinkSuggester(linkedNotes(pool, linked: taken.filter { $0 != own }.sorted()))
        for (place, node) in pool.enumerated() {
            guard let node else {
                suggester.read(draft.note, as: place)
                continue
            }
            guard links.records[node].words <= AdviceLinks.longestNote,
                let note = library.note(at: links.records[node].path)?.note
            else { continue }
            suggester.read(note, as: place)
        }
        guard let place = pool.firstIndex(of: nil) else { return [] }
        let suggestions = suggester.suggestions(for: place, limit: AdviceLinks.mostRead).suggestions
        let found = suggestions.prefix(AdviceLinks.considered).compactMap { link($0, taken: taken) }
        let unnamed = found.filter { $0.words == nil }.prefix(AdviceLinks.mostUnnamed)
        return Array((found.filter { $0.words != nil } + unnamed).prefix(limit))
    }

    /// The notes that the draft links to, by place.
    private func draftTargets() -> [Int] {
        var targets: [Int] = []
        for link in draft.note.links {
            guard let end = LinkTarget(of: link, in: target) else { continue }
            let path: String? =
                switch links.resolver.destination(of: end, from: target) {
                case .note(let path): path
                case .ambiguous(let paths): paths.first
                case .missing: nil
                }
            if let number = path.flatMap({ links.number(of: $0) }), !targets.contains(number) { targets.append(number) }
        }
        return targets
    }

    /// The notes looked at, by path, nil for the draft.
    private func pool(without own: Int?) -> [Int?] {
        let similar = neighbours.neighbours.prefix(AdviceLinks.similar).map(\.note)
        var pool: [Int] = []
        var seen: Set<Int> = []
        func add(_ notes: [Int]) {
            for note in notes where pool.count < AdviceLinks.mostRead && note != own {
                if !isLeftOut(links.records[note].path), seen.insert(note).inserted { pool.append(note) }
            }
        }
        add(similar)
        add(names.mentioned())
        for note in similar.prefix(AdviceLinks.followed) { add(links.targets(of: note)) }
        let after = pool.filter { !ByteOrder.precedes(links.records[$0].path, target) }
        let before = pool.filter { ByteOrder.precedes(links.records[$0].path, target) }
        return pool.isEmpty ? [] : before.sorted() + [nil] + after.sorted()
    }

    /// The notes of `pool` with their links among themselves; those of the draft lead to `linked`.
    private func linkedNotes(_ pool: [Int?], linked: [Int]) -> [LinkedNote] {
        var places: [Int: Int] = [:]
        for (place, node) in pool.enumerated() {
            if let node { places[node] = place }
        }
        return pool.map { node in
            let targets = (node.map { links.targets(of: $0) } ?? linked).compactMap { places[$0] }
            guard let node else { return LinkedNote(path: target, title: draft.note.title, links: targets) }
            let record = links.records[node]
            return LinkedNote(path: record.path, title: record.title, aliases: links.aliases[node], links: targets)
        }
    }

    // MARK: - What is told

    private func link(_ suggestion: Suggestion, taken: Set<Int>) -> DraftAdvice.LinkAdvice? {
        guard let number = links.number(of: suggestion.path), !taken.contains(number) else { return nil }
        let isNamed = suggestion.reasons.contains { $0.signal == .mention }
        if isNamed, let mention = mention(of: number) {
            let words = draft.note.text(mention)
            return DraftAdvice.LinkAdvice(
                path: suggestion.path, title: suggestion.title, words: words,
                line: draft.note.line(ofPlain: mention.lowerBound), reason: "the draft says “\(words)”")
        }
        guard suggestion.score >= AdviceLinks.leastScore, let reason = suggestion.reasons.first else { return nil }
        return DraftAdvice.LinkAdvice(path: suggestion.path, title: suggestion.title, reason: reason.text)
    }

    /// Where the draft names the note number `number` outside links and code, on one line.
    private func mention(of number: Int) -> Range<Int>? {
        let record = links.records[number]
        let finder = UnlinkedMentionFinder(
            names: [record.title, LinkResolver.name(of: record.path)] + links.aliases[number])
        return finder.mentions(in: draft.note).first { !draft.note.plain[$0].contains(0x0A) }
    }
}
