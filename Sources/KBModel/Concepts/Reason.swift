/// The sentence, item or heading behind a claim, with its source.
public struct Reason: Equatable, Sendable {
    /// The note's path in the vault, with `/`.
    public var path: String
    /// The line the text begins on, counted from 1.
    public var line: Int
    /// The text without markup, one line.
    public var text: String

    /// `text` stands at `line` of the note at `path`.
    public init(path: String, line: Int, text: String) {
        self.path = path
        self.line = line
        self.text = text
    }
}
