import KBModel
import KBStore
import KBText

/// Finds out what a vault already says about a draft, from its index and a few of its notes.
struct AdviceReader {
    let store: Store
    let library: NoteLibrary

    /// How many of the notes most like the draft are told apart from the others.
    private static let neighbours = 60
    /// More notes of one title make it no name.
    private static let mostNamesakes = 3

    /// The advice on `draft`.
    func advice(on draft: Draft) throws(StoreError) -> DraftAdvice {
        let read = AdviceDraft(draft)
        let size = try store.size()
        guard size.notes > 0, read.words.count > 1 else { return DraftAdvice(bytesRead: read.bytesRead) }
        let found = try AdvicePostings(read.words, in: store)
        let links = try VaultLinks(store, with: .tags)
        let isLeftOut = { (path: String) in path == draft.path }
        let neighbours = AdviceNeighbours(
            found, among: links, limit: AdviceReader.neighbours, isLeftOut: isLeftOut)
        var (duplicates, taken) = try AdviceDuplicates(
            store: store, library: library, draft: read, found: found, target: draft.path
        ).duplicates()
        addNamesakes(of: draft, among: links, to: &duplicates)
        let concepts = AdviceConcepts(
            store: store, library: library, draft: read, notes: size.notes, isLeftOut: isLeftOut)
        let names = AdviceNames(links: links, draft: read, found: found, sections: size.sections)
        let linkAdvice = AdviceLinks(
            library: library, links: links, neighbours: neighbours, names: names, draft: read, target: draft.path,
            isLeftOut: isLeftOut)
        return DraftAdvice(
            duplicates: duplicates, sections: try concepts.sections(without: taken),
            tags: AdviceTags(links: links, neighbours: neighbours, draft: read).tags(given: draft.tags),
            links: linkAdvice.advice(), bytesRead: read.bytesRead)
    }

    /// Marks the duplicates in notes that have the title of `draft`, and adds those notes of which there is none.
    private func addNamesakes(
        of draft: Draft, among links: VaultLinks, to duplicates: inout [DraftAdvice.Duplicate]
    ) {
        let tokenizer = Tokenizer()
        guard let key = NameKey.of(draft.title, tokenizer) else { return }
        let namesakes = links.records.filter { record in
            record.path != draft.path
                && (record.title == draft.title || NameKey.of(record.title, tokenizer) == key)
        }
        guard namesakes.count <= AdviceReader.mostNamesakes else { return }
        for note in namesakes {
            if let place = duplicates.firstIndex(where: { $0.path == note.path }) {
                duplicates[place].hasSameTitle = true
            } else {
                duplicates.append(
                    DraftAdvice.Duplicate(
                        path: note.path, line: 1, title: note.title, headingPath: [], share: 0, excerpt: "",
                        hasSameTitle: true))
            }
        }
    }
}
