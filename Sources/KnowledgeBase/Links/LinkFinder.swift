import KBModel
import KBStore

/// Finds links with both their ends.
struct LinkFinder {
    let links: VaultLinks
    let vault: Vault

    /// The links of `note` on `lines`, in its order; addresses outside the vault too if `isExternal`.
    func links(of note: Note, on lines: ClosedRange<Int>, includingExternal isExternal: Bool) -> [LinkUse] {
        var files = VaultFiles(root: vault.root)
        var context = LinkContext(note)
        return note.links.compactMap { link in
            // Asked of every link, so that those with the same words are told apart.
            let around = context.context(of: link)
            guard lines.contains(link.line), isExternal || !link.isOutside else { return nil }
            return use(of: link, in: note, target: target(of: link, in: note, &files), around)
        }
    }

    /// The links that lead from the note `source` to the note `target`, in its order; given a section of it, or a block by
    /// its line, only those that lead there. Links to a block lead to its section too.
    func links(
        from source: Note, to target: Note, place: (section: Int, block: Int?)?
    ) -> [LinkUse] {
        var files = VaultFiles(root: vault.root)
        var context = LinkContext(source)
        let headings = place.map { _ in HeadingLookup(target) }
        return source.links.compactMap { link in
            let around = context.context(of: link)
            guard !link.target.isEmpty, !link.isOutside else { return nil }
            let reached = self.target(of: link, in: source, &files)
            guard reached.winner == target.path, place.map({ leads(link, to: $0, by: headings) }) ?? true else {
                return nil
            }
            return use(of: link, in: source, target: reached, around)
        }
    }

    private func leads(_ link: Link, to place: (section: Int, block: Int?), by headings: HeadingLookup?) -> Bool {
        guard let anchor = link.anchor, let wanted = NoteReference("x#" + anchor).place,
            let found = try? headings?.find(wanted)
        else { return false }
        return found.section == place.section && (place.block == nil || found.line == place.block)
    }

    private func use(of link: Link, in note: Note, target: LinkUse.Target, _ context: Snippet) -> LinkUse {
        LinkUse(
            path: note.path, title: note.title, line: link.line, kind: link.kind, target: target, anchor: link.anchor,
            text: link.text, context: context)
    }

    private func target(of link: Link, in note: Note, _ files: inout VaultFiles) -> LinkUse.Target {
        if link.target.isEmpty { return .file(note.path) }
        if link.isOutside { return .external(link.target) }
        guard let target = LinkTarget(of: link, in: note.path) else { return .unresolved(link.target) }
        switch links.resolver.destination(of: target, from: note.path) {
        case .note(let path): return .file(path)
        case .ambiguous(let paths): return .ambiguous(link.target, paths)
        case .missing: return files.find(target, writtenIn: note.path).map { .file($0) } ?? .unresolved(link.target)
        }
    }
}

extension Link {
    /// Whether it leads out of the vault: an address, with or without a scheme.
    var isOutside: Bool {
        isExternal || kind == .auto || (kind == .markdown || kind == .image) && target.hasPrefix("//")
    }
}

extension LinkUse.Target {
    /// The file it leads to; of several notes the one that wins.
    var winner: String? {
        switch self {
        case .file(let path): path
        case .ambiguous(_, let paths): paths.first
        case .external, .unresolved: nil
        }
    }
}
