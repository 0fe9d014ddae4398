/// Something wrong in a note, at a source. Never stops a run.
public struct Issue: Equatable, Sendable {
    /// How much it matters.
    public enum Severity: String, Sendable, CaseIterable {
        /// Part of the note could not be read as its author meant it.
        case error
        /// The note was read, but something in it is probably a slip.
        case warning
        /// Worth knowing, nothing to mend.
        case remark
    }

    /// What kind of trouble; the raw value is what `kb doctor` prints and JSON carries.
    public enum Kind: String, Sendable, CaseIterable {
        case unreadable
        case notText = "not-text"
        case encoding
        case nulByte = "nul-byte"
        case frontMatter = "front-matter"
        case unclosedFence = "unclosed-fence"
        case unclosedComment = "unclosed-comment"
        case unresolvedLink = "unresolved-link"
        case ambiguousLink = "ambiguous-link"
        case missingAnchor = "missing-anchor"
        case tooDeep = "too-deep"
        case tooLarge = "too-large"
        case fileName = "file-name"
        case symbolicLink = "symbolic-link"
        case configuration
        case vocabulary
        case studyLog = "study-log"
    }

    /// The kind of trouble.
    public var kind: Kind
    /// How much it matters.
    public var severity: Severity
    /// The line it stands at, counted from 1.
    public var line: Int
    /// What is wrong and how to mend it, one sentence without a final full stop.
    public var message: String

    /// Reports trouble at `line`.
    public init(_ kind: Kind, _ severity: Severity, line: Int, _ message: String) {
        self.kind = kind
        self.severity = severity
        self.line = line
        self.message = message
    }
}
