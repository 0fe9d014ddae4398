/// The YAML block between `---` lines at the top of a note.
public struct FrontMatter: Equatable, Sendable {
    /// One key with its value.
    public struct Entry: Equatable, Sendable {
        /// The key as written.
        public var key: String
        /// Its value.
        public var value: YAMLValue
        /// The line the key stands on, counted from 1.
        public var line: Int

        /// `key: value` at `line`.
        public init(key: String, value: YAMLValue, line: Int) {
            self.key = key
            self.value = value
            self.line = line
        }
    }

    /// The keys, in the order of the file; empty when there is no front matter or it cannot be read.
    public var entries: [Entry]
    /// From the opening to the closing `---`; nil when there is no front matter.
    public var lines: LineRange?

    /// Front matter with `entries` on `lines`.
    public init(entries: [Entry] = [], lines: LineRange? = nil) {
        self.entries = entries
        self.lines = lines
    }

    /// The value of the first entry whose key is `key`, case-blind.
    public subscript(key: String) -> YAMLValue? {
        let wanted = key.lowercased()
        return entries.first { $0.key.lowercased() == wanted }?.value
    }
}
