import KBModel
import KBStore
import KBText

/// Notes what a note is called, and what it calls others.
struct NoteNaming {
    /// Nobody asks for words of a link longer than this many bytes: they are a sentence.
    private static let longestText = 80

    private let tokenizer = Tokenizer()

    /// What `note` is called: title, file name, aliases, each once.
    func names(of note: Note) -> [UInt64] {
        var names: [UInt64] = []
        for name in [note.title, LinkResolver.name(of: note.path)] + note.aliases {
            if let key = NameKey.of(name, tokenizer), !names.contains(key) { names.append(key) }
        }
        return names
    }

    /// The words of the links of `note`, each once for each target, which is given for each link where it has one. Words
    /// that only repeat the name in the target are left out.
    func texts(of note: Note, targets: [LinkTarget?]) -> [LinkText] {
        var texts: [LinkText] = []
        var seen: Set<LinkText> = []
        for (link, target) in zip(note.links, targets) {
            guard let target, link.kind == .wiki || link.kind == .markdown, link.text != link.target,
                link.text.utf8.count <= NoteNaming.longestText, let key = NameKey.of(link.text, tokenizer),
                key != NameKey.of(LinkResolver.name(of: link.target), tokenizer)
            else { continue }
            let text = LinkText(target: target.stored, key: key)
            if seen.insert(text).inserted { texts.append(text) }
        }
        return texts
    }
}
