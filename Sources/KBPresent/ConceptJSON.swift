internal import KBModel

extension Concept {
    /// The members that every list of concepts has; with `mentions` where they were asked for.
    func json(_ paths: PathStyle, hasMentions: Bool) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(name)),
            .init("aliases", JSONValue(aliases)),
            .init("notes", .integer(notes)),
            .init("sections", .integer(sections)),
            .init("salience", .number(salience.rounded(decimals: 6))),
            .init("shown", .bool(isShown)),
        ]
        if hasMentions {
            let places = mentions.map { source -> JSONValue in
                ["path": .string(paths.shown(source.path)), "line": .integer(source.line)]
            }
            members.append(.init("mentions", .array(places)))
        }
        return .object(members)
    }

    /// Name and aliases, as other answers refer to a concept.
    var nameJSON: JSONValue { ["name": .string(name), "aliases": JSONValue(aliases)] }

    /// Name and aliases for a line of Markdown: `recall (sensitivity)`.
    var markdown: String {
        let others = aliases.isEmpty ? "" : " (\(aliases.joined(separator: ", ")))"
        return (name + others).harmless.escapedForMarkdown
    }
}

extension Reason {
    /// Path, line and text.
    func json(_ paths: PathStyle) -> JSONValue {
        ["path": .string(paths.shown(path)), "line": .integer(line), "text": .string(text)]
    }

    /// The source as a link with its line, then the text: `[a.md](<a.md>), line 3: …`.
    func markdown(_ paths: PathStyle) -> String {
        let shown = paths.shown(path)
        let link = "[\(shown.harmless.escapedForMarkdown)](<\(shown.markdownDestination)>), line \(line)"
        return text.isEmpty ? link : "\(link): \(text.harmless.escapedForMarkdown)"
    }
}

extension Neighbour {
    /// Name, score, kinds and every reason.
    func json(_ paths: PathStyle) -> JSONValue {
        [
            "name": .string(name),
            "score": .number(score.rounded(decimals: 6)),
            "kinds": JSONValue(kinds.map(\.rawValue)),
            "reasons": .array(reasons.map { $0.json(paths) }),
        ]
    }
}
