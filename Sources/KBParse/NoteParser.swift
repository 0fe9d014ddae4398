public import KBModel

/// Reads notes: Markdown or text in, ``Note`` values out.
///
/// One parser reads any number of notes, one after the other, and keeps its scratch memory between them.
public struct NoteParser: Sendable {
    var leaves: [Leaf] = []
    var segments: [Segment] = []
    private var plainRoom: [UInt8] = []
    private var joinRoom: [UInt8] = []
    private var scratch = InlineScanner.Scratch()
    /// The sections wanted of the note at hand; nil for all.
    private var sections: [Int]?
    /// Where everything stands in the note at hand; nil when nobody wants to know.
    var recorded: NoteSites?

    /// A parser ready for its first note.
    public init() {}

    /// Reads one note; what it cannot read becomes an ``Issue``.
    ///
    /// Never fails. Structure is CommonMark's with GitHub's tables, and what `docs/markdown.md` adds to it.
    ///
    /// - Parameters:
    ///   - bytes: The file as it is on disk, in any encoding ``DecodedText`` knows.
    ///   - path: The note's path in the vault, with `/`.
    ///   - sections: Which sections are wanted, ascending, by their place in ``Note/sections``; nil for all. When given,
    ///     sections after the last of them may be missing, and of others all but the headings; questions, definitions and
    ///     acronyms are not looked for. A hit needs no more, at half the time.
    public mutating func parse(_ bytes: [UInt8], path: String, sections: [Int]? = nil) -> Note {
        self.sections = sections
        let decoded = DecodedText(bytes)
        var note = Note(path: path, title: "")
        note.utf8 = decoded.utf8
        note.issues = decoded.issues
        if !decoded.utf8.isEmpty { read(decoded.utf8, into: &note) }
        note.title = Self.title(of: note)
        return note
    }

    private mutating func read(_ utf8: [UInt8], into note: inout Note) {
        // A few bytes more than the words need: the last block's line end.
        let room = utf8.count + 16
        // Half as much again, so that a vault of ever larger notes does not clear new memory for each.
        let grown = room + room / 2
        var (plainRoom, joinRoom) = (self.plainRoom, self.joinRoom)
        self.plainRoom = []
        self.joinRoom = []
        if plainRoom.count < room { plainRoom = [UInt8](repeating: 0, count: grown) }
        if joinRoom.count < room { joinRoom = [UInt8](repeating: 0, count: grown) }
        utf8.withUnsafeBufferPointer { source in
            plainRoom.withUnsafeMutableBufferPointer { plain in
                joinRoom.withUnsafeMutableBufferPointer { join in
                    guard let src = source.baseAddress, let out = plain.baseAddress, let joined = join.baseAddress
                    else {
                        return
                    }
                    read(
                        ByteView(base: src, count: source.count), ByteSink(base: out, capacity: plain.count),
                        ByteSink(base: joined, capacity: join.count), into: &note)
                }
            }
        }
        self.plainRoom = plainRoom
        self.joinRoom = joinRoom
    }

    private mutating func read(_ src: ByteView, _ out: ByteSink, _ join: ByteSink, into note: inout Note) {
        let head = FrontMatterReader(src)
        leaves.removeAll(keepingCapacity: true)
        segments.removeAll(keepingCapacity: true)
        var scanner = BlockScanner(src, leaves: leaves, segments: segments, from: head.bodyStart, line: head.bodyLine)
        leaves = []
        segments = []
        if recorded != nil { scanner.references.isRecording = true }
        scanner.scan()
        var builder = NoteBuilder(
            src: src, leaves: scanner.leaves, segments: scanner.segments,
            inline: InlineScanner(out: out, empty: src.slice(0, 0), scratch: scratch),
            isPlainText: Self.isPlainText(note.path), join: join, wanted: sections)
        builder.inline.references = scanner.references
        if recorded != nil { builder.inline.recorder = SiteRecorder(src: src, join: join.view.base) }
        scratch = InlineScanner.Scratch(openersBottom: [], codeRuns: [])
        scanner.leaves = []
        builder.build()
        if let recorder = builder.inline.recorder {
            recorded = sites(recorder.sites, of: src, head, definitions: scanner.references.sites)
        }
        scratch = builder.inline.scratch
        leaves = builder.leaves
        segments = scanner.segments
        note.lineCount = max(scanner.line, head.frontMatter.lines?.last ?? 0)
        var sections = SectionBuilder(
            headings: builder.headings, blocks: builder.blocks, plain: builder.inline.out.view, src: src,
            lineCount: note.lineCount, firstLine: leaves.first { $0.block == 0 }?.line ?? head.bodyLine)
        note.sections = sections.build(bodyStart: head.bodyStart, bodyLine: head.bodyLine)
        note.plain = builder.inline.out.array
        note.blocks = builder.blocks
        note.marks = builder.inline.marks
        note.frontMatter = head.frontMatter
        note.links = builder.inline.links
        note.tags = builder.inline.tags
        // Most front matter has no links: joining would copy the others for nothing.
        let (links, tags) = (head.frontMatter.links, head.frontMatter.tagUses)
        if !links.isEmpty { note.links.insert(contentsOf: links, at: 0) }
        if !tags.isEmpty { note.tags.insert(contentsOf: tags, at: 0) }
        note.aliases = head.frontMatter.aliasNames
        note.definitions = builder.definitions
        note.acronyms = builder.acronyms
        note.issues += head.issues + scanner.issues
        if note.issues.count > 1 { note.issues.sort { $0.line < $1.line } }
    }

    /// Whether the file's ending is `.txt` or `.text`.
    private static func isPlainText(_ path: String) -> Bool {
        var bytes = path.utf8[...]
        guard bytes.popLast()?.lowered == 0x74 else { return false }
        return bytes.suffix(3).elementsEqual(".tx".utf8) { $0.lowered == $1 }
            || bytes.suffix(4).elementsEqual(".tex".utf8) { $0.lowered == $1 }
    }

    /// The title, by the rule of ``Note/title``.
    private static func title(of note: Note) -> String {
        if let given = note.frontMatter["title"]?.scalar, !given.isEmpty { return given }
        let first = note.sections.first { $0.kind != .preamble && $0.kind != .pseudo }
        if let first, first.level == 1, !first.title.isEmpty {
            let title = note.text(first.title)
            return title.utf8.contains(.lf) ? title.split(separator: "\n").joined(separator: " ") : title
        }
        let path = note.path.utf8
        var start = path.startIndex
        if let slash = path.lastIndex(of: .slash) { start = path.index(after: slash) }
        guard let dot = path[start...].lastIndex(of: .dot), dot != start else { return String(note.path[start...]) }
        return String(note.path[start..<dot])
    }
}
