/// What an edit does, or would do, to the vocabulary file.
public struct VocabularyChange: Equatable, Sendable {
    /// One thing that is said about concepts.
    public struct Step: Equatable, Sendable {
        /// What is said of ``Step/concept``.
        public enum Kind: Equatable, Sendable {
            /// The other name stands for it too.
            case merged
            /// The other name does not stand for it.
            case split
            /// It is not shown.
            case hidden
            /// It is shown again.
            case shown
            /// It was called by the other name.
            case renamed
        }

        /// What is said.
        public var kind: Kind
        /// The name of the concept it is said of.
        public var concept: String
        /// The other name; empty when there is none.
        public var other: String
        /// The line of the changed file that says so, from 1; nil when it held already, so that nothing is changed.
        public var line: Int?

        /// A step; see the properties.
        public init(_ kind: Kind, of concept: String, other: String = "", line: Int? = nil) {
            self.kind = kind
            self.concept = concept
            self.other = other
            self.line = line
        }
    }

    /// The file's path in the vault.
    public var path: String
    /// The file's bytes; nil when there is none yet.
    public var before: [UInt8]?
    /// The file's bytes with the edit.
    public var after: [UInt8]
    /// What is done, in the order it was asked for.
    public var steps: [Step]

    /// A change; see the properties.
    public init(path: String, before: [UInt8]?, after: [UInt8], steps: [Step]) {
        self.path = path
        self.before = before
        self.after = after
        self.steps = steps
    }

    /// Whether the file would stay as it is.
    public var isNothing: Bool { after == before ?? [] }
}
