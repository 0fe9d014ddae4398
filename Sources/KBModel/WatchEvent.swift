/// What someone who keeps an index fresh has to tell.
public enum WatchEvent: Equatable, Sendable {
    /// Why folders are looked at from time to time, besides what the system reports of them.
    public enum Polling: Equatable, Sendable {
        /// It was asked for.
        case asked
        /// The system reports no changes at all; its reason.
        case unsupported(String)
        /// The system reports the changes of so many folders at most (nil when unknown), and so many are beyond that.
        case limited(folders: Int, most: Int?)
        /// Folders are on file systems that others may change unseen; their kinds, in byte order.
        case remote([String])
    }

    /// The index is up to date for the first time, with what was done for that; so many folders hold the notes of the vault
    /// at `root`.
    case watching(RefreshReport, folders: Int, root: String)
    /// Notes have changed and the index is up to date again.
    case refreshed(RefreshReport)
    /// Folders are looked at every so many seconds, for these reasons; for none once it is over.
    case polling([Polling], seconds: Int)
    /// Another process keeps this index fresh too.
    case watchedElsewhere
    /// The index cannot be brought up to date; why. It is tried again.
    case failed(KnowledgeBaseError)
    /// What could not be brought up to date is up to date again.
    case recovered
    /// The vault at this path has gone. It may come back.
    case vaultGone(root: String)
    /// Something a reader should know about the index.
    case remark(Remark)
    /// A note that cannot be read, or a folder.
    case issue(LocatedIssue)
}
