/// Something a reader should know about an answer, though it did not stop it.
public enum Remark: Equatable, Sendable {
    /// Another process is refreshing the index; the answer comes from the index as it was before.
    case refreshedElsewhere
    /// The index is older than the notes and cannot be written here; so many notes differ.
    case staleAndReadOnly(notes: Int)
    /// The vault's index folder cannot be written, so the index is kept at this path instead.
    case indexMoved(to: String)
    /// The index could not be used and was built anew; why, in a few words.
    case rebuilt(because: String)
    /// A note changed while it was being shown; its lines may be off.
    case changedMeanwhile(path: String)
    /// A name was taken for that of a concept spelled otherwise.
    case readAs(typed: String, concept: String)
    /// Something in the vocabulary file does not count.
    case vocabulary(LocatedIssue)
    /// So many lines of the log of what a person did, at this path, cannot be read and count for nothing.
    case studyLog(path: String, lines: Int)
    /// A change of notes that was interrupted is finished now; what it was.
    case finishedChange(title: String)
    /// A change of notes that was interrupted is undone now: what it was, and why it could not be finished unless it had not
    /// begun.
    case undidChange(title: String, because: String?)
    /// Another kb is changing notes just now; some may be changed already and others not.
    case changingElsewhere
    /// A change of notes was interrupted and can be neither finished nor undone yet; why.
    case unfinishedChange(because: String)
    /// A text that could not be put back where it belongs was kept at this path of the vault.
    case keptInTrash(path: String)
    /// The text of this file was changed, and other names it had on the disk, hard links, keep the old one.
    case partedHardLink(path: String)
}
