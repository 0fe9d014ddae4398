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
}
