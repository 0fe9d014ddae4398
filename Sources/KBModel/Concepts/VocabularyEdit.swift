/// What a person wants to be said about concepts from now on.
public enum VocabularyEdit: Equatable, Sendable {
    /// The other concepts are this one: their names become its aliases.
    case merge(others: [String], into: String)
    /// These spellings are not this concept but one of their own, called by the first of them.
    case split(spellings: [String], from: String)
    /// This is never shown as a concept.
    case hide(String)
    /// This is shown again.
    case unhide(String)
    /// A concept gets another name; the old one stays as an alias.
    case rename(String, to: String)
}
