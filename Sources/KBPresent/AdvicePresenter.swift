public import KBModel

/// Prints what a vault already says about a draft.
public struct AdvicePresenter: Sendable {
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle

    /// The most lines of each kind for people: four kinds fill half of a small terminal.
    public static let mostLines = 3
    /// The most concepts named in one line.
    private static let mostConcepts = 4
    /// On a narrow terminal a column too small to read is worse than a line that wraps by itself.
    private static let narrowest = 30

    /// A presenter; see the properties.
    public init(style: Style = Style(), paths: PathStyle) {
        self.style = style
        self.paths = paths
    }

    // MARK: - For people

    /// A line for each thing said, `path:line: why`, the first ``mostLines`` of each kind; empty when there is nothing to
    /// say.
    public func render(_ advice: DraftAdvice) -> String {
        let most = AdvicePresenter.mostLines
        var lines = advice.duplicates.prefix(most).map(line)
        lines += advice.sections.prefix(most).map(line)
        lines += advice.links.prefix(most).map(line)
        lines += advice.tags.prefix(most).map { tag in
            let name = "#\(tag.tag)"
            return style.dress(name, as: .heading) + tail(tag.reason, after: name)
        }
        if let bytes = advice.bytesRead {
            lines.append("only the first \(bytes.grouped) bytes of the text were looked at")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ duplicate: DraftAdvice.Duplicate) -> String {
        let title = duplicate.hasSameTitle ? "has the same title" : nil
        guard !duplicate.excerpt.isEmpty else {
            return line(duplicate.path, duplicate.line, title ?? "says the same")
        }
        // Less than a hundredth is never told as nothing, nor nearly all as all.
        let percent = min(99, max(1, Int(duplicate.share * 100)))
        let share = duplicate.share >= 1 ? "all" : "\(percent) %"
        let says = (duplicate.isInTarget ? "this note says " : "says ") + "\(share) of it: “\(duplicate.excerpt)”"
        return line(duplicate.path, duplicate.line, title.map { "\($0), and \(says)" } ?? says)
    }

    private func line(_ section: DraftAdvice.SectionOnConcepts) -> String {
        let names = section.concepts.prefix(AdvicePresenter.mostConcepts).joined(separator: ", ")
        // A heading that is the title again says nothing new.
        let path = ([section.title] + section.headingPath).reduce(into: [String]()) { path, title in
            if path.last != title { path.append(title) }
        }
        return line(section.path, section.line, "on \(names) (\(path.joined(separator: " › ")))")
    }

    private func line(_ link: DraftAdvice.LinkAdvice) -> String {
        let place = link.line.map { ", line \($0)" } ?? ""
        return line(link.path, 1, "link to “\(link.title)”? \(link.reason)\(place)")
    }

    /// `path:line: text`, the text cut to what fits on the line.
    private func line(_ path: String, _ number: Int, _ text: String) -> String {
        let shown = paths.shown(path).harmless
        let linked = style.link(style.dress(shown, as: .path), to: paths.absolute(path))
        return linked + ":" + style.dress(String(number), as: .line) + tail(text, after: "\(shown):\(number)")
    }

    private func tail(_ text: String, after head: String) -> String {
        let width = max(AdvicePresenter.narrowest, style.width - head.displayWidth - 2)
        return ": " + text.harmless.cut(to: width)
    }

    // MARK: - For programs

    /// All of it: a member for the answer of the command that asked.
    public func json(_ advice: DraftAdvice) -> JSONValue {
        [
            "duplicates": .array(advice.duplicates.map(json)),
            "sections": .array(
                advice.sections.map { section in
                    [
                        "path": .string(paths.shown(section.path)), "line": .integer(section.line),
                        "title": .string(section.title), "headingPath": JSONValue(section.headingPath),
                        "concepts": JSONValue(section.concepts),
                    ]
                }),
            "tags": .array(advice.tags.map { ["tag": .string($0.tag), "reason": .string($0.reason)] }),
            "links": .array(
                advice.links.map { link in
                    [
                        "path": .string(paths.shown(link.path)), "title": .string(link.title),
                        "words": link.words.map { .string($0) } ?? .null,
                        "line": link.line.map { .integer($0) } ?? .null, "reason": .string(link.reason),
                    ]
                }),
            "bytesRead": advice.bytesRead.map { .integer($0) } ?? .null,
        ]
    }

    private func json(_ duplicate: DraftAdvice.Duplicate) -> JSONValue {
        [
            "path": .string(paths.shown(duplicate.path)), "line": .integer(duplicate.line),
            "title": .string(duplicate.title), "headingPath": JSONValue(duplicate.headingPath),
            "share": .number(duplicate.share.rounded(decimals: 4)), "excerpt": .string(duplicate.excerpt),
            "inTarget": .bool(duplicate.isInTarget), "sameTitle": .bool(duplicate.hasSameTitle),
        ]
    }
}
