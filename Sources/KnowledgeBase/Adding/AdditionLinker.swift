internal import KBEdit
internal import KBModel
import KBParse
import KBStore

/// Writes links to other notes into what is added.
struct AdditionLinker {
    private let base: KnowledgeBase
    private let ends: VaultLinkMap
    private let style: MentionLink.Style

    init(base: KnowledgeBase) throws(KnowledgeBaseError) {
        self.base = base
        let links = try base.asking { store throws(StoreError) in try VaultLinks(store) }
        ends = VaultLinkMap(links, root: base.vault.root)
        style = links.usualStyle
    }

    /// A line with links to all of `links`, as most links of the note `bytes` at `path`, else of the vault, are written.
    func line(to links: [Addition.Link], from path: String, in bytes: [UInt8]?) -> String {
        let texts = links.compactMap { link in
            MentionLink.text(
                link.title, to: link.path, from: path, style: style, in: bytes ?? [], ends: ends.end)
        }
        return texts.isEmpty ? "" : "See also: " + texts.joined(separator: ", ")
    }

    /// The note `bytes` with each of `links` written where its words first stand on `lines` (nil for all), outside headings,
    /// running text before tables; and those links for which there is no such place.
    func linked(
        _ bytes: [UInt8], path: String, lines: ClosedRange<Int>?, to links: [Addition.Link]
    ) -> (bytes: [UInt8], left: [Addition.Link]) {
        var (bytes, left): ([UInt8], [Addition.Link]) = (bytes, [])
        for link in links {
            if let new = linked(bytes, path: path, lines: lines, link.words ?? link.title, to: link.path) {
                bytes = new
            } else {
                left.append(link)
            }
        }
        return (bytes, left)
    }

    private func linked(
        _ bytes: [UInt8], path: String, lines: ClosedRange<Int>?, _ words: String, to target: String
    ) -> [UInt8]? {
        var parser = NoteParser()
        let note = parser.parse(bytes, path: path)
        let mentions = UnlinkedMentionFinder(names: [words]).mentions(in: note).filter { mention in
            guard lines?.contains(note.line(ofPlain: mention.lowerBound)) ?? true else { return false }
            // A title is a name, not a place for links.
            return note.block(ofPlain: mention.lowerBound).map { note.blocks[$0].kind != .heading } ?? false
        }
        for mention in KnowledgeBase.proseFirst(mentions, in: note) {
            let plan = try? MentionLink.plan(
                bytes, path: path, mention: mention, target: target, style: style, ends: ends.end)
            if let new = plan?.changes.first?.newBytes { return new }
        }
        return nil
    }
}
