internal import KBModel
public import KBStudy

/// Prints how many cards wait.
public struct DuePresenter: Sendable {
    /// The formats of `kb due`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// Whether the cards are listed instead of counted; JSON gives both.
    public var isList: Bool

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle, isList: Bool = false) {
        self.format = format
        self.style = style
        self.paths = paths
        self.isList = isList
    }

    /// What goes to standard output.
    public func render(_ report: DueReport) -> String {
        switch format {
        case .text: isList ? list(report) : table(report)
        case .json: json(report).indented
        }
    }

    /// One line for the end of the output.
    public func count(of report: DueReport) -> String {
        report.now.total == 0
            ? "nothing is due" : "\(counted(report.now.total, "card")) to review; kb review asks them"
    }

    private func table(_ report: DueReport) -> String {
        var rows = [("due", report.now.due), ("learning", report.now.learning)]
        if report.unseen != nil { rows.append(("new", report.now.new)) }
        let names = ["later today", "tomorrow"]
        for (index, day) in report.days.enumerated() {
            rows.append((names.indices.contains(index) ? names[index] : day.day.description, day.cards))
        }
        let width = rows.map(\.0.displayWidth).max() ?? 0
        let figures = rows.map { $0.1.grouped.displayWidth }.max() ?? 0
        return rows.map { name, count in
            let label = style.dress(name.padded(to: width), as: .heading)
            return "\(label)  \(count.grouped.padded(to: figures, isRightAligned: true))\(remark(name, report))\n"
        }.joined()
    }

    private func remark(_ name: String, _ report: DueReport) -> String {
        guard name == "new", let unseen = report.unseen, unseen > report.now.new else { return "" }
        return "  " + style.dress("of \(unseen.grouped) never seen", as: .faint)
    }

    /// `path:line: question`, most overdue first.
    private func list(_ report: DueReport) -> String {
        let source = ConceptSourceLine(style: style, paths: paths)
        return report.cards.compactMap { due in
            due.card.map { "\(source.place($0.source.path, line: $0.source.line)) \($0.prompt.harmless)\n" }
        }.joined()
    }

    private func json(_ report: DueReport) -> JSONValue {
        [
            "version": jsonVersion,
            "due": .integer(report.now.due),
            "learning": .integer(report.now.learning),
            "new": .integer(report.now.new),
            "unseen": report.unseen.map(JSONValue.integer) ?? .null,
            "suspended": .integer(report.suspended),
            "days": .array(
                report.days.map { ["day": .string($0.day.description), "cards": .integer($0.cards)] }),
            "cards": .array(
                report.cards.map { due in
                    [
                        "id": .string(due.id.text), "due": .string(due.due.description),
                        "path": JSONValue(due.card.map { paths.shown($0.source.path) }),
                        "line": due.card.map { .integer($0.source.line) } ?? .null,
                        "question": JSONValue(due.card?.prompt),
                    ]
                }),
        ]
    }
}
