internal import KBModel

extension ConceptPagePresenter {
    func json(_ page: ConceptPage) -> JSONValue {
        [
            "version": jsonVersion,
            "concept": page.concept.json(paths, hasMentions: true),
            "definitions": .array(page.definitions.map { $0.json(paths) }),
            "broader": .array(page.broader.map { $0.json(paths) }),
            "narrower": .array(page.narrower.map { $0.json(paths) }),
            "related": .array(page.related.map { $0.json(paths) }),
            "total": .integer(page.sections.count),
            "sections": .array(sections(of: page).map(json)),
        ]
    }

    private func json(_ section: ConceptSection) -> JSONValue {
        [
            "path": .string(paths.shown(section.path)),
            "title": .string(section.title),
            "line": .integer(section.line),
            "headingPath": JSONValue(section.headingPath),
            "score": .number(section.score.rounded(decimals: 6)),
            "snippet": section.snippet.json,
        ]
    }

    func markdown(_ page: ConceptPage) -> String {
        var result = "# \(page.concept.name.harmless.escapedForMarkdown)\n\n"
        if !page.concept.aliases.isEmpty {
            result += "Also: \(page.concept.aliases.joined(separator: ", ").harmless.escapedForMarkdown).\n"
        }
        result += figures(of: page.concept, separator: ", ") + ".\n"
        if !page.definitions.isEmpty {
            result += "\n## Defined\n\n" + page.definitions.map { "- \($0.markdown(paths))\n" }.joined()
        }
        for (title, neighbours) in neighbours(of: page) {
            result += "\n## \(title)\n\n" + neighbours.map(markdown).joined()
        }
        let sections = sections(of: page)
        if !sections.isEmpty { result += "\n## Sections\n\n" + sections.map(markdown).joined() }
        return result
    }

    private func markdown(_ neighbour: Neighbour) -> String {
        let name = neighbour.name.harmless.escapedForMarkdown
        return "- \(name)" + (neighbour.reasons.first.map { " (\($0.markdown(paths)))" } ?? "") + "\n"
    }

    private func markdown(_ section: ConceptSection) -> String {
        let shown = paths.shown(section.path)
        let place = (section.place.isEmpty ? [shown] : section.place).joined(separator: " › ")
        return "- [\(place.harmless.escapedForMarkdown)](<\(shown.markdownDestination)>), line \(section.line): "
            + "\(SnippetText.marked(section.snippet))\n"
    }
}

extension ConceptSection {
    /// The heading path, or the note's title for text that stands under no heading; empty when that is not known.
    var place: [String] { headingPath.isEmpty && !title.isEmpty ? [title] : headingPath }
}

extension Snippet {
    /// Text and matches; see `docs/json.md`.
    var json: JSONValue {
        [
            "text": .string(text),
            "matches": .array(matches.map { [.integer($0.lowerBound), .integer($0.upperBound)] }),
        ]
    }
}
