/// A link not yet written.
public struct Suggestion: Equatable, Sendable {
    /// What speaks for a link.
    public enum Signal: String, Sendable, CaseIterable {
        /// The two notes use the same rare words.
        case words
        /// The note names the other's title or alias.
        case mention
        /// The links there are lead from one to the other.
        case graph
        /// The notes most like this one link there.
        case neighbours
        /// It is like a note that this one links to.
        case alike
        /// The two notes stand in one folder.
        case folder
        /// Many notes link there.
        case popular
    }

    /// One thing that speaks for it.
    public struct Ground: Equatable, Sendable {
        /// What it is.
        public var signal: Signal
        /// What it adds to the score, 0 to 1.
        public var value: Double
        /// In words: the shared words, the name that is mentioned, the notes between.
        public var text: String
        /// Where a mention stands, counted from 1; nil for the other signals.
        public var line: Int?

        /// A ground; see the properties.
        public init(signal: Signal, value: Double, text: String, line: Int? = nil) {
            self.signal = signal
            self.value = value
            self.text = text
            self.line = line
        }
    }

    /// The note to link to: its path in the vault.
    public var path: String
    /// Its title.
    public var title: String
    /// The sum of the grounds; higher is better.
    public var score: Double
    /// Strongest first.
    public var reasons: [Ground]

    /// A suggestion; see the properties.
    public init(path: String, title: String, score: Double, reasons: [Ground]) {
        self.path = path
        self.title = title
        self.score = score
        self.reasons = reasons
    }
}
