internal import KBParse

/// The footnotes of a page: links in the text, and what they lead to.
struct Footnotes {
    struct Note: Equatable {
        let label: String
        /// The element with the note's words.
        let node: HTMLTree.ID
    }

    /// In the order they are first mentioned.
    private(set) var notes: [Note] = []
    private var labels: [HTMLTree.ID: String] = [:]
    /// The ids of the links in the text, which notes lead back to.
    private var markIDs: Set<String> = []
    /// Links within notes that lead back.
    private(set) var backlinks: [HTMLTree.ID] = []

    /// Finds the footnotes below `root` and marks them in the tree.
    ///
    /// A link is one when it stands in `<sup>`, or its class or role says so, and leads to an item of a list or an
    /// element that is called a note.
    init(in tree: inout HTMLTree, root: HTMLTree.ID) {
        let links = tree.all(in: root) { Self.mayBeMark(tree, $0) }
        guard !links.isEmpty else { return }
        var targets: [String: HTMLTree.ID] = [:]
        for node in tree.all(in: root, where: { tree.has(.id, $0) || (tree.tag($0) == .a && tree.has(.name, $0)) }) {
            guard let id = tree.value(.id, of: node) ?? tree.value(.name, of: node), targets[id] == nil else {
                continue
            }
            targets[id] = node
        }
        let marks = Self.marks(among: links, targets, tree, root)
        var byNode: [HTMLTree.ID: String] = [:]
        var used: Set<String> = []
        for (link, note) in marks {
            let label: String
            if let known = byNode[note] {
                label = known
            } else {
                label = Self.label(of: tree.words(of: link), used: used, count: byNode.count)
                used.insert(label)
                byNode[note] = label
                notes.append(Note(label: label, node: note))
                tree[note].flags.insert(.footnote)
            }
            add(link, label, to: &tree)
        }
        findBacklinks(tree)
        Self.hideEmptied(&tree, root, notes)
    }

    /// The links that lead to a note of their own each, with the notes.
    private static func marks(
        among links: [HTMLTree.ID], _ targets: [String: HTMLTree.ID], _ tree: HTMLTree, _ root: HTMLTree.ID
    ) -> [(link: HTMLTree.ID, note: HTMLTree.ID)] {
        var marks: [(link: HTMLTree.ID, note: HTMLTree.ID)] = []
        var aims: [HTMLTree.ID: Set<HTMLTree.ID>] = [:]
        for link in links {
            guard let name = tree.value(.href, of: link)?.dropFirst(), let target = targets[String(name)],
                let note = note(around: target, in: tree), note != root,
                tree.nearest(link, where: { $0 == note }) == nil
            else { continue }
            marks.append((link, note))
            aims[note, default: []].insert(target)
        }
        // What several links lead into at different places is a box of notes, and cannot be taken apart.
        return marks.filter { aims[$0.note]?.count == 1 }
    }

    private mutating func add(_ link: HTMLTree.ID, _ label: String, to tree: inout HTMLTree) {
        labels[link] = label
        tree[link].flags.insert(.footnoteMark)
        for inner in tree.all(in: link, where: { tree.has(.id, $0) }) {
            if let id = tree.value(.id, of: inner) { markIDs.insert(id) }
        }
        var around: HTMLTree.ID = link
        for _ in 0..<3 {
            if let id = tree.value(.id, of: around) ?? tree.value(.name, of: around) { markIDs.insert(id) }
            around = tree[around].parent
        }
        if let sup = tree.nearest(link, where: { tree.tag($0) == .sup }), tree.words(of: sup) == tree.words(of: link) {
            labels[sup] = label
            tree[sup].flags.insert(.footnoteMark)
        }
    }

    /// The label of a link to a footnote, or of the `<sup>` around it.
    func label(of node: HTMLTree.ID) -> String? { labels[node] }

