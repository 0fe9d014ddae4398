internal import KBModel
internal import KBParse

/// A text that someone wants to add, read: its front matter, the title it brings, and what follows.
///
/// A byte order mark and blank lines around the text are left out; its line ends stay.
public struct AddedText: Equatable, Sendable {
    /// Where a text says what it is called.
    enum Naming: Equatable, Sendable {
        /// The key `title` of its front matter.
        case frontMatter
        /// Its first heading, when it begins with that or that is of the first level, at these bytes.
        case heading(Range<Int>, level: Int)
        /// A short first line, a paragraph of its own, at these bytes: it can serve as the heading.
        case line(Range<Int>)
        /// The beginning of its first line.
        case beginning
    }

    /// The longest title that is made of a first line, in characters: what fits a line of a list.
    static let longestTitle = 80
    /// The name of a text while it is read.
    private static let path = "text.md"

    /// The text.
    public let bytes: [UInt8]
    /// What it is called, and where it says so; nil when it has no words.
    public let title: String?
    let naming: Naming
    /// Where the text below the front matter starts: at its first line that is not blank.
    let bodyStart: Int
    /// The front matter, its marks and last line end included; empty when there is none.
    let frontMatter: Range<Int>

    /// Reads a text.
    /// - Throws: ``EditRefusal`` when it is not UTF-8, or holds NUL bytes, which no text does.
    public init(_ given: [UInt8]) throws(EditRefusal) {
        let bytes = Self.trimmed(given)
        guard !bytes.contains(0) else { throw EditRefusal("the text holds NUL bytes; kb adds plain text in UTF-8") }
        var parser = NoteParser()
        let note = EditableNote(bytes, path: Self.path, with: &parser)
        guard note.reasonNotEditable == nil, note.note.utf8.count == bytes.count else {
            throw EditRefusal("the text is not UTF-8; convert it first, with iconv for example")
        }
        self.bytes = bytes
        frontMatter = 0..<(note.note.frontMatter.lines == nil ? 0 : note.sites.bodyStart)
        bodyStart = Self.skippingBlankLines(bytes, from: note.sites.bodyStart)
        (title, naming) = Self.naming(of: note.note)
    }

    /// Whether nothing but front matter and blanks is there.
    public var hasNoBody: Bool { bodyStart >= bytes.count }

    /// Whether there are no words at all.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The text without the heading that is its title.
    public var withoutTitle: [UInt8] {
        guard case .heading(let range, level: 1) = naming else { return bytes }
        return Array(bytes[frontMatter]) + body(without: range)
    }

    /// What follows the front matter.
    public var body: [UInt8] { Array(bytes[bodyStart...]) }

    /// What ends its lines: that of the first, LF when there is none.
    var lineEnd: String {
        guard let first = bytes.firstIndex(where: \.isLineEnd) else { return "\n" }
        if bytes[first] == UInt8.lf { return "\n" }
        return first + 1 < bytes.count && bytes[first + 1] == UInt8.lf ? "\r\n" : "\r"
    }

    /// The body without the bytes of the heading at `range`, nor the blank lines below it.
    func body(without range: Range<Int>) -> [UInt8] {
        guard bodyStart <= range.lowerBound, range.upperBound <= bytes.count else { return body }
        let rest = Self.skippingBlankLines(bytes, from: range.upperBound)
        return Array(bytes[bodyStart..<range.lowerBound] + bytes[rest...])
    }

    /// The text with `line` behind it: within its last list item, else as a paragraph of its own. An empty line adds nothing.
    public func followed(by line: String) throws(EditRefusal) -> AddedText {
        guard !line.isEmpty else { return self }
        guard !isEmpty else { return try AddedText(Array(line.utf8)) }
        var parser = NoteParser()
        let last = parser.parse(bytes, path: Self.path).blocks.last
        let isItem = last.map { $0.depth > 0 && $0.quoteDepth == 0 && $0.kind != .code } ?? false
        let gap = isItem ? lineEnd + String(repeating: "  ", count: last?.depth ?? 1) : lineEnd + lineEnd
        return try AddedText(bytes + Array((gap + line).utf8))
    }

    // MARK: - Blank lines

