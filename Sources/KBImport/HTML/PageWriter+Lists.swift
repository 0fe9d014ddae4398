internal import KBParse

/// Lists, definitions, quotes and boxes.
extension PageWriter {
    // MARK: Lists

    mutating func writeList(_ list: HTMLTree.ID, isTight: Bool) {
        guard !tree.isBlank(list) else { return }
        finishLead()
        let isOrdered = tree.tag(list) == .ol
        var number = tree.value(.start, of: list).flatMap { Int($0.collapsed) } ?? 1
        number = min(max(number, 0), Self.greatestNumber)
        let numbered = styles.listDepth(of: list, in: tree)
        let depth = numbered ?? 0
        let indent = String(repeating: " ", count: depth * (isOrdered ? 3 : 2))
        // A list right after another one takes the other mark, or it would go on with it.
        let follows = lastList.end == out.bytes.count && lastList.isOrdered == isOrdered && numbered == nil
        let usesOther = follows && !lastList.usesOther
        let isLoose = isLoose(list)
        let mayFollow = numbered != nil && last == .list
        let joins =
            isTight && (last == .heading || last == .code || (last == .paragraph && (!isOrdered || number == 1)))
        if !indent.isEmpty { out.enter(marker: indent, isTight: mayFollow || joins) }
        var isFirst = true
        for item in items(of: list) {
            let isTightItem = isFirst ? (indent.isEmpty ? joins || mayFollow : true) : !isLoose
            let marker = isOrdered ? "\(number)\(usesOther ? ")" : ".") " : usesOther ? "* " : "- "
            writeItem(item, marker: marker, isTight: isTightItem, isLoose: isLoose)
            number = min(number + 1, Self.greatestNumber)
            isFirst = false
        }
        if !indent.isEmpty { out.leave(marker: indent) }
        last = .list
        lastList = (out.bytes.count, isOrdered, usesOther)
    }

    /// CommonMark reads nine digits.
    private static let greatestNumber = 999_999_999

    /// An item, and what stands between it and the next one: lists that pages put beside items instead of into them.
    private func items(of list: HTMLTree.ID) -> [[HTMLTree.ID]] {
        var items: [[HTMLTree.ID]] = []
        for child in tree.children(of: list) where isWritten(child) {
            let tag = tree.tag(child)
            if tag == .text || tag == .comment, tree.isBlank(child) { continue }
            if tree.isBlank(child), tag != .li { continue }
            if tag == .li || !tag.isList || items.isEmpty {
                items.append([child])
            } else {
                items[items.count - 1].append(child)
            }
        }
        return items
    }

    private mutating func writeItem(_ item: [HTMLTree.ID], marker: String, isTight: Bool, isLoose: Bool) {
        out.enter(marker: marker, isTight: isTight)
        last = .other
        for (k, node) in item.enumerated() {
            guard tree.tag(node) == .li else {
                if k > 0 || tree.tag(node).isBlock {
                    writeBlock(node, isTight: true)
                } else {
                    writeParagraph([node], isTight: true)
                }
                continue
            }
            if let isDone = taskState(of: node) { lead.append(.box(isDone: isDone)) }
            writeBlocks(of: node, isTight: !isLoose)
            finishLead()
        }
        out.leave(marker: marker)
    }

    /// Whether paragraphs part the items, as a page written from Markdown with blank lines between them has it.
    private func isLoose(_ list: HTMLTree.ID) -> Bool {
        tree.children(of: list).contains { item in
            tree.tag(item) == .li
                && tree.children(of: item).contains { tree.tag($0) == .p && isWritten($0) && !tree.isBlank($0) }
        }
    }

    /// Whether an item's box is ticked; nil when it has none before its words.
    private func taskState(of item: HTMLTree.ID) -> Bool? {
        var current = tree.following(item, within: item)
        while let node = current {
            if tree.tag(node) == .text, !tree.isBlank(node) { return nil }
            if tree.tag(node).isList { return nil }
            if tree.tag(node) == .input, tree.value(.type, of: node)?.lowercased() == "checkbox" {
                return tree.has(.checked, node)
            }
            if tree.hasClass(node, "checkbox-on") { return true }
            if tree.hasClass(node, "checkbox-off") { return false }
            current = tree.following(node, within: item)
        }
        return nil
    }

    // MARK: Definitions

    /// Writes `Term: what it is` as items, which every program reads; Markdown has no list of definitions.
    mutating func writeDefinitions(_ list: HTMLTree.ID, isTight: Bool) {
        guard !tree.isBlank(list) else { return }
        finishLead()
        var terms: [HTMLTree.ID] = []
        var isOpen = false
        var isFirst = true
        for child in definitionParts(of: list) {
            if tree.tag(child) == .dt {
                if isOpen { leaveDefinition(&isOpen) }
                terms.append(child)
                continue
            }
            if !isOpen {
                out.enter(marker: "- ", isTight: isFirst ? isTight && last == .paragraph : true)
                last = .other
                (isOpen, isFirst) = (true, false)
                if !terms.isEmpty { lead.append(.terms(terms)) }
                terms.removeAll()
            }
            writeBlocks(of: child, isTight: true)
            finishLead()
        }
        if isOpen { leaveDefinition(&isOpen) }
        // Terms that nothing explains are items like any other.
        for term in terms {
            out.enter(marker: "- ", isTight: !isFirst)
            last = .other
            writeBlocks(of: term, isTight: true)
            out.leave(marker: "- ")
            isFirst = false
        }
        last = .list
        lastList = (out.bytes.count, false, false)
    }

    private mutating func leaveDefinition(_ isOpen: inout Bool) {
        out.leave(marker: "- ")
        last = .list
        isOpen = false
    }

    /// The terms and descriptions in order, those in a `<div>` included.
    private func definitionParts(of list: HTMLTree.ID) -> [HTMLTree.ID] {
        tree.children(of: list).flatMap { child -> [HTMLTree.ID] in
            guard isWritten(child), !tree.isBlank(child) else { return [] }
            if tree.tag(child) == .div { return tree.children(of: child).filter { isWritten($0) && !tree.isBlank($0) } }
            return [child]
        }
    }

    // MARK: Quotes and boxes

    mutating func writeQuote(_ node: HTMLTree.ID, isTight: Bool) {
        guard !tree.isBlank(node) else { return }
        finishLead()
        out.enter(marker: "> ", continuation: "> ", isTight: isTight && last == .paragraph)
        last = .other
        writeBlocks(of: node)
        out.leave(marker: "> ", continuation: "> ")
        last = .quote
    }

    mutating func writeCallout(_ node: HTMLTree.ID, _ callout: Callout, isTight: Bool) {
        finishLead()
        var title: [UInt8] = []
        if callout.title != HTMLTree.none {
            title = inlineText(of: callout.title, in: .heading)
            skipped.insert(callout.title)
            let words = tree.words(of: callout.title).lowercased().filter { $0.isLetter || $0 == " " }
            // "Note" above a note says nothing.
            if words.collapsed == callout.kind { title = [] }
        }
        for icon in tree.all(in: node, where: { tree.hasClass($0, "icon") }) { skipped.insert(icon) }
        let head = "> [!\(callout.kind)]\(callout.isFoldable ? "-" : "")"
        out.enter(marker: "> ", continuation: "> ")
        add(Array(head.utf8.dropFirst(2)) + (title.isEmpty ? [] : [UInt8.space] + title), .other, isTight: false)
        let start = out.bytes.count
        last = .heading
        writeBlocks(of: node, isTight: true)
        out.leave(marker: "> ", continuation: "> ")
        last = out.bytes.count > start ? .quote : .other
    }

    mutating func writeDetails(_ node: HTMLTree.ID) {
        finishLead()
        let summary = tree.children(of: node).first { tree.tag($0) == .summary }
        let words = summary.map { tree.words(of: $0) } ?? ""
        if let summary { skipped.insert(summary) }
        var line = Array("<details>\n<summary>".utf8)
        for byte in (words.isEmpty ? "Details" : words).utf8 {
            switch byte {
            case UInt8.less: line += Array("&lt;".utf8)
            case UInt8.ampersand: line += Array("&amp;".utf8)
            default: line.append(byte)
            }
        }
        line += Array("</summary>".utf8)
        add(line, .other, isTight: false)
        writeBlocks(of: node)
        add("</details>", .other, isTight: false)
    }
}

extension PageStyles {
    /// How deep a list is that its program tells by a class instead of by nesting: `lst-kix_a-2` is two levels down; nil for
    /// any other list.
    func listDepth(of list: HTMLTree.ID, in tree: HTMLTree) -> Int? {
        for name in tree.classes(of: list) where name.hasPrefix("lst-kix_") {
            guard let dash = name.lastIndex(of: "-"), let depth = Int(name[name.index(after: dash)...]) else {
                continue
            }
            return min(max(depth, 0), 8)
        }
        return nil
    }
}
