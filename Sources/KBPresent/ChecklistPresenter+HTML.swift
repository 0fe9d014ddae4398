internal import KBModel
internal import KBStudy

extension ChecklistPresenter {
    /// One page that needs nothing else, made to be printed: boxes to tick by hand, words on the left, sources on the
    /// right. Links lead to the notes, as paths from where the page is.
    ///
    /// - SeeAlso: <https://html.spec.whatwg.org/multipage/syntax.html>
    func html(_ checklist: Checklist) -> String {
        let title = title(of: checklist).escapedForHTML
        let body =
            checklist.groups.isEmpty
            ? "<p>Nothing to do or ask was found.</p>\n" : checklist.groups.map(html).joined()
        return """
            <!DOCTYPE html>
            <html lang="">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="kb">
            <title>\(title)</title>
            <style>
            \(Self.stylesheet)
            </style>
            </head>
            <body>
            <h1>\(title)</h1>
            <p class="count">\(count(of: checklist).escapedForHTML)</p>
            \(body)</body>
            </html>

            """
    }

    private func html(_ group: Checklist.Group) -> String {
        let heading = group.heading.isEmpty ? "" : "<h2>\(group.heading.escapedForHTML)</h2>\n"
        return "<section>\n\(heading)<ul class=\"items\">\n\(rows(of: group).map(html).joined())</ul>\n</section>\n"
    }

    private func html(_ row: Row) -> String {
        switch row {
        case .context(let parts):
            "<li class=\"context\">\(parts.joined(separator: " › ").escapedForHTML)</li>\n"
        case .item(let shown): html(shown)
        }
    }

    private func html(_ shown: ShownItem) -> String {
        let item = shown.item
        let box =
            item.isDone
            ? "<span class=\"box\" role=\"img\" aria-label=\"done\">✓</span>"
            : "<span class=\"box\" role=\"img\" aria-label=\"to do\"></span>"
        let context = shown.context.map { "\($0.escapedForHTML) › " }.joined()
        var words = context.isEmpty ? "" : "<span class=\"faint\">\(context)</span>"
        words += item.text.escapedForHTML
        if let minutes = item.unsaidMinutes { words += " <span class=\"faint\">(\(minutes))</span>" }
        if item.isChanged { words += " <em>(changed since it was ticked)</em>" }
        let sources = item.sources.map { source in
            let path = destinations.shown(source.path).percentEncodedPath.escapedForHTML
            return "<a href=\"\(path)\">\(source.shown(paths).escapedForHTML)</a>"
        }
        return """
            <li\(item.isDone ? " class=\"done\"" : "") style="--level:\(shown.level)">\(box)
            <div class="words">\(words)\(answer(of: item))</div>
            <div class="sources">\(sources.joined(separator: "<br>"))</div></li>

            """
    }

    private func answer(of item: Checklist.Item) -> String {
        guard !item.answer.isEmpty else { return "" }
        let lines = item.answerLines.map { line in
            let depth = line.prefix { $0 == " " }.count / 2
            let inset = depth > 0 ? " style=\"--level:\(depth)\"" : ""
            return "<li\(inset)>\(String(line.drop { $0 == " " }).escapedForHTML)</li>"
        }
        return "\n<ul class=\"answer\">\(lines.joined())</ul>"
    }

    /// Black on white, with a serif face that every system has; an item is never torn by the end of a page.
    private static let stylesheet = """
        @page { margin: 18mm 16mm; }
        body { font: 11pt/1.4 Georgia, "Times New Roman", serif; color: #111; background: #fff;
          max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5em; margin: 0 0 .2em; }
        h2 { font-size: 1.15em; margin: 1.4em 0 .4em; border-bottom: 1px solid #888; break-after: avoid; }
        ul { list-style: none; margin: 0; padding: 0; }
        .items > .context { display: block; color: #555; padding-left: 1.7em; break-after: avoid; }
        .items > li { display: grid; grid-template-columns: 1.1em 1fr minmax(8em, 28%); column-gap: .6em;
          padding: .2em 0 .2em calc(var(--level) * 1.5em); break-inside: avoid; }
        .box { align-self: start; box-sizing: border-box; width: 1.05em; height: 1.05em; margin-top: .2em;
          border: 1px solid #333; border-radius: 2px; font-size: .9em; line-height: 1; text-align: center; }
        .words, .sources { min-width: 0; overflow-wrap: anywhere; }
        .sources, .count, .faint, .answer { color: #555; }
        .sources { font-size: .8em; text-align: right; }
        .sources a { color: inherit; text-decoration: none; }
        .answer { font-size: .92em; }
        .answer li { margin-left: calc(var(--level, 0) * 1.2em); }
        .answer li::before { content: "– "; }
        .done .words { color: #555; }
        @media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } }
        """
}

extension String {
    /// The text for the content of an element or a quoted attribute.
    var escapedForHTML: String {
        var result = ""
        for scalar in harmless.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
