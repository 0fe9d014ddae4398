internal import KBModel

/// What was told already, so that nothing is told at every refresh as long as it lasts.
struct WatchMemory {
    private var failure: KnowledgeBaseError?
    private var remarks: [Remark] = []
    private var polling: [WatchEvent.Polling] = []
    private var errors: Set<String> = []

    /// Whether `error` is another one than the last refresh met.
    mutating func isNew(_ error: KnowledgeBaseError) -> Bool {
        defer { failure = error }
        return failure != error
    }

    /// Whether the last refresh failed and this one did not.
    mutating func isOver() -> Bool {
        defer { failure = nil }
        return failure != nil
    }

    /// Whether `remark` was not told yet, or tells of something that happens anew each time.
    mutating func isNew(_ remark: Remark) -> Bool {
        switch remark {
        case .indexMoved, .staleAndReadOnly, .unfinishedChange:
            guard !remarks.contains(remark) else { return false }
            remarks.append(remark)
            return true
        // The next refresh sees to it, and nobody waits for an answer.
        case .refreshedElsewhere, .changingElsewhere: return false
        default: return true
        }
    }

    /// Whether folders are looked at for other reasons than before; how many they are does not count.
    mutating func isNew(_ reasons: [WatchEvent.Polling]) -> Bool {
        let kinds = reasons.map { reason -> WatchEvent.Polling in
            guard case .limited(_, let most) = reason else { return reason }
            return .limited(folders: 0, most: most)
        }
        defer { polling = kinds }
        return polling != kinds
    }

    /// The errors among `issues` that the last refresh did not meet.
    mutating func newErrors(in issues: [LocatedIssue]) -> [LocatedIssue] {
        let found = issues.filter { $0.issue.severity == .error }
        let known = errors
        errors = Set(found.map(WatchMemory.key))
        return found.filter { !known.contains(WatchMemory.key($0)) }
    }

    private static func key(_ issue: LocatedIssue) -> String { "\(issue.path)\u{0}\(issue.issue.message)" }
}
