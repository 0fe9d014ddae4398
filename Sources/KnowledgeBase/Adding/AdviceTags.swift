import KBModel
import KBRank
import KBStore
import KBText

/// Finds tags of a vault that a draft may want.
struct AdviceTags {
    let links: VaultLinks
    let neighbours: AdviceNeighbours
    let draft: AdviceDraft

    /// The most tags told.
    static let most = 5
    /// How many of the most similar notes that have tags are asked.
    private static let asked = 10

    /// One tag of the vault.
    private struct Known {
        /// How often each spelling was met.
        var spellings: [String: Int] = [:]
        var notes = 0
    }

    /// The tags, best first; none that the draft has (`given`) or that lies above one of these.
    func tags(given: [String]) -> [DraftAdvice.TagAdvice] {
        var known: [Tag: Known] = [:]
        for record in links.records {
            for tag in AdviceTags.tags(of: record) { known[tag, default: Known()].notes += 1 }
            for use in record.tags {
                if let tag = Tag(use.spelling) { known[tag]?.spellings[use.spelling, default: 0] += 1 }
            }
        }
        guard !known.isEmpty else { return [] }
        let tags = known.keys.sorted { ByteOrder.precedes($0.text, $1.text) }
        let numbers = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1, $0) })
        var votes = TagVotes()
        let tagged = neighbours.neighbours.filter { !links.records[$0.note].tags.isEmpty }.prefix(AdviceTags.asked)
        for neighbour in tagged {
            let theirs = AdviceTags.tags(of: links.records[neighbour.note]).compactMap { numbers[$0] }
            votes.add(theirs.sorted(), similarity: neighbour.similarity)
        }
        let has = given.compactMap { Tag($0) } + draft.note.tags.map(\.tag)
        let named = named(tags, known)
        let found = votes.votes(isNamed: { named[$0] }, among: tags.indices).filter { vote in
            !has.contains { $0.isWithin(tags[vote.tag]) }
        }
        // Of a tag and one above it, the narrower one says both.
        let narrow = found.filter { vote in
            !found.contains { other in
                other.tag != vote.tag && tags[other.tag].isWithin(tags[vote.tag]) && other.score >= vote.score / 2
            }
        }
        return narrow.prefix(AdviceTags.most).map { vote in
            let tag = known[tags[vote.tag]] ?? Known()
            let usual = tag.spellings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
            return DraftAdvice.TagAdvice(
                tag: usual ?? tags[vote.tag].text,
                reason: reason(vote, of: tagged.count, isNamed: named[vote.tag], notes: tag.notes))
        }
    }

    /// Why a tag is told that `notes` notes have; `asked` similar ones were asked.
    private func reason(_ vote: TagVotes.Vote, of asked: Int, isNamed: Bool, notes: Int) -> String {
        let theirs = "\(vote.notes) of the \(asked) tagged notes most like it have it"
        guard isNamed else { return theirs }
        let said = "the draft has the word"
        return vote.notes > 0 ? "\(said), and \(theirs)" : "\(said), and \(notes) notes have the tag"
    }

    private static func tags(of record: NoteRecord) -> [Tag] {
        var seen: Set<Tag> = []
        return record.tags.compactMap { Tag($0.spelling) }.filter { seen.insert($0).inserted }
    }

    /// Whether the draft has the words of the last level of each tag. Tags that one note alone has are no habit.
    private func named(_ tags: [Tag], _ known: [Tag: Known]) -> [Bool] {
        tags.map { tag in
            guard known[tag]?.notes ?? 0 > 1, let last = tag.text.split(separator: "/").last else { return false }
            let words = draft.words.words(in: last.utf8).numbers
            return !words.isEmpty && !words.contains(0)
        }
    }
}
