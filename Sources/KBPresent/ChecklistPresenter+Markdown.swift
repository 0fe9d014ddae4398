internal import KBModel
internal import KBStudy

extension ChecklistPresenter {
    /// A task list under a heading a group, which GitHub and Obsidian show with boxes.
    func markdown(_ checklist: Checklist) -> String {
        let title = "# \(title(of: checklist).harmless.escapedForListItem)\n"
        guard !checklist.groups.isEmpty else { return title + "\nNothing to do or ask was found.\n" }
        return title
            + checklist.groups.map { group in
                let heading = group.heading.harmless.escapedForListItem
                return (heading.isEmpty ? "\n" : "\n## \(heading)\n\n") + rows(of: group).map(markdown).joined()
            }.joined()
    }

    private func markdown(_ row: Row) -> String {
        switch row {
        case .context(let parts):
            "- " + parts.map { "*\($0.harmless.escapedForListItem)*" }.joined(separator: " › ") + "\n"
        case .item(let shown): markdown(shown)
        }
    }

    private func markdown(_ shown: ShownItem) -> String {
        let item = shown.item
        let indent = String(repeating: "  ", count: shown.level)
        var parts = [item.isDone ? "- [x]" : "- [ ]"]
        parts += shown.context.map { "*\($0.harmless.escapedForListItem)* ›" }
        parts.append(item.text.harmless.escapedForListItem)
        if let minutes = item.unsaidMinutes { parts.append("(\(minutes))") }
        if item.isChanged { parts.append("(changed since it was ticked)") }
        parts.append("(" + item.sources.map(link).joined(separator: ", ") + ")")
        return indent + parts.joined(separator: " ") + "\n" + answer(of: item, indent: indent + "  ")
    }

    private func link(_ source: Source) -> String {
        let place = source.shown(paths).harmless.escapedForMarkdown
        return "[\(place)](<\(destinations.shown(source.path).markdownDestination)>)"
    }

    /// The answer as bullets below the item; blanks before a line say how deep it stands.
    private func answer(of item: Checklist.Item, indent: String) -> String {
        var deepest = 0
        return item.answerLines.map { line in
            let level = min(line.prefix { $0 == " " }.count / 2, deepest)
            deepest = level + 1
            let text = line.drop { $0 == " " }
            return indent + String(repeating: "  ", count: level) + "- "
                + String(text).harmless.escapedForListItem + "\n"
        }.joined()
    }
}

extension String {
    /// The text as words of a list item or heading: nothing in it is markup to GitHub or Obsidian, wherever it stands.
    fileprivate var escapedForListItem: String {
        var result = ""
        var previous: Character = " "
        for character in escapedForMarkdown {
            let isTwin = character == previous && "~=%".contains(character)
            // `#x` would become a tag, `&lt;` another character, `$x$` a formula.
            let isMark = (character == "#" && previous == " ") || "&$|".contains(character)
            if isTwin || isMark { result.append("\\") }
            result.append(character)
            previous = character
        }
        return result.escapingStart
    }

    /// The text with a first character escaped that would begin a heading, a list or a quote.
    private var escapingStart: String {
        let digits = prefix { $0.isASCII && $0.isNumber }
        let rest = self[digits.endIndex...]
        guard let first = rest.first, rest.dropFirst().first.map({ $0 == " " }) ?? true else { return self }
        let begins = digits.isEmpty ? "+-".contains(first) : ".)".contains(first)
        return begins ? digits + "\\" + rest : self
    }
}
