public import KBModel

/// What a checklist needs to know of one note: its headings and its lines.
public struct NoteLines: Equatable, Sendable {
    /// A section's heading.
    public struct Heading: Equatable, Sendable {
        /// Its words without number, time and final colon; empty for a preamble.
        public var title: String
        /// The heading as it was written, on one line; empty for a preamble.
        public var text: String
        /// Index of the heading it stands under.
        public var parent: Int?
        /// The time it allots.
        public var minutes: Minutes?
        /// Its own lines, up to the next heading.
        public var lines: LineRange
    }

    /// The note's path in the vault.
    public var path: String
    /// The note's title.
    public var title: String
    /// One for each section, in order.
    public var headings: [Heading]
    /// By line.
    public var lines: [ChecklistLine]

    /// The titles as they were written, from the outermost heading to that of `section`.
    public func headingPath(of section: Int) -> [String] {
        var titles: [String] = []
        var current: Int? = section
        while let index = current, headings.indices.contains(index) {
            if !headings[index].text.isEmpty { titles.append(headings[index].text) }
            current = headings[index].parent
        }
        return titles.reversed()
    }

    /// By what line `index` is known again.
    public func anchor(of index: Int) -> Anchor {
        let line = lines[index]
        return Anchor(.checklist, path: path, headingPath: headingPath(of: line.section), text: line.text)
    }
}
