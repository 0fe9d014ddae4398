public import KBModel

/// Prints the neighbours of a concept.
public struct RelatedPresenter: Sendable {
    /// The formats of `kb related`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// Whether every reason is given instead of the most telling one; JSON always gives all.
    public var givesAllReasons: Bool

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle, givesAllReasons: Bool = false) {
        self.format = format
        self.style = style
        self.paths = paths
        self.givesAllReasons = givesAllReasons
    }

    /// What goes to standard output; valid in the format even without a neighbour.
    public func render(_ answer: RelatedConcepts) -> String {
        switch format {
        case .text: text(answer.related)
        case .json: json(answer).indented
        case .jsonl: answer.related.map { $0.json(paths).compact + "\n" }.joined()
        case .csv: table(answer.related).csv
        case .tsv: table(answer.related).tsv
        case .md: answer.related.map(markdown).joined()
        }
    }

    /// Whose neighbours they are and how many, for the end of the output: one line.
    public func count(of answer: RelatedConcepts) -> String {
        let names = answer.concepts.map { "“\($0.name.harmless)”" }.joined(separator: " and ")
        return answer.related.isEmpty
            ? "nothing is related to \(names)" : "\(counted(answer.related.count, "concept")) related to \(names)"
    }

    /// A neighbour a line with its weight and kinds, below it the text that says so.
    ///
    ///     0.91  online store  narrower, in one line
    ///           notes/serving.md:14: A feature store has an online store for …
    private func text(_ related: [Neighbour]) -> String {
        let width = related.map { $0.score.twoDecimals.displayWidth }.max() ?? 0
        let source = ConceptSourceLine(style: style, paths: paths)
        return related.map { neighbour in
            let score = neighbour.score.twoDecimals.padded(to: width, isRightAligned: true)
            let name = style.dress(neighbour.name, as: .heading)
            let kinds = neighbour.kinds.isEmpty ? "" : "  " + style.dress(neighbour.kindWords, as: .faint)
            let reasons = shownReasons(of: neighbour).map { source.whole($0, indent: width + 2) }
            return "\(style.dress(score, as: .line))  \(name)\(kinds)\n" + reasons.joined()
        }.joined()
    }

    private func markdown(_ neighbour: Neighbour) -> String {
        let kinds = neighbour.kinds.isEmpty ? "" : " (\(neighbour.kindWords))"
        return "- **\(neighbour.name.harmless.escapedForMarkdown)**\(kinds)\n"
            + shownReasons(of: neighbour).map { "  - \($0.markdown(paths))\n" }.joined()
    }

    /// One row a neighbour with its most telling reason, or a row a reason.
    private func table(_ related: [Neighbour]) -> Table {
        Table(
            columns: ["name", "score", "kinds", "path", "line", "text"],
            rows: related.flatMap { neighbour -> [[String]] in
                let start = [
                    neighbour.name, JSONValue.number(neighbour.score.rounded(decimals: 6)).compact,
                    neighbour.kinds.map(\.rawValue).joined(separator: " "),
                ]
                let reasons = shownReasons(of: neighbour)
                guard !reasons.isEmpty else { return [start + ["", "", ""]] }
                return reasons.map { start + [paths.shown($0.path), String($0.line), $0.text] }
            })
    }

    private func shownReasons(of neighbour: Neighbour) -> ArraySlice<Reason> {
        givesAllReasons ? neighbour.reasons[...] : neighbour.reasons.prefix(1)
    }

    private func json(_ answer: RelatedConcepts) -> JSONValue {
        [
            "version": jsonVersion,
            "concept": answer.concepts.first?.nameJSON ?? .null,
            "concepts": .array(answer.concepts.map(\.nameJSON)),
            "related": .array(answer.related.map { $0.json(paths) }),
        ]
    }
}
