/// Why a question cannot be answered.
public enum KnowledgeBaseError: Error, Equatable, Sendable {
    /// The query cannot be read as typed.
    case query(QueryError, text: String)
    /// No note goes by this name; the nearest names, best first.
    case noSuchNote(String, nearest: [String])
    /// Several notes go by this name; their paths, in byte order.
    case ambiguousNote(String, choices: [String])
    /// The note has no such heading; the nearest headings, best first.
    case noSuchHeading(String, note: String, nearest: [String])
    /// No template goes by this name; the nearest names, best first.
    case noSuchTemplate(String, nearest: [String])
    /// No concept goes by this name; the nearest names, best first.
    case noSuchConcept(String, nearest: [String])
    /// Several concepts go by this name, the most salient first.
    case ambiguousConcept(String, choices: [String])
    /// Nothing in the notes treats what was asked about; the nearest names, best first.
    case noSuchTopic(String, nearest: [String])
    /// No line of a checklist goes by this id or stands at this place; the nearest lines, best first.
    case noSuchLine(String, nearest: [String])
    /// Several lines of checklists begin with this id or stand at this place, by path and line.
    case ambiguousLine(String, choices: [String])
    /// The vault's settings say that no concepts are looked for.
    case conceptsAreOff
    /// The folder named as the vault does not exist, or is no folder.
    case noSuchVault(String)
    /// What was named as the vault is neither a folder nor the name of a registered vault; the nearest names, best first.
    case noSuchVaultName(String, nearest: [String])
    /// A configuration file cannot be used: its path, the line (0 when unknown), and what to mend.
    case configuration(path: String, line: Int, message: String)
    /// There is no index, and refreshing was forbidden or impossible; the reason.
    case noIndex(String)
    /// The index cannot be read or written: the database's path and what SQLite says.
    case store(path: String, message: String)
    /// A file could not be read: its path and the reason.
    case unreadable(path: String, message: String)
    /// A file could not be written: its path and the reason. It is as it was.
    case unwritable(path: String, message: String)
    /// A file that was named does not hold what it should: its name, the line, and what to mend.
    case malformed(path: String, line: Int, message: String)
    /// The work was stopped before its end, as someone asked; nothing was changed.
    case interrupted
    /// What was asked for contradicts itself or what stands there: why, and what to do.
    case refused(String)
}
