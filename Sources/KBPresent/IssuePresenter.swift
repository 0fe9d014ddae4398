public import KBModel

/// Prints what is wrong in notes.
public struct IssuePresenter: Sendable {
    /// The formats of `kb doctor`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle) {
        self.format = format
        self.style = style
        self.paths = paths
    }

    /// What goes to standard output, in the order given.
    public func render(_ issues: [LocatedIssue]) -> String {
        switch format {
        case .text: issues.map { line($0) + "\n" }.joined()
        case .json:
            ([
                "version": jsonVersion,
                "errors": .integer(count(.error, in: issues)),
                "warnings": .integer(count(.warning, in: issues)),
                "remarks": .integer(count(.remark, in: issues)),
                "issues": .array(issues.map(json)),
            ] as JSONValue).indented
        case .jsonl: issues.map { json($0).compact + "\n" }.joined()
        }
    }

    /// `path:line: severity: message [kind]`, as compilers print it.
    public func line(_ located: LocatedIssue) -> String {
        let issue = located.issue
        let path = style.link(style.dress(paths.shown(located.path), as: .path), to: paths.absolute(located.path))
        let severity: String =
            switch issue.severity {
            case .error: style.dress(issue.severity.rawValue, as: .error)
            case .warning: style.dress(issue.severity.rawValue, as: .warning)
            case .remark: issue.severity.rawValue
            }
        let line = style.dress(String(issue.line), as: .line)
        return "\(path):\(line): \(severity): \(issue.message.harmless) [\(issue.kind.rawValue)]"
    }

    /// `1 error, 2 warnings, 3 remarks`, without those there are none of; `no issues` when there are none at all.
    public func summary(of issues: [LocatedIssue]) -> String {
        let counts = Issue.Severity.allCases.compactMap { severity in
            let count = count(severity, in: issues)
            return count > 0 ? counted(count, severity.rawValue) : nil
        }
        return counts.isEmpty ? "no issues" : counts.joined(separator: ", ")
    }

    /// How many there are of each kind, the commonest first, ties by name: `unresolved-link 12, encoding 1`; nil when
    /// there are not several kinds.
    public func kinds(of issues: [LocatedIssue]) -> String? {
        var counts: [String: Int] = [:]
        for located in issues { counts[located.issue.kind.rawValue, default: 0] += 1 }
        guard counts.count > 1 else { return nil }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.key) \($0.value.grouped)" }.joined(separator: ", ")
    }

    private func count(_ severity: Issue.Severity, in issues: [LocatedIssue]) -> Int {
        issues.count { $0.issue.severity == severity }
    }

    func json(_ located: LocatedIssue) -> JSONValue {
        [
            "path": .string(paths.shown(located.path)),
            "line": .integer(located.issue.line),
            "severity": .string(located.issue.severity.rawValue),
            "kind": .string(located.issue.kind.rawValue),
            "message": .string(located.issue.message),
        ]
    }
}
