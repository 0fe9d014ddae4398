internal import KBModel

/// Writes a link around words that stand in a text.
struct MentionWriter {
    let path: String
    let target: String
    let anchor: String?
    let style: MentionLink.Style
    let isInTable: Bool

    /// The ways to write it, the best first.
    func texts(for words: String, ends: LinkMap) -> [String] {
        let folder = VaultPath.folder(of: path)
        let place = TargetStyle(
            written: VaultPath.bare(VaultPath.name(of: target)), end: target, folder: folder, newFolder: folder)
        let names = place.names(for: target).filter(LinkWriter.canStandInBrackets)
        let name = names.first { leads(Link(kind: .wiki, target: $0, text: words, line: 1), ends) }
        let bar = isInTable ? "\\|" : "|"
        let heading = anchor.map { "#" + $0 } ?? ""
        let wiki = name.map { name in
            VaultPath.same(name + heading, words) ? "[[\(words)]]" : "[[\(name)\(heading)\(bar)\(words)]]"
        }
        let way = VaultPath.relative(VaultPath.levels(target), to: folder)
        let written = Destination().written(TargetStyle.hasScheme(way) ? "./" + way : way)
        let hash = anchor.map { "#" + Destination().written($0, isAnchor: true) } ?? ""
        let markdown = "[\(words)](\(written)\(hash))"
        switch style {
        case .wiki: return [wiki, markdown].compactMap(\.self)
        case .markdown: return [markdown, wiki].compactMap(\.self)
        }
    }

    private func leads(_ link: Link, _ ends: LinkMap) -> Bool {
        if case .note(let path) = ends(link, path) { VaultPath.same(path, target) } else { false }
    }
}
