internal import KBModel
internal import KBParse

/// Adds a text to a note: at the end of a section, or at the end of the note.
public struct SectionInsertion: Equatable, Sendable {
    /// Where the text goes.
    public enum Place: Equatable, Sendable {
        /// Behind everything in the note.
        case end
        /// At the end of the section with this number, before the next heading.
        case section(Int)
        /// Under a new heading with these words. It stands at the end of the section `parent`, its subsections included,
        /// one level below it; without a parent at the end of the note, on the level of its other headings.
        case newHeading(String, parent: Int?)
    }

    /// The file with the text in it.
    public var bytes: [UInt8]
    /// The line the text begins on, counted from 1.
    public var line: Int
    /// How many lines the text takes up, a new heading above it not counted.
    public var lineCount: Int

    /// The level of a heading in a note without any: the title of the note is its only heading of the first.
    static let usualLevel = 2

    /// Adds `text` to the note at `path`.
    ///
    /// One blank line parts it from what stands before, but for a list item that goes on with a list. Line ends are
    /// those of the file, and so is its last one or the lack of it.
    /// - Throws: ``EditRefusal`` when the note is not valid UTF-8, the section is not there, or the place is inside a code
    ///   block or comment that is never closed.
    public init(_ text: String, to file: [UInt8], path: String, at place: Place) throws(EditRefusal) {
        var parser = NoteParser()
        let note = EditableNote(file, path: path, with: &parser)
        if let reason = note.reasonNotEditable { throw EditRefusal("\(path) cannot be changed: \(reason)") }
        let sections = note.note.sections
        let utf8 = note.note.utf8
        var block = Self.lines(of: text)
        while block.last?.isEmpty == true { block.removeLast() }
        while block.first?.isEmpty == true { block.removeFirst() }
        guard !block.isEmpty else { throw EditRefusal("there is no text to add") }
        var headingLines = 0
        let limit: Int
        switch place {
        case .end: limit = utf8.count
        case .section(let index):
            guard sections.indices.contains(index) else { throw EditRefusal("there is no such heading in \(path)") }
            limit = sections[index].bytes.upperBound
        case .newHeading(let title, let parent):
            let level: Int
            (limit, level) = try Self.place(under: parent, in: note)
            guard let words = Self.lines(of: title).first, !words.isEmpty else {
                throw EditRefusal("a heading has words")
            }
            block = [String(repeating: "#", count: level) + " " + words, ""] + block
            headingLines = 2
        }
        let start = max(sections.first { $0.bytes.upperBound == limit }?.bytes.lowerBound ?? 0, note.sites.bodyStart)
        let (edit, lead) = Self.edit(block, note, from: min(start, limit), to: limit)
        guard let bytes = note.applying([edit]) else { throw EditRefusal("\(path) cannot be changed there") }
        self.bytes = bytes
        line = note.line(of: edit.range.lowerBound - note.markLength) + lead + headingLines
        lineCount = block.count - headingLines
        try check(note, path: path, place, with: &parser)
    }

    /// The lines of a text, with any line ends.
    static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        var last: UInt8 = 0
        for byte in text.utf8 {
            defer { last = byte }
            if byte == UInt8.lf, last == UInt8.cr { continue }
            if byte.isLineEnd {
                lines.append(String(decoding: line, as: UTF8.self))
                line.removeAll()
            } else {
                line.append(byte)
            }
        }
        return lines + [String(decoding: line, as: UTF8.self)]
    }

    /// Where a new heading goes, and its level.
    private static func place(under parent: Int?, in note: EditableNote) throws(EditRefusal) -> (Int, Int) {
        let sections = note.note.sections
        guard let parent else {
            let marked = sections.filter { $0.kind != .preamble && $0.kind != .pseudo }.map(\.level)
            guard let top = marked.min() else { return (note.note.utf8.count, usualLevel) }
            // A single heading on top is the title of the note.
            let isTitle = marked.count { $0 == top } == 1 && top == 1
            return (note.note.utf8.count, isTitle ? top + 1 : top)
        }
        guard sections.indices.contains(parent), sections[parent].kind != .preamble else {
            throw EditRefusal("there is no such heading in \(note.path)")
        }
        let next = sections[(parent + 1)...].first { $0.level <= sections[parent].level }
        return (next?.bytes.lowerBound ?? note.note.utf8.count, min(6, sections[parent].level + 1))
    }

    /// The edit that puts `block` behind the last words in `start..<limit`, and how many lines it puts before it.
    private static func edit(
        _ block: [String], _ note: EditableNote, from start: Int, to limit: Int
    ) -> (edit: ByteEdit, lead: Int) {
        let utf8 = note.note.utf8
        let end = note.lineEnd
        var place = limit
        while place > start, utf8[place - 1].isLineEnd || utf8[place - 1].isBlank { place -= 1 }
        let text = block.joined(separator: end)
        guard place > start else {
            // Nothing but blank lines: the text takes the first of them.
            let isLast = limit == utf8.count
            let needsBreak = start > 0 && !utf8[start - 1].isLineEnd
            let rest = isLast ? (limit > start ? "" : end) : end
            return (note.edit(start..<start, (needsBreak ? end : "") + text + rest), needsBreak ? 1 : 0)
        }
        // Two blanks at the end of a line are a mark; they stay.
        while place < limit, utf8[place].isBlank { place += 1 }
        let lead = isListGoingOn(block, note, before: place) ? 1 : 2
        let breaks =
            utf8[place..<limit].count { $0 == UInt8.lf }
            + utf8[place..<limit].count { $0 == UInt8.cr } * (end == "\r" ? 1 : 0)
        // A heading below keeps its blank line above.
        let tail = limit < utf8.count && breaks < 2 ? end : ""
        return (note.edit(place..<place, String(repeating: end, count: lead) + text + tail), lead)
    }

    /// Whether `block` is an item, and the words before `place` end an item of a list outside quotes.
    private static func isListGoingOn(_ block: [String], _ note: EditableNote, before place: Int) -> Bool {
        guard let first = block.first, isItem(first) else { return false }
        let line = note.line(of: place)
        guard let last = note.note.blocks.last(where: { $0.lines.first <= line }) else { return false }
        return last.depth > 0 && last.quoteDepth == 0
    }

    /// Whether a line begins with the mark of a list item.
    static func isItem(_ line: String) -> Bool {
        let bytes = Array(line.utf8.drop(while: \.isBlank))
        guard let first = bytes.first else { return false }
        var mark = 0
        if "-*+".utf8.contains(first) {
            mark = 1
        } else {
            while mark < bytes.count, mark < 9, bytes[mark].isDigit { mark += 1 }
            guard mark > 0, mark < bytes.count, ".)".utf8.contains(bytes[mark]) else { return false }
            mark += 1
        }
        return mark == bytes.count || bytes[mark].isBlank
    }

    /// Makes sure that what stood in the note is read as before, and the text as text.
    private func check(
        _ note: EditableNote, path: String, _ place: Place, with parser: inout NoteParser
    ) throws(EditRefusal) {
        let open = note.note.issues.last { $0.kind == .unclosedFence || $0.kind == .unclosedComment }
        if let open, open.line < line {
            throw EditRefusal("\(path):\(open.line): \(open.message); close it first")
        }
        let after = parser.parse(bytes, path: path)
        let titles = note.note.sections.map { note.note.text($0.title) }
        let found = after.sections.map { after.text($0.title) }
        var rest = found[...]
        for title in titles {
            guard let index = rest.firstIndex(of: title) else {
                throw EditRefusal("the text would change what the headings of \(path) are")
            }
            rest = rest[(index + 1)...]
        }
    }
}
