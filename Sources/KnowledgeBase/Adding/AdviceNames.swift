import KBModel
import KBStore
import KBText

/// Finds the notes of a vault that a draft names.
struct AdviceNames {
    let links: VaultLinks
    let draft: AdviceDraft
    let found: AdvicePostings
    /// How many sections the vault has.
    let sections: Int

    /// A name that more notes bear is no note's own: `Overview`.
    private static let mostOwners = 3
    /// A single word in so much of the sections is a common word, though some note be called so.
    private static let commonShare = 0.05
    /// In a vault of fewer sections no word is common.
    private static let fewSections = 200

    /// The notes whose title, file name or alias stands in the draft, by place.
    func mentioned() -> [Int] {
        var places: [Int32: [Int]] = [:]
        let text = draft.words.words(in: draft.note.plain).numbers
        for (place, number) in text.enumerated() where number > 0 { places[number, default: []].append(place) }
        var owners: [[Int32]: [Int]] = [:]
        for (number, record) in links.records.enumerated() {
            for name in [record.title, LinkResolver.name(of: record.path)] + links.aliases[number] {
                guard let words = draft.words.numbers(ofName: name), let first = words.first,
                    let starts = places[first], starts.contains(where: { text[$0...].starts(with: words) }),
                    isTelling(words)
                else { continue }
                if owners[words]?.last != number { owners[words, default: []].append(number) }
            }
        }
        let named = owners.values.filter { $0.count <= AdviceNames.mostOwners }.flatMap(\.self)
        return Set(named).sorted()
    }

    private func isTelling(_ words: [Int32]) -> Bool {
        guard words.count == 1, let word = words.first.map(Int.init) else { return true }
        guard let token = draft.words.tokens[word], !token.surface.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return false
        }
        guard sections >= AdviceNames.fewSections else { return true }
        guard let count = found.postings[word]?.count else { return false }
        return Double(count) <= Double(sections) * AdviceNames.commonShare
    }
}
