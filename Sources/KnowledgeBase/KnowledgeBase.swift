public import KBModel

/// A vault that answers questions: the one engine behind every front end.
///
/// Opening reads nothing. The first question looks for changed notes and brings the index up to date, unless that
/// was forbidden; later questions to the same value answer from the same index.
public final class KnowledgeBase {
    /// Whether the index is brought up to date before the first answer.
    public enum Freshness: Sendable {
        /// Look for changes and index them first.
        case upToDate
        /// Answer from the index as it is; fail when there is none.
        case asIndexed
    }

    /// The vault that is asked.
    public let vault: Vault
    /// What the reader should know about the answers so far, in the order it happened.
    public private(set) var remarks: [Remark] = []

    private let freshness: Freshness
    private let progress: ((Progress) -> Void)?

    /// Prepares to answer questions about `vault`; `progress` is told how far long work has come, at most every 1 %.
    public init(vault: Vault, freshness: Freshness = .upToDate, progress: ((Progress) -> Void)? = nil) {
        self.vault = vault
        self.freshness = freshness
        self.progress = progress
    }

    /// Brings the index up to date: all notes, or only `paths` (files, absolute or relative to the vault's root).
    ///
    /// With `rebuilding`, everything is read anew. Waits for another indexer of the same vault to finish.
    public func refresh(
        paths: [String]? = nil, rebuilding: Bool = false
    ) throws(KnowledgeBaseError) -> RefreshReport {
        throw .noIndex("not there yet")
    }

    /// Ranks the sections that satisfy the query `text`, best first; ties by path in byte order, then by line.
    ///
    /// `today` resolves relative days such as `after:7d`.
    public func search(
        _ text: String, options: SearchOptions, today: Day
    ) throws(KnowledgeBaseError) -> SearchAnswer {
        throw .noIndex("not there yet")
    }

    /// The note that `reference` names, with the index of the section that an anchor in it names.
    ///
    /// `NOTE` is a path (in the vault, or of the file system), a file name, a title or an alias, case-blind;
    /// `#HEADING` a heading's words or slug, `#H1#H2` one under the other, `#^id` a block, `:LINE` a line.
    public func note(_ reference: String) throws(KnowledgeBaseError) -> (note: Note, section: Int?, line: Int?) {
        throw .noIndex("not there yet")
    }

    /// The notes that pass `filter`, in `order`.
    public func notes(
        passing filter: NoteFilter, by order: NoteOrder
    ) throws(KnowledgeBaseError) -> [NoteListing] {
        throw .noIndex("not there yet")
    }

    /// All tags, by name.
    public func tags() throws(KnowledgeBaseError) -> [TagCount] {
        throw .noIndex("not there yet")
    }

    /// What is known of the vault and its index. Never refreshes.
    public func status() throws(KnowledgeBaseError) -> VaultStatus {
        throw .noIndex("not there yet")
    }

    /// The issues of all notes, by path and line: what parsing found, and links that lead nowhere.
    public func issues() throws(KnowledgeBaseError) -> [LocatedIssue] {
        throw .noIndex("not there yet")
    }

    /// Paths of all notes, in byte order, for completion. Never refreshes; empty when there is no index.
    public func notePaths() -> [String] { [] }
}
