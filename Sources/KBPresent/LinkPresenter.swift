public import KBModel

/// Prints the links of a note, those that lead to it, or where it is named without one.
public struct LinkPresenter: Sendable {
    /// The formats of `kb links` and `kb backlinks`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md, paths
    }

    /// Which end of the links a reader wants to know.
    public enum Direction: Sendable {
        /// What one note links to.
        case outgoing
        /// Who links to one note, or names it.
        case incoming
    }

    /// The format.
    public var format: Format
    /// Which end is told.
    public var direction: Direction
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// Whether the paths of `paths` end in NUL instead of a line feed.
    public var isNulEnded: Bool

    /// A presenter; see the properties.
    public init(
        format: Format, direction: Direction, style: Style = Style(), paths: PathStyle, isNulEnded: Bool = false
    ) {
        self.format = format
        self.direction = direction
        self.style = style
        self.paths = paths
        self.isNulEnded = isNulEnded
    }

    /// What goes to standard output, in the order given.
    public func render(_ uses: [LinkUse]) -> String {
        switch format {
        case .text: text(uses)
        case .json:
            ([
                "version": jsonVersion, "total": .integer(uses.count), "links": .array(uses.map { json($0) }),
            ] as JSONValue).indented
        case .jsonl: uses.map { json($0).compact + "\n" }.joined()
        case .csv: table(uses).csv
        case .tsv: table(uses).tsv
        case .md: uses.map { markdown($0) }.joined()
        case .paths: uses.lazy.compactMap { path(of: $0) }.pathList(isNulEnded: isNulEnded)
        }
    }

    /// How many there are, for the end of the output: `3 links in 2 notes`.
    public func count(of uses: [LinkUse]) -> String {
        if uses.isEmpty { return "nothing found" }
        let isMention = uses.contains { $0.kind == nil }
        let total = counted(uses.count, isMention ? "mention" : "link")
        guard direction == .incoming else { return total }
        return "\(total) in \(counted(Set(uses.map(\.path)).count, "note"))"
    }

    /// The path at the end that is told, if it is a file.
    private func path(of use: LinkUse) -> String? {
        switch (direction, use.target) {
        case (.incoming, _): paths.shown(use.path)
        case (.outgoing, .file(let path)): paths.shown(path)
        case (.outgoing, .ambiguous(_, let choices)): choices.first.map { paths.shown($0) }
        case (.outgoing, .external), (.outgoing, .unresolved): nil
        }
    }

    // MARK: - For people

    /// Each note with its links below, a line and what is told of it.
    private func text(_ uses: [LinkUse]) -> String {
        var result = ""
        var note = ""
        let lines = uses.map { String($0.line).displayWidth }.max() ?? 0
        for use in uses {
            if !note.utf8.elementsEqual(use.path.utf8) {
                let path = style.link(style.dress(paths.shown(use.path), as: .path), to: paths.absolute(use.path))
                result += (result.isEmpty ? "" : "\n") + "\(path): \(style.dress(use.title, as: .heading))\n"
                note = use.path
            }
            let line = style.dress(String(use.line).padded(to: lines, isRightAligned: true), as: .line)
            result += "  \(line)  \(told(of: use, indent: lines + 4))\n"
        }
        return result
    }

    private func told(of use: LinkUse, indent: Int) -> String {
        switch direction {
        case .incoming:
            // On a narrow terminal a column too small to read is worse than a line that wraps by itself.
            let width = max(style.width - indent, 30)
            return SnippetText(snippet: use.context, style: style).lines(width: width, indent: indent)
                + (trouble(with: use).map { style.dress("  (\($0))", as: .warning) } ?? "")
        case .outgoing:
            let text = use.text.harmless
            let trouble = trouble(with: use).map { "  " + style.dress("(\($0))", as: .warning) } ?? ""
            let end = style.link(destination(of: use), to: target(of: use))
            return (text.isEmpty ? "" : "\(text) ") + "→ \(end)\(trouble)"
                + "  " + style.dress(use.kind?.rawValue ?? "", as: .faint)
        }
    }

    /// The end of a link as people read it.
    private func destination(of use: LinkUse) -> String {
        let anchor = use.anchor.map { "#\($0)".harmless } ?? ""
        return switch use.target {
        case .file(let path): style.dress(paths.shown(path), as: .path) + anchor
        case .external(let address): address.harmless + anchor
        case .unresolved(let name), .ambiguous(let name, _): name.harmless + anchor
        }
    }

    private func target(of use: LinkUse) -> String? {
        if case .file(let path) = use.target { paths.absolute(path) } else { nil }
    }

    private func trouble(with use: LinkUse) -> String? {
        switch use.target {
        case .file, .external: nil
        case .unresolved: "no such note or file"
        case .ambiguous(_, let choices):
            "may be any of \(choices.map { paths.shown($0) }.joined(separator: ", "))".harmless
        }
    }

    private func markdown(_ use: LinkUse) -> String {
        switch direction {
        case .incoming:
            let place = "[\(use.title.harmless.escapedForMarkdown)](<\(paths.shown(use.path).markdownDestination)>)"
            return "- \(place), line \(use.line): \(SnippetText.marked(use.context))\n"
        case .outgoing:
            let text = (use.text.isEmpty ? destination(of: use) : use.text).harmless.escapedForMarkdown
            let anchor = use.anchor.map { "#\($0)".harmless } ?? ""
            return switch use.target {
            case .file(let path):
                "- [\(text)](<\(paths.shown(path).markdownDestination)\(anchor.percentEncodedAngles)>)\n"
            case .external(let address):
                "- [\(text)](<\(address.harmless.percentEncodedAngles)\(anchor.percentEncodedAngles)>)\n"
            case .unresolved, .ambiguous: "- \(text) (\(trouble(with: use)?.escapedForMarkdown ?? ""))\n"
            }
        }
    }
}

extension String {
    /// The address with the marks that would end it between `<` and `>` percent-encoded.
    fileprivate var percentEncodedAngles: String {
        reduce(into: "") { $0 += $1 == "<" ? "%3C" : $1 == ">" ? "%3E" : String($1) }
    }
}
