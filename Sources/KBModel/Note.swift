/// One Markdown or text file, read.
///
/// Text is held once: ``utf8`` is the file decoded, ``plain`` its words without markup, and everything else points
/// into the two by byte range. Lines count from 1 in the file as it is on disk.
public struct Note: Equatable, Sendable {
    /// A word or phrase with what the note says it means.
    public struct Definition: Equatable, Sendable {
        /// The term: a range of ``Note/plain``.
        public var term: Range<Int>
        /// The explanation: a range of ``Note/plain``.
        public var text: Range<Int>
        /// The line of the term, counted from 1.
        public var line: Int

        /// `term` means `text`, at `line`.
        public init(term: Range<Int>, text: Range<Int>, line: Int) {
            self.term = term
            self.text = text
            self.line = line
        }
    }

    /// An abbreviation with its long form: `Area Under Curve (AUC)`.
    public struct Acronym: Equatable, Sendable {
        /// The short form, as written.
        public var short: String
        /// The long form, as written.
        public var long: String
        /// The line of the short form, counted from 1.
        public var line: Int

        /// `short` stands for `long`, at `line`.
        public init(short: String, long: String, line: Int) {
            self.short = short
            self.long = long
            self.line = line
        }
    }

    /// The part of a block that the author set apart: bold, `code`, ==highlighted==.
    public struct Mark: Equatable, Sendable {
        /// How it was set apart.
        public enum Kind: UInt8, Sendable, CaseIterable {
            case strong
            case emphasis
            case code
            case highlight
            case link
        }

        /// How it was set apart.
        public var kind: Kind
        /// The words: a range of ``Note/plain``.
        public var plain: Range<Int>

        /// Words set apart as `kind`.
        public init(kind: Kind, plain: Range<Int>) {
            self.kind = kind
            self.plain = plain
        }
    }

    /// The note's path in the vault, with `/`: its identity.
    public var path: String
    /// Front matter `title`, else the first heading of level 1 when no other stands before it, else the file's name
    /// without its extension.
    public var title: String
    /// The file decoded to UTF-8, without a byte order mark; line ends as in the file.
    public var utf8: [UInt8]
    /// All words without markup, block after block, each followed by `\n`.
    public var plain: [UInt8]
    /// The front matter.
    public var frontMatter: FrontMatter
    /// In document order; never empty unless the note holds no text.
    public var sections: [Section]
    /// In document order.
    public var blocks: [Block]
    /// In document order.
    public var marks: [Mark]
    /// In document order.
    public var links: [Link]
    /// Front matter tags first, then those of the text in document order.
    public var tags: [TagUse]
    /// Front matter `aliases` and `alias`, in order.
    public var aliases: [String]
    /// In document order.
    public var definitions: [Definition]
    /// In document order.
    public var acronyms: [Acronym]
    /// The number of lines of the file.
    public var lineCount: Int
    /// By line.
    public var issues: [Issue]

    /// A note without content; the parser fills it.
    public init(path: String, title: String) {
        self.path = path
        self.title = title
        utf8 = []
        plain = []
        frontMatter = FrontMatter()
        sections = []
        blocks = []
        marks = []
        links = []
        tags = []
        aliases = []
        definitions = []
        acronyms = []
        lineCount = 0
        issues = []
    }

    /// The words of a range of ``plain``; out-of-range bounds are clamped.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: plain[range.clamped(to: 0..<plain.count)], as: UTF8.self)
    }

    /// The titles from the outermost heading to this section's own; a preamble has none.
    public func headingPath(of section: Int) -> [String] {
        var titles: [String] = []
        var current: Int? = section
        while let index = current, sections.indices.contains(index) {
            if sections[index].kind != .preamble { titles.append(text(sections[index].title)) }
            current = sections[index].parent
        }
        return titles.reversed()
    }

    /// The section whose own lines hold `line`; nil in front matter and past the end.
    public func section(at line: Int) -> Int? {
        sections.lastIndex { $0.lines.contains(line) }
    }
}
