/// What a person says about the vault's concepts; it wins over what kb finds by itself.
public struct Vocabulary: Equatable, Sendable {
    /// One concept of the file.
    public struct Entry: Equatable, Sendable {
        /// The name to show.
        public var name: String
        /// Other spellings of it.
        public var aliases: [String] = []
        /// Names of concepts above it.
        public var broader: [String] = []
        /// Names of concepts below it.
        public var narrower: [String] = []
        /// Names of concepts beside it.
        public var related: [String] = []
        /// Spellings that are not this concept, however alike they look.
        public var not: [String] = []
        /// Whether it is never shown as a concept.
        public var isHidden = false
        /// The line it begins on, counted from 1.
        public var line: Int

        /// A concept called `name`, at `line`.
        public init(name: String, line: Int) {
            self.name = name
            self.line = line
        }
    }

    /// In the order of the file.
    public var entries: [Entry]

    /// A vocabulary; the default says nothing.
    public init(entries: [Entry] = []) { self.entries = entries }
}