    private static func mayBeMark(_ tree: HTMLTree, _ node: HTMLTree.ID) -> Bool {
        guard tree.tag(node) == .a, let target = tree.bytes(.href, of: node), target.first == UInt8.hash,
            target.count > 1
        else {
            return false
        }
        if tree.has(.dataFootnote, node) || tree.value(.role, of: node) == "doc-noteref" { return true }
        if tree.value(.epubType, of: node) == "noteref" { return true }
        if tree.hasClass(node, where: { ["footnote-ref", "footnote-reference", "footnote", "noteref"].contains($0) }) {
            return true
        }
        let above = tree[node].parent
        return tree.tag(above) == .sup || tree.tag(tree[above].parent) == .sup || tree.first(.sup, in: node) != nil
    }

    /// The element that holds a note whose target is `node`.
    private static func note(around node: HTMLTree.ID, in tree: HTMLTree) -> HTMLTree.ID? {
        var current = node
        for _ in 0..<4 {
            let tag = tree.tag(current)
            if tag == .li { return current }
            if tree.hasClass(current, where: isNoteClass), tag != .sup, tag != .a, tag != .section, tag != .ol {
                return current
            }
            if tag == .p || tag == .dd || tag == .td || tag == .body || tag == .document { break }
            current = tree[current].parent
        }
        return nil
    }

    private static func isNoteClass(_ name: Substring) -> Bool {
        ["footnote", "footnotedef", "footnote-definition", "footnote-item"].contains(name)
    }

    /// What the link shows, when it may be a label and is none yet; else a number.
    private static func label(of words: String, used: Set<String>, count: Int) -> String {
        let plain = String(words.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        if !plain.isEmpty, plain.utf8.count <= 16, !used.contains(plain) { return plain }
        var number = count + 1
        while used.contains(String(number)) { number += 1 }
        return String(number)
    }

    private mutating func findBacklinks(_ tree: HTMLTree) {
        for note in notes {
            backlinks += tree.all(in: note.node) { node in
                let tag = tree.tag(node)
                if tree.hasClass(
                    node, where: { ["mw-cite-backlink", "fn-backref", "label", "backlinks"].contains($0) })
                {
                    return node != note.node
                }
                guard tag == .a, let target = tree.bytes(.href, of: node), target.first == UInt8.hash else {
                    return false
                }
                if tree.value(.role, of: node) == "doc-backlink" { return true }
                if markIDs.contains(String(decoding: target.dropFirst(), as: UTF8.self)) { return true }
                if tree.hasClass(
                    node, where: { $0.contains("backref") || $0.contains("footnote-back") || $0 == "reversefootnote" })
                {
                    return true
                }
                let words = tree.words(of: node)
                return words.unicodeScalars.allSatisfy {
                    !$0.properties.isAlphabetic && $0.properties.numericType == nil
                }
            }
        }
    }

    /// Hides a list all of whose items are footnotes, and the box and rule around it.
    private static func hideEmptied(_ tree: inout HTMLTree, _ root: HTMLTree.ID, _ notes: [Note]) {
        for note in notes {
            var above = tree[note.node].parent
            while above != root, above != HTMLTree.none, !tree.isHidden(above) {
                let isEmptied = tree.children(of: above).allSatisfy { child in
                    tree[child].flags.contains(.footnote) || tree.isHidden(child) || tree.isBlank(child)
                        || tree.tag(child) == .hr || tree.tag(child).headingLevel != nil
                }
                guard isEmptied else { break }
                tree.hide(above)
                above = tree[above].parent
            }
        }
    }
}

extension PageWriter {
    /// Writes the footnotes at the end of the note.
    mutating func writeFootnotes() {
        for backlink in footnotes.backlinks { skipped.insert(backlink) }
        for note in footnotes.notes {
            out.enter(marker: "[^\(note.label)]: ", continuation: "    ")
            last = .other
            writeBlocks(of: note.node)
            out.leave(marker: "[^\(note.label)]: ", continuation: "    ")
            last = .other
        }
    }
}