    /// `given` without a byte order mark and without blank lines at its ends.
    static func trimmed(_ given: [UInt8]) -> [UInt8] {
        let start = skippingBlankLines(given, from: given.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        var end = given.count
        while end > start, given[end - 1].isLineEnd || given[end - 1].isBlank { end -= 1 }
        return Array(given[start..<end])
    }

    /// Where the first line from `start` on begins that is not blank.
    static func skippingBlankLines(_ bytes: [UInt8], from start: Int) -> Int {
        var (line, place) = (start, start)
        while place < bytes.count, bytes[place].isLineEnd || bytes[place].isBlank {
            place += 1
            if bytes[place - 1].isLineEnd { line = place }
        }
        return place < bytes.count ? line : bytes.count
    }

    // MARK: - The title

    private static func naming(of note: Note) -> (String?, Naming) {
        if let given = note.frontMatter["title"]?.scalar, !words(given).isEmpty { return (words(given), .frontMatter) }
        let first = note.blocks.first
        let section = note.sections.first { $0.kind != .preamble && $0.kind != .pseudo }
        if let section, section.level == 1 || section.lines.first == first?.lines.first {
            let title = words(note.text(section.title))
            if !title.isEmpty { return (title, .heading(headingBytes(of: section, in: note), level: section.level)) }
        }
        guard let first = note.blocks.first(where: { !words(note.text($0.plain)).isEmpty }) else {
            return (nil, .beginning)
        }
        let lines = note.plain[first.plain.clamped(to: note.plain.indices)].split(separator: UInt8.lf)
        let line = lines.lazy.map { words(String(decoding: $0, as: UTF8.self)) }.first { !$0.isEmpty } ?? ""
        if let range = titleLine(line, of: first, in: note) { return (line, .line(range)) }
        return (shortened(line), .beginning)
    }

    /// The lines of a heading: its marks stand on them, and the line below a setext heading belongs to it.
    private static func headingBytes(of section: Section, in note: Note) -> Range<Int> {
        let body = note.blocks[section.blocks.clamped(to: note.blocks.indices)].first?.lines.first
        var count = section.kind == .setext ? 2 : 1
        if let body { count = min(count, max(1, body - section.lines.first)) }
        return lineBytes(from: section.bytes.lowerBound, count: count, in: note.utf8)
    }

    /// Where `line` stands when it is all there is of `block`, plain words short enough for a heading, and no sentence.
    private static func titleLine(_ line: String, of block: Block, in note: Note) -> Range<Int>? {
        guard block.kind == .paragraph || block.kind == .heading, block.depth == 0, block.quoteDepth == 0,
            block.lines.first == block.lines.last, line.count <= longestTitle,
            let last = line.unicodeScalars.last, !".:;,".unicodeScalars.contains(last)
        else { return nil }
        var (start, number) = (0, 1)
        while number < block.lines.first, start < note.utf8.count {
            start = lineBytes(from: start, count: 1, in: note.utf8).upperBound
            number += 1
        }
        let range = lineBytes(from: start, count: 1, in: note.utf8)
        // With markup in it, it is more than a title.
        guard words(String(decoding: note.utf8[range], as: UTF8.self)) == line else { return nil }
        return range
    }

    /// The bytes of `count` lines from `start` on, their ends included.
    static func lineBytes(from start: Int, count: Int, in bytes: [UInt8]) -> Range<Int> {
        var (place, left) = (min(start, bytes.count), count)
        let first = place
        while place < bytes.count, left > 0 {
            let byte = bytes[place]
            place += 1
            guard byte.isLineEnd else { continue }
            if byte == UInt8.cr, place < bytes.count, bytes[place] == UInt8.lf { place += 1 }
            left -= 1
        }
        return first..<place
    }

    /// The words of a title on one line, without control characters.
    static func words(_ text: String) -> String {
        let isGap = { (scalar: Unicode.Scalar) in
            scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        }
        return text.unicodeScalars.split(whereSeparator: isGap).map { String($0) }.joined(separator: " ")
    }

    /// The first words of `line`, as many as a title may have.
    private static func shortened(_ line: String) -> String {
        guard line.count > longestTitle else { return line }
        let start = line.prefix(longestTitle)
        guard let gap = start.lastIndex(of: " ") else { return String(start) }
        return String(start[..<gap])
    }
}
