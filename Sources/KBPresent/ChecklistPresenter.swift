internal import KBModel
public import KBStudy

/// Prints a checklist.
public struct ChecklistPresenter: Sendable {
    /// The formats of `kb checklist`.
    public enum Format: String, Sendable, CaseIterable {
        case text, md, json, jsonl, html
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// Where links of Markdown and HTML lead.
    public var destinations: PathStyle
    /// Whether only what is still to do was asked for, which changes what ``count(of:)`` counts.
    public var isOpenOnly: Bool

    /// A presenter; see the properties. Unless told otherwise, links lead to paths as they are printed.
    public init(
        format: Format, style: Style = Style(), paths: PathStyle, destinations: PathStyle? = nil,
        isOpenOnly: Bool = false
    ) {
        self.format = format
        self.style = style
        self.paths = paths
        self.destinations = destinations ?? paths
        self.isOpenOnly = isOpenOnly
    }

    /// What goes to standard output; valid in the format even without an item.
    public func render(_ checklist: Checklist) -> String {
        switch format {
        case .text: text(checklist)
        case .md: markdown(checklist)
        case .json: json(checklist).indented
        case .jsonl: lines(checklist)
        case .html: html(checklist)
        }
    }

    /// How much there is, for the end of the output: one line.
    public func count(of checklist: Checklist) -> String {
        let items = checklist.items
        let isCounted = { (item: Checklist.Item) in !(isOpenOnly && item.isDone) }
        let shown = items.count(where: isCounted)
        guard shown > 0 else { return isOpenOnly ? "nothing is left to do" : "nothing to do or ask found" }
        let total = counted(shown + checklist.hidden, "item") + (isOpenOnly ? " to do" : "")
        var parts = [checklist.hidden > 0 ? "\(shown.grouped) of \(total)" : total]
        if !isOpenOnly { parts.append("\(items.count(where: \.isDone).grouped) done") }
        let notes = Set(items.flatMap { $0.sources.map(\.path) }).count
        return parts.joined(separator: ", ") + ", from \(counted(notes, "note"))"
    }

    /// What the page is called.
    func title(of checklist: Checklist) -> String {
        checklist.topic.map { "Checklist: \($0)" } ?? "Checklist"
    }

    /// The items of `group`, each with what must be said before it: the list items above it that are not printed.
    func items(of group: Checklist.Group) -> [ShownItem] {
        var above: [Checklist.Item] = []
        var shown: [ShownItem] = []
        for item in group.items {
            // However deep the notes have it, an item stands at most one step below the one before it.
            let level = max(0, min(item.level, above.count))
            above.removeLast(above.count - level)
            let printed = Set(([group.title] + above.map(\.text)).map { $0.lowercased() })
            let known = item.context.lastIndex { printed.contains($0.lowercased()) }
            let start = known.map { $0 + 1 } ?? (level > 0 ? item.context.count : 0)
            shown.append(ShownItem(item: item, level: level, context: Array(item.context[start...])))
            above.append(item)
        }
        return shown
    }

    /// What is printed of `group`, in order: items that share what stands above them in their notes follow it on a
    /// line of its own, one step deeper.
    func rows(of group: Checklist.Group) -> [Row] {
        var rest = items(of: group)[...]
        var rows: [Row] = []
        while let first = rest.first {
            // Looked for only where there is something to share, so that each item is looked at once.
            let isBelow = first.level == 0 && !first.context.isEmpty
            let run = isBelow ? rest.prefix { $0.level > 0 || $0.context == first.context } : []
            let isShared = run.count { $0.level == 0 } > 1
            if isShared {
                rows.append(.context(first.context))
                rows += run.map { shown in
                    Row.item(
                        ShownItem(
                            item: shown.item, level: shown.level + 1, context: shown.level == 0 ? [] : shown.context))
                }
            } else {
                rows.append(.item(first))
            }
            rest = rest.dropFirst(isShared ? run.count : 1)
        }
        return rows
    }

    /// Something that is printed in a group.
    enum Row {
        /// What the items that follow stand under in their notes, outermost first.
        case context([String])
        case item(ShownItem)
    }

    /// An item as it is printed.
    struct ShownItem {
        var item: Checklist.Item
        /// How many items it is printed below.
        var level: Int
        /// What stands above it in its note and is not printed above it, outermost first.
        var context: [String]
    }
}

extension Checklist.Group {
    /// The title with its time: `Serving (5 min)`.
    var heading: String {
        let time = minutes.map { "(\($0.figures))" }
        return [title.isEmpty ? nil : title, time].compactMap { $0 }.joined(separator: " ")
    }
}

extension Checklist.Item {
    /// Its time, where its own words do not say it.
    var unsaidMinutes: String? {
        minutes.flatMap { text.lowercased().contains("min") ? nil : $0.figures }
    }

    /// What the notes say below it, line by line.
    var answerLines: [Substring] { answer.split(separator: "\n") }
}

extension Source {
    /// `notes/a.md:12`, as `paths` prints it.
    func shown(_ paths: PathStyle) -> String { "\(paths.shown(path)):\(line)" }
}
