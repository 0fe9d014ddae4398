/// A box that programs for documentation set apart from the text: a note, a tip, a warning.
struct Callout: Equatable {
    /// As Obsidian and GitHub name it: `note`, `tip`, `warning`.
    var kind: String
    /// The element within that holds the title; ``HTMLTree/none`` when none does.
    var title: HTMLTree.ID = HTMLTree.none
    /// Whether a click opens it.
    var isFoldable = false

    /// The box that `node` is; nil when it is none.
    init?(_ tree: HTMLTree, _ node: HTMLTree.ID) {
        let tag = tree.tag(node)
        guard [.div, .aside, .section, .blockquote, .figure, .details, .table, .p, .unknown].contains(tag) else {
            return nil
        }
        let classes = tree.classes(of: node).map { $0.lowercased() }
        if let named = tree.value(.dataCallout, of: node) {
            kind = Self.kinds[named.lowercased()] ?? "note"
        } else if let found = Self.kind(of: classes) {
            kind = found
        } else {
            return nil
        }
        // A paragraph or a table of such a class is one only when a program's own class says so as well.
        if tag == .p || tag == .table || tag == .unknown { return nil }
        isFoldable = tag == .details
        title = tree.first(in: node) { $0 != node && Self.isTitle(tree, $0) } ?? HTMLTree.none
        // Where the class says only "a box", its title may say which.
        if kind == Self.unnamed {
            kind = title == HTMLTree.none ? "note" : Self.kinds[tree.words(of: title).lowercased()] ?? "note"
        }
    }

    private static let unnamed = ""

    /// The classes that say "a box of this kind", with the class of the kind beside them.
    private static let families: Set<String> = [
        "admonition", "theme-admonition", "markdown-alert", "confluence-information-macro", "callout",
        "admonitionblock",
        "alert", "callout-block", "custom-block", "notice", "md-alert", "panel-callout",
    ]

    /// Classes that say it alone, as DocBook and Sphinx write them.
    private static let alone: Set<String> = [
        "note", "warning", "tip", "important", "caution", "danger", "seealso", "hint",
    ]

    private static let kinds: [String: String] = [
        "note": "note", "info": "info", "information": "info", "tip": "tip", "hint": "hint", "important": "important",
        "warning": "warning", "caution": "caution", "danger": "danger", "error": "error", "attention": "attention",
        "example": "example", "quote": "quote", "abstract": "abstract", "summary": "summary", "success": "success",
        "check": "check", "question": "question", "faq": "faq", "bug": "bug", "failure": "failure", "todo": "todo",
        "seealso": "note", "secondary": "note", "primary": "info", "tldr": "tldr", "help": "help", "cite": "quote",
    ]

    private static func kind(of classes: [String]) -> String? {
        guard !classes.isEmpty else { return nil }
        let family = classes.first { families.contains($0) }
        for name in classes {
            if family == nil {
                if alone.contains(name), classes.count == 1 || classes.contains("admonition") { return kinds[name] }
                continue
            }
            // `markdown-alert-tip`, `alert-warning`, `theme-admonition-info`, or `warning` alone.
            let last = name.split(separator: "-").last.map(String.init) ?? name
            if let known = kinds[name] ?? kinds[last] { return known }
        }
        switch family {
        case "admonition"?, "callout"?, "confluence-information-macro"?, "theme-admonition"?, "admonitionblock"?:
            return unnamed
        default: return nil
        }
    }

    private static func isTitle(_ tree: HTMLTree, _ node: HTMLTree.ID) -> Bool {
        if tree.tag(node) == .summary { return true }
        return tree.hasClass(node) { name in
            let plain = name.lowercased()
            return plain == "admonition-title" || plain == "markdown-alert-title" || plain == "callout-title"
                || plain == "title" || plain.hasPrefix("admonitionheading") || plain == "custom-block-title"
                || plain == "alert-heading"
        }
    }
}
