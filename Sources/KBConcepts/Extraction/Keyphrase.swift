/// A phrase that says what one note is about.
public struct Keyphrase: Equatable, Sendable {
    /// The phrase as the note writes it most often, its words one space apart.
    public var spelling: String
    /// See ``TermExtractor/key(of:)``.
    public var key: UInt64
    /// How much of the note it stands for; higher is better, comparable within one answer.
    public var score: Double
    /// The lines it stands on, counted from 1, ascending, each once.
    public var lines: [Int]

    /// A keyphrase; see the properties.
    public init(spelling: String, key: UInt64, score: Double, lines: [Int]) {
        self.spelling = spelling
        self.key = key
        self.score = score
        self.lines = lines
    }
}
