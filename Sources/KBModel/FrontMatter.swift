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

        /// Whether the key is `name`, case-blind.
        public func isNamed(_ name: String) -> Bool {
            // Most keys differ in their first letter, and every note is asked for several.
            if let first = key.utf8.first, let other = name.utf8.first, first < 0x80, other < 0x80,
                Self.lowered(first) != Self.lowered(other)
            {
                return false
            }
            // Lowercasing makes a new text, which every key of every note would pay for.
            guard key.utf8.count == name.utf8.count, key.utf8.allSatisfy({ $0 < 0x80 }) else {
                return key.utf8.contains { $0 >= 0x80 } && key.lowercased() == name.lowercased()
            }
            return key.utf8.elementsEqual(name.utf8) { Self.lowered($0) == Self.lowered($1) }
        }

        private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
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
        entries.first { $0.isNamed(key) }?.value
    }
}
