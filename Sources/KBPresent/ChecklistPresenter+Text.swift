internal import KBModel
internal import KBStudy

extension ChecklistPresenter {
    /// However deep and narrow, the words of an item get so many columns; a terminal then wraps by itself.
    private static let leastWidth = 24
    /// Deeper items are not indented further, so that their words keep most of the line.
    private static let deepestIndent = 6

    /// Groups under their headings; an item begins with its box, its id, and `?` when it asks.
    func text(_ checklist: Checklist) -> String {
        let ids = ShortIDs(checklist.items.map(\.id))
        return checklist.groups.map { group in
            let heading = group.heading.isEmpty ? "" : style.dress(group.heading, as: .heading) + "\n"
            return heading
                + rows(of: group).map { row in
                    switch row {
                    case .context(let parts): text(parts, indent: ids.width + Self.box)
                    case .item(let shown): text(shown, ids)
                    }
                }.joined()
        }.joined(separator: "\n")
    }

    private func text(_ shown: ShownItem, _ ids: ShortIDs) -> String {
        let item = shown.item
        let id = ids.short(item.id).padded(to: ids.width)
        let box = item.isDone ? "[x]" : "[ ]"
        let mark = item.isQuestion ? "?" : " "
        return text(shown, behind: "  \(box) \(style.dress(id, as: .line)) \(mark) ", indent: ids.width + Self.box)
    }

    /// The columns of the box and the mark of a question, with the blanks around them and the id.
    private static let box = 9

    /// What the items that follow stand under, behind `indent` columns.
    func text(_ context: [String], indent: Int) -> String {
        var words = DressedWords()
        words.add(context.joined(separator: " › "), as: .faint)
        let blanks = String(repeating: " ", count: indent)
        let room = max(style.width - indent, Self.leastWidth)
        return words.lines(width: room, style: style).map { blanks + $0.text + "\n" }.joined()
    }

    /// An item behind `start`, which takes `indent` columns: its words, its sources, and its answer.
    func text(_ shown: ShownItem, behind start: String, indent: Int) -> String {
        let inset = String(repeating: "  ", count: min(shown.level, Self.deepestIndent))
        let blanks = String(repeating: " ", count: indent) + inset
        let room = max(style.width - indent - inset.utf8.count, Self.leastWidth)
        let words = words(of: shown).lines(width: room, style: style)
        let sources = sources(of: shown.item).lines(width: room, style: style)
        var lines = words.map(\.text)
        // Sources follow the words where all of them fit, so that most items are one line.
        if let last = words.last, let only = sources.first, sources.count == 1, last.width + 2 + only.width <= room {
            lines[lines.count - 1] += "  " + only.text
        } else {
            lines += sources.map(\.text)
        }
        lines += shown.item.answerLines.flatMap { answer($0, room: room) }
        return start + inset + lines.joined(separator: "\n" + blanks) + "\n"
    }

    private func words(of shown: ShownItem) -> DressedWords {
        let item = shown.item
        var words = DressedWords()
        for part in shown.context { words.add(part + " ›", as: .faint) }
        words.add(item.text, as: item.isDone ? .faint : nil)
        if let minutes = item.unsaidMinutes { words.add("(\(minutes))", as: .faint) }
        if item.isChanged { words.add("(changed since it was ticked)", as: .warning) }
        return words
    }

    private func sources(of item: Checklist.Item) -> DressedWords {
        var words = DressedWords()
        for (index, source) in item.sources.enumerated() {
            let comma = index + 1 < item.sources.count ? "," : ""
            words.add(whole: source.shown(paths) + comma, as: .faint, to: paths.absolute(source.path))
        }
        return words
    }

    /// A line of the answer as a bullet; blanks before it say how deep it stands.
    private func answer(_ line: Substring, room: Int) -> [String] {
        let inset = String(repeating: " ", count: min(line.prefix { $0 == " " }.count, 2 * Self.deepestIndent))
        let width = max(room - inset.utf8.count - 2, Self.leastWidth)
        let lines = String(line).harmless.wrapped(first: width, rest: width)
        return lines.enumerated().map { inset + ($0.offset == 0 ? "- " : "  ") + $0.element }
    }
}
