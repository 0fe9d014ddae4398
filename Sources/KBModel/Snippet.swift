/// The passage that shows why a section is a hit, as one line of plain words.
public struct Snippet: Equatable, Sendable {
    /// The words, without markup; line breaks are spaces, left-out words are `…`.
    public var text: String
    /// UTF-8 offsets into ``text``, ascending, never overlapping.
    public var matches: [Range<Int>]

    /// `text` with `matches` marked.
    public init(text: String, matches: [Range<Int>] = []) {
        self.text = text
        self.matches = matches
    }
}
