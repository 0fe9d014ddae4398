public import KBModel

/// Prints what happens while an index is kept fresh: a line an event.
public struct WatchPresenter: Sendable {
    /// The formats of `kb watch`.
    public enum Format: String, Sendable, CaseIterable {
        case text, jsonl
    }

    /// How many notes a line names; more do not fit beside the counts.
    private static let mostNamed = 3

    /// The format.
    public var format: Format
    /// How paths are printed.
    public var paths: PathStyle

    /// A presenter; see the properties.
    public init(format: Format, paths: PathStyle) {
        self.format = format
        self.paths = paths
    }

    // MARK: - Standard output

    /// The line for standard output; nil for what is not told there.
    ///
    /// - Parameters:
    ///   - now: The moment, for programs.
    ///   - clock: The time of day where the reader is, for people.
    public func line(_ event: WatchEvent, at now: Instant, clock: (hour: Int, minute: Int, second: Int)) -> String? {
        switch (event, format) {
        case (.watching(let report, let folders, let root), .text):
            let done = changes(report)
            return "watching \(counted(report.notes, "note")) in \(counted(folders, "folder")) of \(root.harmless)"
                + (done.isEmpty ? "\n" : ": \(done)\n")
        case (.refreshed(let report), .text):
            let time = [clock.hour, clock.minute, clock.second].map { $0 < 10 ? "0\($0)" : "\($0)" }
            return "\(time.joined(separator: ":")) \(changes(report))\(names(report))\n"
        case (.watching(let report, let folders, let root), .jsonl):
            let place: [JSONValue.Member] = [.init("root", .string(root)), .init("folders", .integer(folders))]
            return object("watching", at: now, place + members(of: report))
        case (.refreshed(let report), .jsonl):
            let touched = report.touched.map { touch -> JSONValue in
                ["path": .string(paths.shown(touch.path)), "change": .string(touch.kind.rawValue)]
            }
            return object("refreshed", at: now, members(of: report) + [.init("touched", .array(touched))])
        default: return nil
        }
    }

    /// `indexed 2 notes, removed 1`; empty when nothing was done.
    private func changes(_ report: RefreshReport) -> String {
        if let reason = report.rebuilt { return "indexed \(counted(report.notes, "note")) anew: \(reason.harmless)" }
        let indexed = report.added + report.changed
        guard indexed > 0 else { return report.removed > 0 ? "removed \(counted(report.removed, "note"))" : "" }
        let removed = report.removed > 0 ? ", removed \(report.removed.grouped)" : ""
        return "indexed \(counted(indexed, "note"))" + removed
    }

    /// ` (a.md, b.md and 3 more)`; empty when no notes are named.
    private func names(_ report: RefreshReport) -> String {
        guard !report.touched.isEmpty else { return "" }
        let named = report.touched.prefix(WatchPresenter.mostNamed).map { paths.shown($0.path).harmless }
        let all = max(report.touched.count, report.rebuilt == nil ? report.added + report.changed + report.removed : 0)
        let more = all - named.count
        return " (\(named.joined(separator: ", "))\(more > 0 ? " and \(more.grouped) more" : ""))"
    }

    private func members(of report: RefreshReport) -> [JSONValue.Member] {
        [
            .init("notes", .integer(report.notes)), .init("sections", .integer(report.sections)),
            .init("added", .integer(report.added)), .init("changed", .integer(report.changed)),
            .init("removed", .integer(report.removed)), .init("rebuilt", JSONValue(report.rebuilt)),
        ]
    }

    private func object(_ event: String, at now: Instant, _ members: [JSONValue.Member]) -> String {
        let head: [JSONValue.Member] = [
            .init("version", jsonVersion), .init("event", .string(event)), .init("time", .string(now.description)),
        ]
        return JSONValue.object(head + members).compact + "\n"
    }

    // MARK: - Standard error

    /// What a reader should know, without a final line feed; nil for what goes to standard output.
    public func remark(_ event: WatchEvent) -> String? {
        switch event {
        case .watching, .refreshed: nil
        case .polling(let reasons, let seconds):
            reasons.isEmpty
                ? "every change is reported again"
                : reasons.map(WatchPresenter.words).joined(separator: "; ")
                    + "; so kb looks at the notes every \(counted(seconds, "second"))"
        case .watchedElsewhere: "another kb watch keeps this index up to date as well; one is enough"
        case .failed(let error): "\(error.message); kb watch tries again"
        case .recovered: "the index is up to date again"
        case .vaultGone(let root): "\(root.harmless) is gone; waiting a moment for it to come back"
        case .remark(let remark): remark.message
        case .issue(let located):
            "\(paths.shown(located.path).harmless):\(located.issue.line): \(located.issue.message.harmless)"
        }
    }

    private static func words(for reason: WatchEvent.Polling) -> String {
        switch reason {
        case .asked: "looking from time to time was asked for"
        case .unsupported(let message): "the system reports no changes of files (\(message.harmless))"
        case .limited(let folders, let most):
            "the system reports the changes of \(most.map { "\($0.grouped) folders" } ?? "some folders") at most, and "
                + "\(counted(folders, "folder")) \(folders == 1 ? "is" : "are") beyond that "
                + "(the limit is fs.inotify.max_user_watches; see sysctl)"
        case .remote(let kinds):
            "others may change notes on \(kinds.joined(separator: ", ")) without the system's knowledge"
        }
    }
}
