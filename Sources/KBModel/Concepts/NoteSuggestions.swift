/// The links that one note may want.
public struct NoteSuggestions: Equatable, Sendable {
    /// The note's path in the vault.
    public var note: String
    /// Best first; ties by path in byte order.
    public var suggestions: [Suggestion]

    /// The suggestions for `note`.
    public init(note: String, suggestions: [Suggestion]) {
        self.note = note
        self.suggestions = suggestions
    }
}
