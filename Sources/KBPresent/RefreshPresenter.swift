public import KBModel

/// Prints what a run of the indexer did.
public struct RefreshPresenter: Sendable {
    /// The formats of `kb index`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    /// How many issues are listed after indexing; `kb doctor` lists all.
    public static let issueLimit = 20

    /// The format.
    public var format: Format
    /// How issues are printed.
    public var issues: IssuePresenter

    /// A presenter; see the properties.
    public init(format: Format, issues: IssuePresenter) {
        self.format = format
        self.issues = issues
    }

    /// What goes to standard output.
    public func render(_ report: RefreshReport) -> String {
        switch format {
        case .text:
            "\(counted(report.notes, "note")), \(counted(report.sections, "section")): \(changes(report))\n"
        case .json:
            ([
                "version": jsonVersion,
                "notes": .integer(report.notes),
                "sections": .integer(report.sections),
                "added": .integer(report.added),
                "changed": .integer(report.changed),
                "removed": .integer(report.removed),
                "rebuilt": JSONValue(report.rebuilt),
                "issues": .array(report.issues.map(issues.json)),
            ] as JSONValue).indented
        }
    }

    /// The errors and warnings among the issues, the first ``issueLimit`` of them, and what was left out.
    public func remarks(on report: RefreshReport) -> [String] {
        guard !report.issues.isEmpty else { return [] }
        let listed = report.issues.filter { $0.issue.severity != .remark }
        let lines = listed.prefix(RefreshPresenter.issueLimit).map(issues.line)
        return lines + ["\(issues.summary(of: report.issues)); kb doctor lists them"]
    }

    private func changes(_ report: RefreshReport) -> String {
        if report.isUnchanged { return "nothing changed" }
        let counts = [(report.added, "added"), (report.changed, "changed"), (report.removed, "removed")]
        let words = counts.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ")
        return report.rebuilt.map { "\(words); built anew: \($0.harmless)" } ?? words
    }
}
