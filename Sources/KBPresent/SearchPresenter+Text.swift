internal import KBModel

extension SearchPresenter {
    /// A hit for people: where it is, under which headings, and the passage that answers.
    ///
    ///     notes/serving.md:14: Serving › Batching
    ///       16-18  Requests within a **window** share one pass
    func text(_ hit: Hit) -> String {
        let path = style.link(style.dress(paths.shown(hit.path), as: .path), to: paths.absolute(hit.path))
        let line = style.dress(String(hit.lines.first), as: .line)
        let place = hit.place.map { style.dress($0, as: .heading) }.joined(separator: " › ")
        let range = hit.passage.figures
        let indent = 2 + range.displayWidth + 2
        // On a narrow terminal a column too small to read is worse than a line that wraps by itself.
        let width = max(style.width - indent, 30)
        let snippet = SnippetText(snippet: hit.snippet, style: style).lines(width: width, indent: indent)
        return "\(path):\(line): \(place)\n  \(style.dress(range, as: .line))  \(snippet)\n" + explanation(of: hit)
    }

    /// The numbers that add up to the score, as a column a reader can add up.
    private func explanation(of hit: Hit) -> String {
        guard !hit.explanation.isEmpty else { return "" }
        let rows = hit.explanation.map { ($0.value.twoDecimals, $0.part.harmless, $0.term.harmless, $0.arithmetic) }
        let values = rows.map(\.0.displayWidth).max() ?? 0
        let parts = rows.map(\.1.displayWidth).max() ?? 0
        let terms = rows.map(\.2.displayWidth).max() ?? 0
        let lines = rows.map { value, part, term, arithmetic in
            let columns = [
                value.padded(to: values, isRightAligned: true), part.padded(to: parts), term.padded(to: terms),
            ]
            return "    " + columns.joined(separator: "  ") + "  " + style.dress(arithmetic, as: .faint)
        }
        return (["  score \(hit.score.twoDecimals)"] + lines).map { $0.withoutTrailingSpaces + "\n" }.joined()
    }
}

extension String {
    var withoutTrailingSpaces: String {
        var end = endIndex
        while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
        return String(self[..<end])
    }
}
