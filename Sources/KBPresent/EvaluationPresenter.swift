public import KBEval
internal import KBModel

/// Prints how well a ranking answers a set of queries.
public struct EvaluationPresenter: Sendable {
    /// The formats of `kb eval`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// What each query asks, by its id.
    public var texts: [String: String]
    /// Whether text and Markdown have a line for every query; the other formats always do.
    public var listsQueries: Bool

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), texts: [String: String], listsQueries: Bool = false) {
        self.format = format
        self.style = style
        self.texts = texts
        self.listsQueries = listsQueries
    }

    /// What goes to standard output; valid in the format even when no query was judged.
    public func render(_ evaluation: Evaluation, comparison: RunComparison? = nil) -> String {
        switch format {
        case .text: text(evaluation, comparison)
        case .json: json(evaluation, comparison).indented
        case .jsonl: evaluation.queries.map { json($0).compact + "\n" }.joined()
        case .csv: table(evaluation).csv
        case .tsv: table(evaluation).tsv
        case .md: markdown(evaluation, comparison)
        }
    }

    /// How many queries were judged, for the end of the output: one line.
    public func count(of evaluation: Evaluation) -> String {
        evaluation.queries.isEmpty
            ? "no query has a judged answer" : "\(counted(evaluation.queries.count, "query", "queries")) judged"
    }

    // MARK: - Text

    private func text(_ evaluation: Evaluation, _ comparison: RunComparison?) -> String {
        guard !evaluation.queries.isEmpty else { return "" }
        let list = listsQueries ? aligned(queryRows(evaluation), isHeaded: true) + "\n" : ""
        if let comparison { return list + aligned(rows(comparison), isHeaded: true) }
        return list + aligned(Metric.allCases.map { [$0.rawValue, evaluation.mean($0).fourDecimals] }, isHeaded: false)
    }

    private func queryRows(_ evaluation: Evaluation) -> [[String]] {
        [["query"] + Metric.allCases.map(\.rawValue) + ["text"]]
            + evaluation.queries.map { scores in
                [scores.query.harmless] + Metric.allCases.map { scores[$0].fourDecimals }
                    + [(texts[scores.query] ?? "").harmless]
            }
    }

    private func rows(_ comparison: RunComparison) -> [[String]] {
        [["", "before", "now", "change", "better", "worse", "p"]]
            + comparison.rows.map { row in
                let change = row.mean - row.base
                return [
                    row.metric.rawValue, row.base.fourDecimals, row.mean.fourDecimals,
                    (change < 0 ? "" : "+") + change.fourDecimals, String(row.better), String(row.worse),
                    row.probability.fourDecimals,
                ]
            }
    }

    /// Columns side by side: the first and a last of running text on the left, figures on the right.
    private func aligned(_ rows: [[String]], isHeaded: Bool) -> String {
        let count = rows.first?.count ?? 0
        let widths = (0..<count).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
        return rows.enumerated().map { index, row in
            var line = ""
            for (column, field) in row.enumerated() {
                let isText = column == 0 || listsText(rows, column)
                let isLast = column == count - 1
                line += isLast && isText ? field : field.padded(to: widths[column], isRightAligned: !isText)
                if !isLast { line += "  " }
            }
            return (isHeaded && index == 0 ? style.dress(line, as: .heading) : line) + "\n"
        }.joined()
    }

    private func listsText(_ rows: [[String]], _ column: Int) -> Bool { rows.first?[column] == "text" }

    private func markdown(_ evaluation: Evaluation, _ comparison: RunComparison?) -> String {
        let means =
            comparison.map(rows)
            ?? ([["", "mean"]]
                + Metric.allCases.map {
                    [$0.rawValue, evaluation.mean($0).fourDecimals]
                })
        let tables = (listsQueries ? [queryRows(evaluation)] : []) + [means]
        return tables.map { rows in
            let lines = rows.map { "| " + $0.map(\.escapedForMarkdown).joined(separator: " | ") + " |\n" }
            let rule = "|" + String(repeating: " --- |", count: rows.first?.count ?? 0) + "\n"
            return lines.prefix(1).joined() + rule + lines.dropFirst().joined()
        }.joined(separator: "\n")
    }

    // MARK: - Exchange

    private func json(_ evaluation: Evaluation, _ comparison: RunComparison?) -> JSONValue {
        [
            "version": jsonVersion,
            "total": .integer(evaluation.queries.count),
            "mean": .object(Metric.allCases.map { .init($0.key, evaluation.mean($0).json) }),
            "comparison": comparison.map { comparison in
                .array(
                    comparison.rows.map { row in
                        [
                            "metric": .string(row.metric.key), "before": row.base.json, "now": row.mean.json,
                            "better": .integer(row.better), "worse": .integer(row.worse),
                            "p": row.probability.json,
                        ]
                    })
            } ?? .null,
            "queries": .array(evaluation.queries.map(json)),
        ]
    }

    private func json(_ scores: QueryScores) -> JSONValue {
        .object(
            [
                .init("id", .string(scores.query)), .init("text", JSONValue(texts[scores.query])),
                .init("answers", .integer(scores.answers)),
            ] + Metric.allCases.map { .init($0.key, scores[$0].json) })
    }

    private func table(_ evaluation: Evaluation) -> Table {
        Table(
            columns: ["query"] + Metric.allCases.map(\.key) + ["answers", "text"],
            rows: evaluation.queries.map { scores in
                [scores.query] + Metric.allCases.map { scores[$0].json.compact }
                    + [String(scores.answers), texts[scores.query] ?? ""]
            })
    }
}

extension Double {
    /// A figure between 0 and 1 in JSON.
    fileprivate var json: JSONValue { .number(rounded(decimals: 6)) }

    /// With exactly four decimals, as figures of this kind are published.
    fileprivate var fourDecimals: String {
        let parts = Int((abs(self) * 10_000).rounded())
        let fraction = String(parts % 10_000)
        return (self < 0 && parts > 0 ? "-" : "") + String(parts / 10_000) + "."
            + String(repeating: "0", count: 4 - fraction.utf8.count) + fraction
    }
}
