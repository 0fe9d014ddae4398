internal import KBModel

/// The ways to write an anchor once headings of the note have other words, in the style it is written in; the best
/// first, and only those that mean the same heading as before.
struct AnchorStyle {
    private let shift: HeadingShift
    private var old: AnchorFinder { shift.old }
    private var new: AnchorFinder { shift.new }

    init(_ shift: HeadingShift) { self.shift = shift }

    /// Texts for `anchor`, which `link` has and which means `section` by `rule`.
    func texts(for anchor: String, _ rule: AnchorFinder.Rule, _ section: Int, _ link: Link) -> [String] {
        var headings = AnchorFinder.headings(anchor)
        guard let last = headings.popLast(), new.note.sections.indices.contains(section) else { return [] }
        let renamed = old.parents(of: section).filter(shift.renamed.contains)
        let above = headings.map { heading in
            let words = AnchorFinder.folded(heading)
            let parent = renamed.first { AnchorFinder.folded(old.note.text(old.note.sections[$0].title)) == words }
            return parent.map { self.title(of: $0, like: heading) } ?? heading
        }
        let slug = new.note.sections[section].anchor
        let title = self.title(of: section, like: last)
        let wasSlug = VaultPath.same(last, old.note.sections[section].anchor)
        let prefersSlug = rule == .slug || wasSlug && (link.kind == .markdown || link.kind == .image)
        var candidates = (prefersSlug ? [slug, title] : [title, slug]).map { above + [$0] }
        if let parent = new.note.sections[section].parent {
            candidates.insert([self.title(of: parent, like: last), title], at: prefersSlug ? 2 : 1)
        }
        return candidates.map { $0.joined(separator: "#") }.filter { new.find($0)?.section == section }
    }

    /// The words of a heading as a link writes them: marks that mean something in a link become blanks, and a colon at
    /// the end goes unless `written` has one.
    private func title(of section: Int, like written: String) -> String {
        let title = new.note.text(new.note.sections[section].title)
        var words: [String] = []
        for word in title.split(whereSeparator: { $0.isWhitespace || "#|^[]".contains($0) }) {
            words.append(String(word))
        }
        var text = words.joined(separator: " ")
        if text.utf8.last == UInt8(ascii: ":"), written.utf8.last != UInt8(ascii: ":") { text.removeLast() }
        return text
    }
}
