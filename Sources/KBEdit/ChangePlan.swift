public import KBModel

/// A change of notes worked out and not yet made: it is shown, and applied as a whole or not at all.
public struct ChangePlan: Equatable, Sendable {
    /// One piece of text that becomes another.
    public struct Replacement: Equatable, Sendable {
        /// What the text is.
        public enum Kind: String, Sendable, CaseIterable {
            case link
            case tag
            case heading
            case text
        }

        /// What the text is.
        public var kind: Kind
        /// The path of the note before the change.
        public var path: String
        /// The line before the change, counted from 1.
        public var line: Int
        /// What stands there, as written.
        public var old: String
        /// What will stand there.
        public var new: String

        /// `new` for `old` at `line` of the note at `path`.
        public init(_ kind: Kind, path: String, line: Int, old: String, new: String) {
            self.kind = kind
            self.path = path
            self.line = line
            self.old = old
            self.new = new
        }
    }

    /// What is done, in a few words: `move a.md to b.md`. It stands in the journal and above the diff.
    public var title: String
    /// By ``NoteChange/path`` in byte order; no path twice.
    public var changes: [NoteChange]
    /// The folders that move as a whole, by path. What is known to be in them is in ``changes`` too, and goes along.
    public var folders: [FolderMove]
    /// The texts replaced, by path and place.
    public var replacements: [Replacement]
    /// What could not be done, and what the reader should know before it is; by path and line.
    public var remarks: [ChangeRemark]
    /// The files that new notes were made from, by the notes' paths: absolute paths outside the vault. Such a note gets
    /// its file's mode, and its time of change when it holds the same.
    public var origins: [PathKey: String] = [:]

    /// A plan; see the properties. Its changes, folders, replacements and remarks are put in order.
    public init(
        title: String, changes: [NoteChange], folders: [FolderMove] = [], replacements: [Replacement] = [],
        remarks: [ChangeRemark] = []
    ) {
        self.title = title
        self.folders = folders.sorted { Self.precedes($0.from, $1.from) }
        self.changes = changes.sorted { Self.precedes($0.path, $1.path) }
        self.replacements = Self.stable(replacements) { ($0.path, $0.line) }
        self.remarks = Self.stable(remarks) { ($0.path, $0.line ?? 0) }
    }

    /// Whether nothing would change.
    public var isEmpty: Bool { changes.isEmpty && folders.isEmpty }

    private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

    /// By path and line; what has the same keeps its order.
    private static func stable<Element>(
        _ elements: [Element], by place: (Element) -> (path: String, line: Int)
    ) -> [Element] {
        elements.enumerated().sorted { a, b in
            let (x, y) = (place(a.element), place(b.element))
            if !x.path.utf8.elementsEqual(y.path.utf8) { return precedes(x.path, y.path) }
            return x.line == y.line ? a.offset < b.offset : x.line < y.line
        }.map(\.element)
    }
}
